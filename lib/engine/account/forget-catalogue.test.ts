import { expect, it } from 'vitest';
import type { HikeProductId, ImageId, ProductId } from '../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../domain/testing/a-store-product';
import { askForDryRun, startCatalogue } from '../jobs/catalogue/catalogue-run-steps';
import { syncedEngine } from '../jobs/catalogue/testing/catalogue-engine';
import { person } from '../jobs/customers/testing/customers-engine';
import type { ProductImage } from '../ports/tables';
import { sampleStore } from '../testing/batteries/sample-records';
import { forgetCatalogue } from './forget-catalogue';
import { createTestAccount, STORE } from './testing/create-test-account';
import { uninstallStore } from './uninstall-store';

const PICTURE: ProductImage = { hikeId: 812 as HikeProductId, productId: 111 as ProductId, imageId: 70 as ImageId, key: 'k', url: 'https://img.example.com/k', content: 'c', position: 0 };

it('an uninstall forgets both catalogues, and a re-install begins with a dry run that writes nothing', async () => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct()] });
  const { tables } = engine.database;
  await tables.images.replace(engine.storeHash, PICTURE.hikeId, [PICTURE]);
  await engine.act((inside, hash, now) => uninstallStore(inside, hash, now));
  // They are in BigCommerce all the same, and would be sent a second time.
  expect(await tables.images.listOf(engine.storeHash, [PICTURE.hikeId])).toEqual([PICTURE]);
  expect(await tables.hikeProducts.listIds(engine.storeHash, { after: null, limit: 10 })).toEqual([]);
  expect(await tables.storeProducts.listIds(engine.storeHash, { after: null, limit: 10 })).toEqual([]);
  expect(await engine.run()).toMatchObject({ state: 'never' });
  const { profile } = (await tables.stores.find(engine.storeHash)) ?? {};
  await tables.stores.save(sampleStore(engine.storeHash, { profile: profile ?? null }));
  engine.vendors.calls.length = 0;
  await engine.act(askForDryRun);
  expect(await engine.run()).toMatchObject({ state: 'ready' });
  expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
  expect(engine.writes()).toEqual([]);
});

it.each([
  ['an uninstall', false, 1],
  ['another shop', true, 0],
])('%s ends all work on the catalogue, and has both lists read from the start (pictures are another shop’s: %s)', async (_, isOtherShop, pictures) => {
  const { database, clock } = createTestAccount();
  const { tables } = database;
  const things = ['compare', 'product', 'stock', 'customer', 'product-to-hike', 'order', 'sale'] as const;
  for (const thing of things) await tables.dirty.mark(STORE, { thing, id: '1', priority: 0, notBefore: clock.now(), trigger: 'schedule' });
  const cursors = ['hike-products', 'store-products', 'hike-customers'];
  for (const cursor of cursors) await tables.cursors.save(STORE, cursor, { goodUntil: clock.now() });
  await tables.images.replace(STORE, PICTURE.hikeId, [PICTURE]);
  await tables.customers.saveMany(STORE, [{ customer: person(51), fingerprint: 'f', state: 'waiting', problem: null, candidates: [], customerId: null, written: null }]);
  await database.transaction('candidate-answered', (inside) => forgetCatalogue(inside, STORE, { isOtherShop }));
  expect((await tables.dirty.listDue(STORE, clock.now(), 10)).map(({ thing }) => thing).sort()).toEqual(['order', 'sale']);
  expect(await Promise.all(cursors.map((cursor) => tables.cursors.find(STORE, cursor)))).toEqual([null, null, null]);
  expect(await tables.customers.findMany(STORE, [person(51).id])).toEqual([]);
  expect(await tables.images.listOf(STORE, [PICTURE.hikeId])).toHaveLength(pictures);
});

it('after a re-install asks about a product that was deleted in Hike meanwhile', async () => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] }), aHikeTee({ types: [] })], store: [aStoreProduct()] });
  const { tables } = engine.database;
  const { profile } = (await tables.stores.find(engine.storeHash)) ?? {};
  await engine.act((inside, hash, now) => uninstallStore(inside, hash, now));
  engine.vendors.hikeProducts.clear();
  engine.vendors.hikeProducts.set(1001, aHikeProduct({ id: 1001, name: 'Mug', types: [], variants: [aHikeVariant({ id: 1001, sku: 'MUG', barcode: '' })] }));
  await tables.stores.save(sampleStore(engine.storeHash, { profile: profile ?? null }));
  await engine.act(askForDryRun);
  await engine.pass(15 * 60_000, 3);
  await engine.act(startCatalogue);
  await engine.pass(15 * 60_000, 3);
  expect(await engine.plan(812)).toMatchObject({ standing: 'removed', problem: { code: 'product-gone-from-hike', details: { product: 'Canvas tote' } } });
  expect((await tables.hikeProducts.findMany(engine.storeHash, [900 as HikeProductId]))[0]?.product.variants.map(({ id, sku }) => [id, sku])).toEqual([[901, 'TEE-S'], [902, 'TEE-M']]);
  const asked = (await engine.entries()).filter(({ result }) => result === 'needs-you');
  expect(asked.map(({ recordId, problem }) => [recordId, problem?.code])).toEqual(expect.arrayContaining([['812', 'product-gone-from-hike'], ['900', 'product-gone-from-hike']]));
});

it('after a re-install tells of a product that was deleted in BigCommerce meanwhile, once somebody starts again', async () => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct()] });
  const { tables } = engine.database;
  const { profile } = (await tables.stores.find(engine.storeHash)) ?? {};
  await engine.act((inside, hash, now) => uninstallStore(inside, hash, now));
  engine.vendors.storeProducts.delete(111);
  await tables.stores.save(sampleStore(engine.storeHash, { profile: profile ?? null }));
  await engine.act(askForDryRun);
  expect([await engine.plan(812), await engine.entries()]).toMatchObject([{ standing: 'refused', problem: { code: 'product-deleted-in-bigcommerce' } }, []]);
  await engine.act(startCatalogue);
  expect(await engine.entries()).toMatchObject([{ recordId: '812', result: 'needs-you', problem: { code: 'product-deleted-in-bigcommerce' } }]);
});
