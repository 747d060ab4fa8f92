import { expect, it } from 'vitest';
import { aHikeProduct } from '../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../domain/testing/a-store-product';
import { askForDryRun, startCatalogue } from '../jobs/catalogue/catalogue-run-steps';
import { syncedEngine } from '../jobs/catalogue/testing/catalogue-engine';
import { sampleStore } from '../testing/batteries/sample-records';
import { uninstallStore } from './uninstall-store';

it('an uninstall forgets both catalogues, and a re-install begins with a dry run that writes nothing', async () => {
  const engine = await syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct()] });
  const { tables } = engine.database;
  await engine.act((inside, hash, now) => uninstallStore(inside, hash, now));
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
