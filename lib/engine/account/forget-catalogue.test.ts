import { expect, it } from 'vitest';
import { aHikeProduct } from '../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../domain/testing/a-store-product';
import { askForDryRun } from '../jobs/catalogue/catalogue-run-steps';
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
