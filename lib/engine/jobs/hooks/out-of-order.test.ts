import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import { OrderId, ProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { OrderStatusId } from '../../../domain/order';
import { anOrder } from '../../../domain/testing/an-order';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { type Hint, webhookReceiver } from '../../account/receive-webhook';
import { createMemoryQueue } from '../../testing/create-memory-queue';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';
import { saveRun } from '../catalogue/run-cursor';

const ORDER = OrderId.parse(1042);
const PRODUCT = ProductId.parse(111);
const STATUSES = [1, 7, 11, 9, 10].map((status) => OrderStatusId.parse(status));
const READS = ['orders.byIds', 'orders.byIds:done', 'catalogue.byIds', 'catalogue.byIds:done'];

/** Order and product as BigCommerce holds them after their change number `version`, and what it tells of that change. */
const change = ({ vendors }: TestEngine, version: number): Hint[] => {
  const at = instantPlus(anOrder().modifiedAt, version * 60_000);
  vendors.orders.set(ORDER, anOrder({ id: ORDER, statusId: STATUSES[version % STATUSES.length]!, modifiedAt: at }));
  vendors.storeProducts.set(PRODUCT, aStoreProduct({ id: PRODUCT, price: String(version), modifiedAt: at }));
  return [{ kind: 'order', id: ORDER }, { kind: 'product', id: PRODUCT, isDeleted: false, at }];
};

const known = async ({ database: { tables }, storeHash }: TestEngine) => {
  const [order] = await tables.orders.findMany(storeHash, [ORDER]);
  const [product] = await tables.storeProducts.findMany(storeHash, [PRODUCT]);
  return { statusId: order?.statusId, price: product?.product.price };
};

/** Changes, deliveries (some of them twice) and the pump's reads, in the order that the scheduler draws. */
const storm = async (engine: TestEngine, s: fc.Scheduler, { changes, twice }: { changes: number; twice: boolean[] }): Promise<void> => {
  const { database, storeHash, vendors } = engine;
  // What is told of a product is read a little later: that moment is now.
  const clock = { ...engine.clock, now: () => instantPlus(engine.clock.now(), -5_000) };
  const deps = { database, clock, queue: createMemoryQueue(database) };
  const turn = (name: string) => s.schedule(Promise.resolve(), name);
  const deliveries: Promise<void>[] = [];
  const deliver = async (webhookId: string, hint: Hint) => {
    await turn(`delivery ${webhookId}`);
    await webhookReceiver(deps)({ storeHash, webhookId, scope: 'store/order/updated', body: '{}', hint });
  };
  const platform = async () => {
    for (let version = 1; version <= changes; version += 1) {
      await turn(`change ${version}`);
      for (const hint of change(engine, version)) {
        const id = `${hint.kind} ${version}`;
        deliveries.push(deliver(id, hint), ...(twice[version] ? [deliver(id, hint)] : []));
      }
    }
  };
  const pump = async () => {
    for (let slice = 0; slice <= changes; slice += 1) {
      await turn(`slice ${slice}`);
      await engine.settle();
    }
  };
  vendors.onCall = (moment) => (READS.includes(moment) ? turn(moment) : undefined);
  await s.waitFor(Promise.all([platform(), pump()]));
  await s.waitFor(Promise.all(deliveries));
};

/** Between two draws all goes on that can: else a step of many awaits would always lose against a step of few. */
const act = async (step: () => Promise<void>): Promise<void> => {
  await step();
  await new Promise((resume) => setImmediate(resume));
};

it('the newest truth is read in the end, whenever its hook comes while the pump works on an older one', async () => {
  const drawn = fc.record({ changes: fc.integer({ min: 2, max: 5 }), twice: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(fc.scheduler({ act }), drawn, async (s, plan) => {
      const engine = await createTestEngine();
      const { database, storeHash, vendors } = engine;
      await saveRun(database.tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'ready', store: { ...NO_CATALOGUE_RUN.store, isDone: true } });
      await storm(engine, s, plan);
      vendors.onCall = () => undefined;
      // Nothing sweeps here: what is known now, the marks alone have led to.
      await engine.settle();
      expect(await known(engine)).toEqual({ statusId: STATUSES[plan.changes % STATUSES.length], price: String(plan.changes) });
      expect([await database.tables.dirty.count(storeHash, 'order'), await database.tables.dirty.count(storeHash, 'store-product')]).toEqual([0, 0]);
    }),
    { numRuns: 150 },
  );
});
