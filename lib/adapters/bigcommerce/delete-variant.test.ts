import { describe, expect, it } from 'vitest';
import { ProductId, VariantId } from '../../domain/ids';
import { productAnswer, variantAnswer } from './testing/product-answer';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const product = ProductId.parse(118);

describe('a variant that is gone from Hike', () => {
  const id = VariantId.parse(5);

  it('is taken off sale as any other change, and read as such', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method }) => (method === 'GET' ? { body: { data: [productAnswer({ brand_id: null, variants: [variantAnswer({ purchasing_disabled: true })] })] } } : { body: { data: {} } }));
    await bigcommerce.catalogue.updateVariants([{ id, productId: product, isPurchasable: false }]);
    expect(sent[0]?.body).toEqual({ purchasing_disabled: true });
    expect((await bigcommerce.catalogue.listByIds([product]))[0]?.variants).toMatchObject([{ isPurchasable: false }]);
  });

  it.each([
    ['deleted', { status: 204 }, { kind: 'done' }],
    ['gone already', { status: 404, body: { title: 'Not found' } }, { kind: 'gone' }],
    ['refused', { status: 422, body: { title: 'It is part of a bundle.' } }, { kind: 'refused', problem: { code: 'refused-by-bigcommerce' } }],
  ])('is %s', async (_, answer, outcome) => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => answer);
    expect(await bigcommerce.catalogue.deleteVariant(product, id)).toMatchObject(outcome);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /stores/abc123/v3/catalog/products/118/variants/5']);
  });
});
