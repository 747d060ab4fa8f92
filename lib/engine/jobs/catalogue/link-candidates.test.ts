import { describe, expect, it } from 'vitest';
import { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import type { StoreStanding } from '../../ports/tables';
import { sampleHikeProduct, samplePlan } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { linkCandidates } from './link-candidates';

interface Given {
  /** BigCommerce products that each of Hike's could be. */
  could: Record<number, number[] | null>;
  linked?: Record<number, number>;
  standings?: Record<number, StoreStanding>;
}

const STORES = [111, 112, 190].map((id) => (id === 190 ? aStoreTee() : aStoreProduct({ id, name: `Bag ${id}`, sku: '', variants: [aStoreVariant({ id: id + 100, sku: '', barcode: '' })] })));

/** Mugs of Hike's, each a single product, and two bags and a tee of BigCommerce. */
const linking = async ({ could, linked = {}, standings = {} }: Given) => {
  const { database, storeHash } = await createTestContext();
  const { tables } = database;
  const mug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, variants: [aHikeVariant({ id, sku: `MUG-${id}`, barcode: '' })] });
  const planOf = (ids: number[] | null) => (ids === null ? null : samplePlan('ambiguous', { candidates: ids.map((productId) => ({ productId, name: `Bag ${productId}` })) }));
  await tables.hikeProducts.saveMany(storeHash, Object.entries(could).map(([id, ids]) => ({ ...sampleHikeProduct(Number(id), ''), product: mug(Number(id)), plan: planOf(ids) })));
  await tables.storeProducts.saveMany(storeHash, STORES.map((product) => ({ product, standing: standings[product.id] ?? 'only-here', sweep: 1, goneAt: null })));
  await tables.links.saveMany(storeHash, Object.entries(linked).map(([hikeId, id]) => ({ thing: 'product', bigcommerceId: String(id), hikeId, origin: 'hike', facts: {} })), NOW);
  return {
    link: (...ids: number[]) => database.transaction('products-acted-on', (inside) => linkCandidates(inside, storeHash, { hikeIds: ids.map((id) => HikeProductId.parse(id)), now: NOW })),
    partners: async () => (await tables.links.findByHike(storeHash, 'product', Object.keys(could))).map(({ hikeId, bigcommerceId }) => [hikeId, bigcommerceId]).sort(),
  };
};

describe('to link many products with their only candidates', () => {
  it('links each with its own, and says nothing of those that are linked or were never seen', async () => {
    const { link, partners } = await linking({ could: { 1: [111], 2: [112], 3: [190] }, linked: { 3: 190 } });
    expect(await link(1, 2, 3, 99)).toEqual({ linked: [1, 2], refused: [] });
    expect(await partners()).toEqual([['1', '111'], ['2', '112'], ['3', '190']]);
  });

  it.each<[string, Given, string]>([
    ['nothing in BigCommerce looks like it', { could: { 1: [] } }, 'Nothing in BigCommerce looks like “Mug 1”: link it by hand.'],
    ['it was not compared yet', { could: { 1: null } }, 'Nothing in BigCommerce looks like “Mug 1”: link it by hand.'],
    ['it could be any of several', { could: { 1: [111, 112] } }, '“Mug 1” could be any of 2 products: link it by hand.'],
    ['its candidate is linked with another', { could: { 1: [111], 2: [] }, linked: { 2: 111 } }, '“Bag 111”, the only candidate of “Mug 1”, is linked with another product.'],
    ['its candidate was put aside', { could: { 1: [111] }, standings: { 111: 'ignored' } }, '“Bag 111”, the only candidate of “Mug 1”, was put aside: put it back first.'],
    ['another product could be the same', { could: { 1: [111], 2: [112, 111] } }, '“Bag 111” could be “Mug 1” or “Mug 2”: link the right one by hand.'],
    ['the two are not alike', { could: { 1: [190] } }, '“Mug 1” is a single product in Hike but a product with variants in BigCommerce.'],
  ])('does not where %s, and says so', async (_, given, sentence) => {
    const { link, partners } = await linking(given);
    const before = await partners();
    expect(await link(1)).toMatchObject({ linked: [], refused: [{ hikeId: 1, sentence }] });
    expect(await partners()).toEqual(before);
  });

  it('links what another product could have been that is linked by now', async () => {
    const { link } = await linking({ could: { 1: [111], 2: [111] }, linked: { 2: 112 } });
    expect(await link(1)).toEqual({ linked: [1], refused: [] });
  });

  it('links what others want other candidates than', async () => {
    const { link } = await linking({ could: { 1: [111], 2: [112] } });
    expect(await link(1)).toEqual({ linked: [1], refused: [] });
  });
});
