import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../hike-product';
import { HikeProductId, ProductId, VariantId } from '../../ids';
import type { StoreProduct } from '../../store-product';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../testing/a-store-product';
import { matchProduct, type MatchFacts, type Twin } from './match-product';

const someFacts = (candidates: StoreProduct[], change: Partial<MatchFacts> = {}): MatchFacts => ({
  link: null,
  variantLinks: new Map(),
  candidates,
  takenProductIds: new Set(),
  twins: [],
  ...change,
});
const single = (change: Parameters<typeof aHikeVariant>[0] = {}): HikeProduct => aHikeProduct({ variants: [aHikeVariant(change)] });
const other = (change: { id?: number; sku?: string; barcode?: string }): StoreProduct => {
  const keys = { sku: '', barcode: '', ...change };
  return aStoreProduct({ id: 112, ...keys, variants: [aStoreVariant({ id: 212, sku: keys.sku, barcode: keys.barcode })] });
};
const aTwin = (change: Partial<Twin>): Twin => ({ variantId: HikeProductId.parse(50), sku: '', barcode: '', name: 'Old tote', ...change });
const found = (product: HikeProduct, candidates: StoreProduct[], change: Partial<MatchFacts> = {}) => {
  const match = matchProduct(product, someFacts(candidates, change));
  return match.kind === 'linked' ? match.store.id : match.kind;
};

describe('matchProduct of a single product', () => {
  it.each<[string, HikeProduct, StoreProduct[], number | string]>([
    ['is the one with its SKU, blanks and case aside', single({ sku: ' tote-01' }), [aStoreProduct()], 111],
    ['goes by SKU before barcode', single(), [aStoreProduct(), other({ barcode: '9300000000017' })], 111],
    ['goes by barcode where no SKU agrees', single({ sku: 'OTHER' }), [aStoreProduct()], 111],
    ['takes zeros in front of a barcode for digits: UPC-A and EAN-13 are two keys', single({ sku: '', barcode: '036000291452' }), [other({ barcode: '0036000291452' })], 'new'],
    ['is new where nothing shares a key', single(), [], 'new'],
    ['does not take two empty keys for equal', single({ barcode: '' }), [other({ sku: 'X' })], 'new'],
    ['is ambiguous where two share its barcode', single({ sku: '' }), [aStoreProduct(), other({ barcode: '9300000000017' })], 'ambiguous'],
    ['clashes with a product with variants', single({ sku: 'TEE-S' }), [aStoreTee()], 'clash'],
    ['is refused without SKU and barcode', single({ sku: ' ', barcode: '' }), [aStoreProduct()], 'refused'],
  ])('%s', (_, product, candidates, expected) => {
    expect(found(product, candidates)).toBe(expected);
  });

  it('keeps to its link, whatever the keys say', () => {
    expect(found(single(), [aStoreProduct(), other({ sku: 'X' })], { link: ProductId.parse(112), twins: [aTwin({ sku: 'TOTE-01' })] })).toBe(112);
  });

  it('says that what it is linked to was deleted in BigCommerce', () => {
    expect(matchProduct(single(), someFacts([], { link: ProductId.parse(111) }))).toEqual({ kind: 'refused', problem: { code: 'product-deleted-in-bigcommerce', details: { product: 'Canvas tote' } }, candidates: [] });
  });

  it('says that it has no key to go by', () => {
    expect(matchProduct(single({ sku: ' ', barcode: '' }), someFacts([aStoreProduct()]))).toEqual({ kind: 'refused', problem: { code: 'product-without-key', details: { product: 'Canvas tote' } }, candidates: [] });
  });

  it('leaves alone what is linked to another, and says so where its SKU is in the way', () => {
    const takenProductIds = new Set([ProductId.parse(111)]);
    expect(matchProduct(single(), someFacts([aStoreProduct()], { takenProductIds }))).toMatchObject({ kind: 'refused', problem: { code: 'sku-taken', details: { sku: 'TOTE-01' } }, candidates: [{ id: 111 }] });
    expect(found(single({ sku: 'OTHER' }), [aStoreProduct()], { takenProductIds })).toBe('new');
  });

  it.each([
    ['SKU', aTwin({ sku: 'tote-01' }), 'the SKU TOTE-01'],
    ['barcode', aTwin({ barcode: '9300000000017 ' }), 'the barcode 9300000000017'],
  ])('names the other product in Hike with its %s', (_, twin, key) => {
    expect(matchProduct(single(), someFacts([aStoreProduct()], { twins: [twin] }))).toMatchObject({
      kind: 'duplicate',
      problem: { code: 'product-duplicate-in-hike', details: { product: 'Canvas tote', key, other: '“Old tote”' } },
    });
  });

  it('does not take itself for another', () => {
    expect(found(single(), [aStoreProduct()], { twins: [aTwin({ variantId: HikeProductId.parse(812), sku: 'TOTE-01' })] })).toBe(111);
    expect(found(single({ barcode: '' }), [aStoreProduct()], { twins: [aTwin({ sku: 'OTHER', barcode: '' })] })).toBe(111);
  });

  it('names a key without the blanks around it', () => {
    expect(matchProduct(single({ sku: ' TOTE-01 ' }), someFacts([], { twins: [aTwin({ sku: 'TOTE-01' })] }))).toMatchObject({ problem: { details: { key: 'the SKU TOTE-01' } } });
    expect(matchProduct(single({ sku: ' TOTE-01 ' }), someFacts([aStoreProduct()], { takenProductIds: new Set([ProductId.parse(111)]) }))).toMatchObject({ problem: { details: { sku: 'TOTE-01' } } });
  });
});

describe('matchProduct of a product with variants', () => {
  it('is the one whose variants match, and names those that are missing', () => {
    const store = aStoreTee({ variants: [aStoreTee().variants[0]] });
    expect(matchProduct(aHikeTee(), someFacts([store]))).toMatchObject({ kind: 'linked', store: { id: 190 }, variants: [{ hikeId: 901, variantId: 191 }], unlinkedVariants: [902] });
  });

  it('pairs variants by link, then SKU, then barcode, then the values of their options', () => {
    const product = aHikeTee({
      options: ['Size', 'Colour'],
      variants: [
        aHikeVariant({ id: 901, sku: 'A', barcode: '1', values: ['S', 'Red'] }),
        aHikeVariant({ id: 902, sku: 'B', barcode: '2', values: ['S', 'Blue'] }),
        aHikeVariant({ id: 903, sku: 'C', barcode: '3', values: ['M', 'Red'] }),
        aHikeVariant({ id: 904, sku: 'D', barcode: '4', values: ['M', 'Blue'] }),
      ],
    });
    const values = (size: string, colour: string) => [{ option: 'Colour', label: colour }, { option: 'size', label: size }];
    const store = aStoreTee({
      options: ['Colour', 'size'],
      variants: [
        aStoreVariant({ id: 194, sku: 'X', barcode: '', values: values('m', 'blue ') }),
        aStoreVariant({ id: 193, sku: 'Y', barcode: '3', values: values('S', 'Green') }),
        aStoreVariant({ id: 192, sku: 'b', barcode: '1', values: values('L', 'Red') }),
        aStoreVariant({ id: 191, sku: 'Z', barcode: '', values: values('L', 'Blue') }),
      ],
    });
    const variantLinks = new Map([[HikeProductId.parse(901), VariantId.parse(191)]]);
    expect(matchProduct(product, someFacts([store], { variantLinks }))).toMatchObject({
      variants: [{ hikeId: 901, variantId: 191 }, { hikeId: 902, variantId: 192 }, { hikeId: 903, variantId: 193 }, { hikeId: 904, variantId: 194 }],
      unlinkedVariants: [],
    });
  });

  it('does not choose between variants with one barcode', () => {
    const twice = aStoreTee({ variants: aStoreTee().variants.map((variant, index) => ({ ...variant, sku: `X${index}`, barcode: '9300000000109', values: [] })) });
    expect(matchProduct(aHikeTee(), someFacts([twice]))).toMatchObject({ kind: 'linked', variants: [], unlinkedVariants: [901, 902] });
  });

  it.each<[string, StoreProduct[], number | string]>([
    ['clashes with single products that have its SKUs', [other({ sku: 'TEE-S' }), other({ id: 113, sku: 'TEE-M' })], 'clash'],
    ['is ambiguous where several with variants have them', [aStoreTee({ variants: [aStoreTee().variants[0]] }), aStoreTee({ id: 195, variants: [aStoreTee().variants[1]] })], 'ambiguous'],
    ['is not the product whose own SKU a variant has', [aStoreTee({ sku: 'TEE-M', variants: [aStoreVariant({ sku: 'Z', barcode: '' })] })], 'refused'],
  ])('%s', (_, candidates, expected) => {
    expect(found(aHikeTee(), candidates)).toBe(expected);
  });

  it.each([
    ['a single product', aHikeTee(), aStoreProduct(), 'a product with variants', 'a single product'],
    ['a product with variants', aHikeProduct(), aStoreTee(), 'a single product', 'a product with variants'],
  ])('says what is what where it is linked to %s', (_, product, store, hike, bigcommerce) => {
    expect(matchProduct(product, someFacts([store], { link: store.id }))).toMatchObject({
      kind: 'clash',
      problem: { code: 'product-structure-clash', details: { product: product.name, hike, bigcommerce } },
      candidates: [{ id: store.id }],
    });
  });

  it('is ambiguous where a single product and one with variants share its SKUs', () => {
    expect(found(aHikeTee(), [aStoreTee({ variants: [aStoreTee().variants[0]] }), other({ sku: 'TEE-M' })])).toBe('ambiguous');
  });

  it('goes by the SKU of its own where the other side has no variants, and clashes', () => {
    expect(found(aHikeTee(), [other({ sku: 'TEE-M' })])).toBe('clash');
    expect(found(single({ sku: 'TEE' }), [aStoreTee({ sku: 'TEE' })])).toBe('clash');
  });

  it('names its own two variants with one SKU', () => {
    const variants = aHikeTee().variants.map((variant) => ({ ...variant, sku: 'TEE' }));
    expect(matchProduct(aHikeTee({ variants }), someFacts([]))).toMatchObject({ kind: 'duplicate', problem: { details: { key: 'the SKU TEE', other: '“Organic tee / M”' } } });
  });

  it('pairs each variant once, one to one, in any order', () => {
    const key = fc.constantFrom('', 'a', 'b', 'c');
    const variants = fc.array(fc.record({ sku: key, barcode: key, value: fc.constantFrom('S', 'M', 'L') }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(variants, variants, (ours, theirs) => {
        const product = aHikeTee({ variants: ours.map(({ sku, barcode, value }, index) => aHikeVariant({ id: 901 + index, sku, barcode, values: [value] })) });
        const store = aStoreTee({ variants: theirs.map(({ sku, barcode, value }, index) => aStoreVariant({ id: 191 + index, sku, barcode, values: [{ option: 'Size', label: value }] })) });
        const match = matchProduct(product, someFacts([store], { link: store.id }));
        if (match.kind !== 'linked') throw new Error(match.kind);
        expect(new Set(match.variants.map(({ variantId }) => variantId)).size).toBe(match.variants.length);
        expect([...match.variants.map(({ hikeId }) => hikeId), ...match.unlinkedVariants].sort()).toEqual(product.variants.map(({ id }) => id));
        const shuffled = matchProduct(product, someFacts([{ ...store, variants: store.variants.toReversed() }], { link: store.id }));
        expect(shuffled).toMatchObject({ variants: match.variants, unlinkedVariants: match.unlinkedVariants });
      }),
    );
  });
});
