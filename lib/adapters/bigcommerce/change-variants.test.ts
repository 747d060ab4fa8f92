import { describe, expect, it } from 'vitest';
import { ProductId, VariantId } from '../../domain/ids';
import { Decimal } from '../../domain/money';
import { variantAnswer } from './testing/product-answer';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const HOME = '/stores/abc123/v3/catalog';
const [productId, id] = [ProductId.parse(118), VariantId.parse(93)];
const url = 'https://x.example/a.png';
const file = { kind: 'file', name: 'a.png', type: 'image/png', bytes: Uint8Array.of(1, 2, 3) } as const;
const pathsOf = (sent: { method: string; url: string }[]) => sent.map(({ method, url: at }) => `${method} ${at.replace(HOME, '')}`);

describe('the picture of a variant', () => {
  it('goes by address with others in one call, and is told under BigCommerce’s own', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [variantAnswer({ id: 93, image_url: 'https://cdn.example/93.png' }), variantAnswer({ id: 94 })] } }));
    const outcomes = await bigcommerce.catalogue.updateVariants([{ id, productId, picture: { kind: 'url', url } }, { id: VariantId.parse(94), productId, price: Decimal.parse('3') }]);
    expect(pathsOf(sent)).toEqual(['PUT /variants']);
    expect(sent[0]?.body).toEqual([{ id: 93, product_id: 118, image_url: url }, { id: 94, product_id: 118, price: 3 }]);
    expect(outcomes.get(id)).toEqual({ kind: 'done', imageUrl: 'https://cdn.example/93.png' });
    expect(outcomes.get(VariantId.parse(94))).toEqual({ kind: 'done' });
  });

  it('goes as a file by itself', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: { image_url: 'https://cdn.example/93.png' } } }));
    expect((await bigcommerce.catalogue.updateVariants([{ id, productId, picture: file }])).get(id)).toEqual({ kind: 'done', imageUrl: 'https://cdn.example/93.png' });
    expect(pathsOf(sent)).toEqual(['POST /products/118/variants/93/image']);
    const { image_file: sentFile, ...fields } = sent[0]?.body as { image_file: File };
    expect([sentFile.name, sentFile.type, fields]).toEqual(['a.png', 'image/png', {}]);
  });

  it.each([
    [400, { title: 'The image could not be processed.', errors: { invalid_reason: 'blocked' } }, { kind: 'refused', problem: { code: 'image-unreachable', details: { url } } }],
    [422, { title: 'No.' }, { kind: 'refused', problem: { code: 'refused-by-bigcommerce' } }],
    [404, { title: 'Not found.' }, { kind: 'gone' }],
  ])('is refused with %i', async (status, body, outcome) => {
    const { catalogue } = scriptedBigCommerce(() => ({ status, body })).bigcommerce;
    expect((await catalogue.updateVariants([{ id, productId, picture: { kind: 'url', url } }])).get(id)).toMatchObject(outcome);
  });
});
