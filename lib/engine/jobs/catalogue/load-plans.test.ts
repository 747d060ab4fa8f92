import { describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreVariant } from '../../../domain/testing/a-store-product';
import { TransientFailure } from '../../ports/failures';
import type { SeenHikeProduct, SeenStoreProduct } from '../../ports/tables';
import { sampleHikeProduct, sampleStoreProduct } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { linkPairs } from './links-of-pairs';
import { catalogueContext, openPlanShelf } from './load-plans';

type Keys = [sku: string, barcode: string];

const inHike = (id: number, [sku, barcode]: Keys, change: Partial<Omit<SeenHikeProduct, 'product'>> = {}, product: object = {}): SeenHikeProduct => {
  const seen = sampleHikeProduct(id, `Mug ${id}`, { ...change, variants: [aHikeVariant({ id, sku, barcode })] });
  return { ...seen, product: { ...seen.product, ...product } };
};

const inStore = (id: number, [sku, barcode]: Keys, change: Partial<Omit<SeenStoreProduct, 'product'>> = {}): SeenStoreProduct => sampleStoreProduct(id, `Cup ${id}`, { ...change, variants: [aStoreVariant({ id: id + 1000, sku, barcode })] });

const MINE: Keys = ['MUG', '930'];
const OTHERS: Keys = ['CAP', '940'];

/** Product 1 is planned together with product 5, which has keys of its own. */
const shelfOf = async ({ hike = [], store = [], linked, keys = MINE }: { hike?: SeenHikeProduct[]; store?: SeenStoreProduct[]; linked?: [number, number]; keys?: Keys }) => {
  const { context, tables, storeHash } = await createTestContext();
  await tables.hikeProducts.saveMany(storeHash, [inHike(1, keys), inHike(5, OTHERS), ...hike]);
  await tables.storeProducts.saveMany(storeHash, store);
  if (linked !== undefined) {
    const [hikeId, storeId] = linked;
    await context.record('products-linked', (inside) => linkPairs(inside, storeHash, { pairs: [{ product: inHike(hikeId, MINE).product, store: inStore(storeId, MINE).product, variants: [] }], now: NOW }));
  }
  const shelf = await openPlanShelf(context, [1, 5] as HikeProductId[], { withStock: false });
  return { shelf, facts: () => shelf.factsOf(shelf.seen.get(1 as HikeProductId)!) };
};

describe('what a product is planned from', () => {
  it.each<[string, SeenHikeProduct, number[]]>([
    ['the same SKU', inHike(2, ['mug ', '']), [2]],
    ['the same barcode', inHike(2, ['', '930']), [2]],
    ['other keys', inHike(2, ['POT', '950']), []],
    ['the keys of another product of the batch', inHike(2, OTHERS), []],
    ['the same keys and is not active', inHike(2, MINE, {}, { isActive: false }), []],
    ['the same keys and is not sold online', inHike(2, MINE, {}, { isOnline: false }), []],
    ['the same keys and was put aside', inHike(2, MINE, { isIgnored: true }), []],
    ['the same keys and is gone', inHike(2, MINE, { goneAt: NOW }), []],
  ])('has for a twin in Hike what may be mistaken for it: one with %s', async (_, other, twins) => {
    const { facts } = await shelfOf({ hike: [other] });
    expect(facts().twins.map(({ variantId, name }) => [variantId, name])).toEqual(twins.map((id) => [id, `Mug ${id}`]));
  });

  it.each<[string, SeenStoreProduct, number[]]>([
    ['the same SKU', inStore(7, ['mug', '']), [7]],
    ['the same barcode', inStore(7, ['', '930']), [7]],
    ['other keys', inStore(7, ['POT', '950']), []],
    ['the keys of another product of the batch', inStore(7, OTHERS), []],
    ['the same keys and is gone', inStore(7, MINE, { goneAt: NOW }), []],
  ])('may be what BigCommerce has with %s', async (_, other, candidates) => {
    const { facts } = await shelfOf({ store: [other] });
    expect(facts().candidates.map(({ id }) => id)).toEqual(candidates);
  });

  it('is not what has no key either', async () => {
    const { facts } = await shelfOf({ keys: ['', ' '], hike: [inHike(2, ['', ''])], store: [inStore(7, ['', ''])] });
    expect(facts()).toMatchObject({ twins: [], candidates: [] });
  });

  it('is what it is linked with, whatever its keys, and not what is another’s', async () => {
    const { facts } = await shelfOf({ store: [inStore(7, ['POT', '950'])], linked: [1, 7] });
    expect(facts()).toMatchObject({ link: 7, candidates: [{ id: 7 }], takenProductIds: new Set() });
    const { facts: alone } = await shelfOf({ store: [inStore(7, MINE)], linked: [2, 7] });
    expect(alone()).toMatchObject({ link: null, candidates: [{ id: 7 }], takenProductIds: new Set([7]) });
  });

  it('sees what was taken by another of the batch', async () => {
    const { shelf, facts } = await shelfOf({ store: [inStore(7, MINE)] });
    expect(facts().takenProductIds).toEqual(new Set());
    shelf.take(7 as ProductId, 5 as HikeProductId);
    expect(facts().takenProductIds).toEqual(new Set([7]));
  });

  it('knows who holds its name', async () => {
    const { product, ...seen } = inStore(7, OTHERS);
    const { facts } = await shelfOf({ store: [{ ...seen, product: { ...product, name: ' mug 1' } }] });
    expect(facts().nameHolder).toMatchObject({ id: 7 });
    expect((await shelfOf({ store: [inStore(7, OTHERS)] })).facts().nameHolder).toBeNull();
  });

  it('waits until the store has been read', async () => {
    const { context } = await createTestContext();
    await expect(catalogueContext({ ...context, store: { ...context.store, profile: null } })).rejects.toBeInstanceOf(TransientFailure);
  });
});
