import { describe, expect, it } from 'vitest';
import type { HikeProduct, HikeVariant } from '../../hike-product';
import type { HikeProductId } from '../../ids';
import { explainProblem, isProblem, type Problem } from '../../problems';
import type { Settings } from '../../settings';
import type { StoreProduct } from '../../store-product';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { aStoreTee, aStoreVariant } from '../../testing/a-store-product';
import { missingVariants } from './missing-variants';
import { hikePrices, type HikePrices } from './price-fields';

const SMALL = aStoreVariant({ id: 191, sku: 'TEE-S', values: [{ option: 'Size', label: 'S' }] });

/** What BigCommerce's tee of one size lacks of Hike's tee of two. */
const missing = (
  { product = aHikeTee(), store = aStoreTee({ variants: [SMALL] }) }: { product?: HikeProduct; store?: StoreProduct } = {},
  owners: Partial<Settings['catalogue']['owners']> = {},
) => {
  const context = aCatalogueContext(owners);
  const prices = hikePrices(product, context) as HikePrices;
  return missingVariants(product, { store, unlinkedVariants: [902 as HikeProductId] }, { prices, owners: context.settings.catalogue.owners });
};

const medium = (change: Parameters<typeof aHikeVariant>[0]): HikeProduct => {
  const [small, other] = aHikeTee().variants as [HikeVariant, HikeVariant];
  return aHikeTee({ variants: [small, aHikeVariant({ ...other, ...change })] });
};

const M = { productId: 190, productName: 'Organic tee', sku: 'TEE-M', barcode: '9300000000116', values: [{ option: 'Size', label: 'M' }] };

describe('variants that BigCommerce lacks', () => {
  it('are none where all are linked', () => {
    const context = aCatalogueContext();
    const prices = hikePrices(aHikeTee(), context) as HikePrices;
    expect(missingVariants(aHikeTee({ options: ['Colour'] }), { store: aStoreTee(), unlinkedVariants: [] }, { prices, owners: context.settings.catalogue.owners })).toEqual([]);
  });

  it('are added with what Hike says of them, in BigCommerce’s spelling of the options', () => {
    expect(missing()).toEqual([M]);
    expect(missing({ product: { ...medium({ sku: ' TEE-M ' }), options: [' size'] } })).toEqual([M]);
  });

  it.each<[string, Parameters<typeof aHikeVariant>[0], Partial<Settings['catalogue']['owners']>]>([
    ['that is none for BigCommerce', { barcode: 'AB-1' }, {}],
    ['that nobody owns', {}, { barcode: 'nobody' }],
  ])('are added without a barcode %s', (_, change, owners) => {
    expect((missing({ product: medium(change) }, owners) as object[])[0]).not.toHaveProperty('barcode');
  });

  const dear = medium({ levels: [anOutletLevel({ priceIncTax: '30' })] });

  it.each<[string, string, Partial<Settings['catalogue']['owners']>, string | undefined]>([
    ['what Hike asks, where the product asks another price', '22', {}, '30'],
    ['what Hike asks, where the product is about to ask another price', '30', {}, '30'],
    ['nothing of its own, where the product asks the same', '30', { price: 'bigcommerce' }, undefined],
    ['what Hike asks, where the product keeps another price', '22', { price: 'bigcommerce' }, '30'],
    ['nothing of its own, where nobody owns prices', '22', { price: 'nobody' }, undefined],
  ])('cost %s', (_, price, owners, expected) => {
    expect((missing({ product: dear, store: aStoreTee({ variants: [SMALL], price }) }, owners) as { price?: string }[])[0]?.price).toBe(expected);
  });

  it('cost nothing of their own, where the product is about to ask the same', () => {
    expect(missing({ store: aStoreTee({ variants: [SMALL], price: '30' }) })).toEqual([M]);
  });

  const standing = (count: number) =>
    aStoreTee({ variants: Array.from({ length: count }, (_, index) => aStoreVariant({ id: 1000 + index, sku: `T-${index}`, values: [{ option: 'Fit', label: 'x' }, { option: 'Size', label: `${index}` }] })) });

  it.each<[string, Parameters<typeof missing>[0], Problem['code'], string]>([
    ['has options that make no variants', { store: aStoreTee({ variants: [SMALL], hasModifiers: true }) }, 'product-has-modifiers', 'Organic tee'],
    ['would get a variant without a SKU', { product: medium({ sku: ' ' }) }, 'product-lacks-sku', '“Organic tee / M” has no SKU in Hike.'],
    ['would get a variant whose SKU it cannot hold', { product: medium({ sku: 'A/1' }) }, 'sku-not-allowed', 'A/1'],
    ['would get a variant without a price', { product: medium({ levels: [anOutletLevel({ priceIncTax: null })] }) }, 'product-without-price', 'Organic tee / M'],
    ['has an option more', { store: aStoreTee({ variants: [SMALL], options: ['Size', 'Colour'] }) }, 'product-structure-clash', 'the options Size in Hike but a product with the options Size, Colour in BigCommerce'],
    ['has an option fewer', { product: aHikeTee({ options: ['Size', 'Colour'] }) }, 'product-structure-clash', 'the options Size, Colour in Hike but a product with the options Size in'],
    ['has other options', { product: aHikeTee({ options: ['Colour'] }) }, 'product-structure-clash', 'Organic tee'],
    ['would have too many values of an option', { store: standing(250) }, 'product-too-many-values', '251 values of Size'],
  ])('are refused where the product %s', (_, change, code, words) => {
    const refusal = missing(change);
    expect(refusal).toMatchObject({ code });
    const { sentence, remedy } = explainProblem(refusal as Problem);
    expect(sentence).toContain(words);
    expect(sentence + remedy).not.toMatch(/[{}]/);
  });

  it('fill the product up to what BigCommerce takes', () => {
    expect(isProblem(missing({ store: standing(249) }))).toBe(false);
  });
});
