import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HikeProduct, HikeProductRow, HikeVariant } from '../../hike-product';
import { HikeProductId } from '../../ids';
import { Instant } from '../../instant';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../testing/a-hike-product';
import { hikeProductsFromRows } from './merge-hike-rows';

const id = (number: number) => HikeProductId.parse(number);
const at = (minute: number) => Instant.parse(`2026-02-01T00:${String(minute).padStart(2, '0')}:00.000Z`);
const parent = (change: Parameters<typeof aHikeTee>[0] = {}): HikeProductRow => ({ kind: 'product', product: aHikeTee({ modifiedAt: at(10), ...change }) });
const child = (change: Parameters<typeof aHikeVariant>[0] = {}, minute = 10): HikeProductRow => ({
  kind: 'child',
  parentId: id(900),
  variant: aHikeVariant({ id: 902, name: 'Organic tee / M', sku: 'TEE-M', values: [], ...change }),
  modifiedAt: at(minute),
});
const knowing = (...products: HikeProduct[]) => new Map(products.map((product) => [product.id, product]));
const variantOf = (rows: HikeProductRow[], known = knowing()): HikeVariant | undefined => hikeProductsFromRows(rows, known).products[0]?.variants.find((variant) => variant.id === id(902));

describe('hikeProductsFromRows', () => {
  it('puts parents and children together, whichever comes first', () => {
    const rows = [child({ sku: 'TEE-M2' }), parent(), { kind: 'product', product: aHikeProduct() } as HikeProductRow];
    const { products, orphans } = hikeProductsFromRows(rows, knowing());
    expect(products.map((product) => product.id)).toEqual([900, 812]);
    expect(products[0]?.variants.map(({ sku, values }) => [sku, values])).toEqual([['TEE-S', ['S']], ['TEE-M2', ['M']]]);
    expect(orphans).toEqual([]);
  });

  it('updates a known parent from a child that comes alone', () => {
    expect(hikeProductsFromRows([child({ sku: 'TEE-M2' }, 20)], knowing(aHikeTee()))).toEqual({
      products: [expect.objectContaining({ id: 900, modifiedAt: at(20), variants: [expect.objectContaining({ sku: 'TEE-S' }), expect.objectContaining({ sku: 'TEE-M2', values: ['M'] })] })],
      orphans: [],
    });
  });

  describe('of a variant whose own row comes beside or after its parent’s', () => {
    const picture = (key: string) => ({ key, url: `https://hike.example/${key}.png`, isPrimary: true });
    const pictured = (...images: HikeVariant['images']) => aHikeTee({ modifiedAt: at(10), variants: aHikeTee().variants.map((variant) => ({ ...variant, images })) });
    const keysOf = (rows: HikeProductRow[], known = knowing()) => variantOf(rows, known)?.images.map(({ key }) => key);

    it.each<[string, HikeVariant['images'], HikeVariant['images'], string[]]>([
      ['the parent’s, where its own row tells none', [picture('a')], [], ['a']],
      ['its own, where both tell some', [picture('a')], [picture('b')], ['b']],
      ['none, where neither tells any', [], [], []],
    ])('has the pictures that are %s', (_, told, own, keys) => {
      const row: HikeProductRow = { kind: 'product', product: pictured(...told) };
      expect(keysOf([row, child({ images: own })])).toEqual(keys);
      expect(keysOf([child({ images: own })], knowing(pictured(...told)))).toEqual(keys);
    });
  });

  it('asks for the parent of a child that nobody knows', () => {
    expect(hikeProductsFromRows([child(), child({ id: 901 })], knowing())).toEqual({ products: [], orphans: [900] });
  });

  it.each([
    ['a new child whose values are not told', aHikeTee(), child({ id: 903 })],
    ['a child of what was a single product until now', aHikeProduct({ id: 900, variants: [aHikeVariant({ id: 900 })] }), child({ id: 903 })],
  ])('asks for the parent of %s', (_, known, row) => {
    expect(hikeProductsFromRows([row], knowing(known))).toEqual({ products: [], orphans: [900] });
  });

  it('asks for a parent whose children nobody has told of', () => {
    expect(hikeProductsFromRows([{ kind: 'product', product: aHikeTee({ variants: [] }) }], new Map())).toEqual({ products: [], orphans: [900] });
  });

  it('takes in a new child whose values are told', () => {
    const { products } = hikeProductsFromRows([child({ id: 903, sku: 'TEE-L', values: ['L'] })], knowing(aHikeTee()));
    expect(products[0]?.variants.map(({ sku }) => sku)).toEqual(['TEE-S', 'TEE-M', 'TEE-L']);
  });

  it('lets the newest of several rows of one thing hold', () => {
    const rows = [parent({ name: 'Newer', modifiedAt: at(12) }), parent({ name: 'Older', modifiedAt: at(11) }), child({ sku: 'NEWER' }, 14), child({ sku: 'OLDER' }, 13)];
    const [product] = hikeProductsFromRows(rows, knowing()).products;
    expect([product?.name, product?.variants[1]?.sku]).toEqual(['Newer', 'NEWER']);
  });

  it('believes a newer parent about its child, but the child about its name', () => {
    expect(variantOf([parent({ modifiedAt: at(12) }), child({ sku: 'OLDER', name: 'Organic tee / Medium' }, 11)])).toMatchObject({ sku: 'TEE-M', name: 'Organic tee / Medium' });
  });

  it('drops a child that its newer parent no longer lists', () => {
    const { products, orphans } = hikeProductsFromRows([parent({ modifiedAt: at(12) }), child({ id: 903, values: ['L'] }, 11)], knowing());
    expect(products[0]?.variants).toHaveLength(2);
    expect(orphans).toEqual([]);
  });

  it('keeps a child’s known name until the product is renamed', () => {
    const known = knowing(aHikeTee());
    const told = { variants: aHikeTee().variants.map((variant) => ({ ...variant, name: 'Organic tee' })) };
    expect(variantOf([parent(told)], known)?.name).toBe('Organic tee / M');
    expect(variantOf([parent({ ...told, name: 'Bio tee' })], known)?.name).toBe('Organic tee');
  });

  it('comes to the same in any order, however often the same is told', () => {
    const rows = [parent(), child(), child({ id: 901, sku: 'TEE-S', name: 'Organic tee / S', barcode: '9300000000109' }), { kind: 'product', product: aHikeProduct() } as HikeProductRow];
    const once = new Map(hikeProductsFromRows(rows, knowing()).products.map((product) => [product.id, product]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 }), (told) => {
        const { products, orphans } = hikeProductsFromRows(told, knowing());
        expect(new Map(products.map((product) => [product.id, product]))).toEqual(once);
        expect(orphans).toEqual([]);
      }),
    );
  });
});
