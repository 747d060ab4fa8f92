import { expect, it } from 'vitest';
import { aSale } from '../../domain/testing/a-sale';
import { uninstallStore } from '../account/uninstall-store';
import { markNow } from '../account/mark-now';
import { sampleStore } from '../testing/batteries/sample-records';
import { createTestEngine } from '../testing/create-test-engine';

it('sends after a re-install what the uninstall left unsent', async () => {
  const engine = await createTestEngine();
  const { database: { tables, transaction }, storeHash, clock, vendors } = engine;
  const store = (await tables.stores.find(storeHash))!;
  await tables.stores.save({ ...store, state: 'reauthorise' });
  await engine.ringUp(aSale());
  await transaction('store-uninstalled', (inside) => uninstallStore(inside, storeHash, clock.now()));
  await engine.settle();
  await engine.pass(10 * 24 * 60 * 60_000);
  expect(vendors.createdOrders).toEqual([]);
  await tables.stores.save(sampleStore(storeHash, { profile: store.profile }));
  await transaction('store-installed', (inside) => markNow(inside, storeHash, { thing: 'store', now: clock.now(), trigger: 'person' }));
  await engine.settle();
  expect(vendors.createdOrders).toHaveLength(1);
});
