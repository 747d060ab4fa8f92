import { expect, it } from 'vitest';
import { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeTee } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee } from '../../../domain/testing/a-store-product';
import type { Link } from '../../ports/tables';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { unlinkProducts } from './unlink-products';

const TEE = aHikeTee();
const link = (thing: 'product' | 'variant', bigcommerceId: number, hikeId: number): Link =>
  ({ thing, bigcommerceId: String(bigcommerceId), hikeId: String(hikeId), origin: 'hike', facts: {} });

/** The tee is linked with product 190 and its sizes, also with variants that one side alone still has; another is linked with product 111. */
const linked = async ({ goneAt = null }: { goneAt?: typeof NOW | null } = {}) => {
  const { database, storeHash } = await createTestContext();
  const { tables } = database;
  const tee = { ...sampleHikeProduct(TEE.id, TEE.name, { written: { images: 'x' } }), product: TEE };
  await tables.hikeProducts.saveMany(storeHash, [tee, sampleHikeProduct(812, 'Tote', { written: { images: 'y' } })]);
  const stores = [{ product: aStoreTee(), goneAt }, { product: aStoreProduct(), goneAt: null }];
  await tables.storeProducts.saveMany(storeHash, stores.map((one) => ({ ...one, standing: 'linked', sweep: 1 })));
  // The S of Hike's is linked with a variant that BigCommerce's tee no longer has, and so the other way round.
  const variants = [link('variant', 999, 901), link('variant', 192, 998), link('variant', 211, 812)];
  await tables.links.saveMany(storeHash, [link('product', 190, 900), link('product', 111, 812), ...variants], NOW);
  return {
    unlink: (what: Parameters<typeof unlinkProducts>[2]) => database.transaction('products-acted-on', (inside) => unlinkProducts(inside, storeHash, what)),
    left: async () => {
      const products = await tables.links.findByHike(storeHash, 'product', ['900', '812']);
      return [...products, ...(await tables.links.findByBigCommerce(storeHash, 'variant', ['999', '192', '211']))].map(({ bigcommerceId }) => bigcommerceId).sort();
    },
    stores: async () => (await tables.storeProducts.findMany(storeHash, [ProductId.parse(190), ProductId.parse(111)])).map(({ product, standing }) => [product.id, standing]),
    written: async () => (await tables.hikeProducts.findMany(storeHash, [TEE.id, HikeProductId.parse(812)])).map(({ written }) => written.images),
  };
};

it.each([
  ['Hike', { hikeIds: [TEE.id] }],
  ['BigCommerce', { productIds: [aStoreTee().id] }],
  ['both', { hikeIds: [TEE.id], productIds: [aStoreTee().id] }],
])('takes apart a product that %s names, with the links of its variants that either side knows of, and no other', async (_, what) => {
  const { unlink, left, stores, written } = await linked();
  expect(await unlink(what)).toEqual([900]);
  expect(await left()).toEqual(['111', '211']);
  expect((await stores()).sort()).toEqual([[111, 'linked'], [190, 'only-here']]);
  expect((await written()).filter(Boolean)).toEqual(['y']);
});

it('forgets the partner where BigCommerce has it no longer', async () => {
  const { unlink, stores } = await linked({ goneAt: NOW });
  await unlink({ hikeIds: [TEE.id] });
  expect(await stores()).toEqual([[111, 'linked']]);
});

it('changes nothing of what is linked with nothing', async () => {
  const { unlink, left } = await linked();
  expect(await unlink({ hikeIds: [HikeProductId.parse(7)] })).toEqual([]);
  expect(await left()).toHaveLength(5);
});
