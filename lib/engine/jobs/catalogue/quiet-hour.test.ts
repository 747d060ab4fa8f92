import { expect, it } from 'vitest';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aHikeProduct, aHikeTee } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { markNow } from '../../account/mark-now';
import { type Delivery, webhookReceiver } from '../../account/receive-webhook';
import { createMemoryQueue } from '../../testing/create-memory-queue';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const HOUR_MS = 60 * 60_000;

/** Every hook that our own writes of the first sync set off, a second after each. */
const echo = async ({ database, clock, storeHash, vendors }: CatalogueEngine): Promise<void> => {
  const deps = { database, clock, queue: createMemoryQueue(database) };
  for (const { id, modifiedAt } of vendors.storeProducts.values()) {
    const at = instantPlus(modifiedAt ?? clock.now(), 1_000);
    const hints: Delivery['hint'][] = [
      { kind: 'product', id, isDeleted: false, at },
      { kind: 'product-stock', id, variantId: null, isAbsolute: true, at },
    ];
    for (const hint of hints) await webhookReceiver(deps)({ storeHash, webhookId: `${hint.kind}-${id}`, scope: 'store/product/updated', body: '{}', hint });
  }
};

it('makes no call but the polls in a quiet hour, with the echoes of our own writes in it', async () => {
  const engine = await syncedEngine({ hike: [aHikeProduct(), aHikeTee()], store: [aStoreProduct({ price: '20' })] });
  const { vendors, database, storeHash, clock } = engine;
  // What a set-up store has beside the catalogue.
  for (const thing of ['hike-sales', 'orders', 'store', 'hike-lists'] as const) await markNow(database.tables, storeHash, { thing, now: clock.now() });
  await engine.pass(60_000, 4);
  expect(engine.writes()).not.toEqual([]);
  const before = vendors.calls.length;
  await echo(engine);
  await engine.pass(HOUR_MS, 240);
  const counts: Record<string, number> = {};
  for (const name of vendors.calls.slice(before)) counts[name] = (counts[name] ?? 0) + 1;
  const { 'products.list': products = 0, 'sales.list': sales = 0, 'hikeCustomers.list': customers = 0, ...rest } = counts;
  // Hike's polls slow down while nothing is sold: well within its 5,000 calls a day.
  expect(products + sales + customers).toBeLessThan(5_000 / 24);
  expect([products, sales, customers].every((calls) => calls > 0)).toBe(true);
  const looksAtBothSides = { 'store.probe': 4, 'shop.probe': 4 };
  expect(rest).toEqual({ 'orders.list': 6, 'orders.archivedSince': 6, 'catalogue.since': 1, 'store.profile': 1, 'store.hooks': 1, 'store.extensions': 1, ...looksAtBothSides });
});
