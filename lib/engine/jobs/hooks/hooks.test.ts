import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { anOrder } from '../../../domain/testing/an-order';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { markNow } from '../../account/mark-now';
import { type Hint, webhookReceiver } from '../../account/receive-webhook';
import { createMemoryQueue } from '../../testing/create-memory-queue';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';
import { tellHook } from '../../testing/fake-hooks';
import { syncedEngine } from '../catalogue/testing/catalogue-engine';
import { HOOK_SCOPES } from './keep-hooks';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const ORDER = 'store/order/updated';

/** The hourly check has begun. */
const kept = async <Engine extends TestEngine>(engine: Engine): Promise<Engine> => {
  await markNow(engine.database.tables, engine.storeHash, { thing: 'store', now: engine.clock.now(), trigger: 'schedule' });
  await engine.settle();
  return engine;
};

/** BigCommerce tells us of an event, as far as it does; true when it did. */
const tell = async ({ vendors, database, clock, storeHash }: TestEngine, scope: string, hint: Hint): Promise<boolean> => {
  if (tellHook(vendors, scope) === null) return false;
  await webhookReceiver({ database, clock, queue: createMemoryQueue(database) })({ storeHash, scope, webhookId: `${scope} ${clock.now()}`, body: '{}', hint });
  return true;
};

const order = anOrder({ id: 1042 as OrderId, statusId: 1 });
const hint: Hint = { kind: 'order', id: order.id };

const goodAt = async ({ pages, storeHash }: TestEngine) => (await pages.overview(storeHash)).store.noticesGoodAt;
const silences = async (engine: TestEngine) => (await engine.entries()).filter(({ label }) => label === 'Notices from BigCommerce');
const callsIn = async (engine: TestEngine, ms: number, steps: number): Promise<string[]> => {
  const before = engine.vendors.calls.length;
  await engine.pass(ms, steps);
  return engine.vendors.calls.slice(before);
};

describe('webhooks', () => {
  it('still tell of everything after 90 quiet days', async () => {
    const engine = await kept(await createTestEngine());
    await engine.pass(90 * DAY_MS, 90);
    await engine.pass(DAY_MS, 24);
    const { vendors } = engine;
    expect([...vendors.hooks.values()].every(({ isActive }) => isActive)).toBe(true);
    expect(await silences(engine)).toMatchObject([{ result: 'done', detail: { topics: [...HOOK_SCOPES] } }]);
    vendors.orders.set(order.id, order);
    expect(await tell(engine, ORDER, hint)).toBe(true);
    await engine.settle();
    expect(await engine.seen(order.id)).toMatchObject({ statusId: 1 });
    expect(await goodAt(engine)).toBe(engine.clock.now());
  });

  it('are switched on within the hour in which BigCommerce lets them go', async () => {
    const engine = await kept(await createTestEngine());
    await engine.pass(90 * DAY_MS, 90);
    await engine.clock.advance(1);
    expect(await tell(engine, ORDER, hint)).toBe(false);
    await engine.pass(HOUR_MS);
    expect(await tell(engine, ORDER, hint)).toBe(true);
  });

  it('that are there make no call but the list, and no entry', async () => {
    const engine = await kept(await createTestEngine());
    const calls = await callsIn(engine, HOUR_MS, 1);
    expect(calls.filter((name) => name.startsWith('store.hook'))).toEqual(['store.hooks']);
    expect(await silences(engine)).toEqual([]);
  });

  it('that were silent lead to a look at what changed since they were last good', async () => {
    const engine = await createTestEngine();
    await markNow(engine.database.tables, engine.storeHash, { thing: 'orders', now: engine.clock.now() });
    await kept(engine);
    const before = engine.clock.now();
    engine.vendors.hooks.delete(ORDER);
    await engine.pass(HOUR_MS - 6, 6);
    // Too long ago for the sweep that comes every ten minutes.
    engine.vendors.orders.set(order.id, { ...order, modifiedAt: instantPlus(before, 60_000) });
    await engine.pass(6);
    expect(await engine.seen(order.id)).toBeUndefined();
    await engine.pass(90_000);
    expect(await engine.seen(order.id)).toBeDefined();
    expect(await silences(engine)).toMatchObject([{ detail: { since: before, topics: [ORDER] } }]);
  });

  it('about products and stock that were silent have every product and level read once', async () => {
    const engine = await kept(await syncedEngine({ hike: [aHikeProduct()], store: [aStoreProduct()] }));
    engine.vendors.storeProducts.delete(111);
    for (const scope of ['store/product/deleted', 'store/sku/inventory/updated']) engine.vendors.hooks.delete(scope);
    await engine.pass(HOUR_MS);
    const calls = await callsIn(engine, 90_000, 2);
    expect(calls).toContain('catalogue.list');
    expect(calls).toContain('inventory.all');
    await engine.pass(60_000, 4);
    expect((await engine.database.tables.storeProducts.findMany(engine.storeHash, [aStoreProduct().id]))[0]?.goneAt).not.toBeNull();
    expect(await callsIn(engine, HOUR_MS, 4)).not.toContain('catalogue.list');
  });

  it('that were put right before a crash are made up for all the same', async () => {
    const engine = await kept(await createTestEngine());
    engine.vendors.hooks.delete(ORDER);
    engine.vendors.onCall = (moment) => {
      if (moment === 'store.extensions') throw new Error('the process dies');
    };
    await engine.pass(HOUR_MS);
    expect(engine.vendors.hooks.has(ORDER)).toBe(true);
    expect(await silences(engine)).toEqual([]);
    engine.vendors.onCall = () => undefined;
    await engine.pass(10 * 60_000);
    expect(await silences(engine)).toHaveLength(1);
  });

  it.each(['store.hook.mend', 'store.hook.mend:done'])('that were half put right before a crash are made up for all together (%s)', async (fatal) => {
    for (const last of [1, 2, 3]) {
      const engine = await kept(await createTestEngine());
      const lost = ['store/order/created', ORDER, 'store/app/uninstalled'];
      for (const scope of lost) engine.vendors.hooks.delete(scope);
      const since = await goodAt(engine);
      let calls = 0;
      engine.vendors.onCall = (moment) => {
        if (moment === fatal && (calls += 1) >= last) throw new Error('the process dies');
      };
      await engine.pass(HOUR_MS);
      expect(await silences(engine)).toEqual([]);
      engine.vendors.onCall = () => undefined;
      await engine.pass(10 * 60_000);
      expect([...engine.vendors.hooks.values()].map(({ secret }) => secret)).toEqual(HOOK_SCOPES.map(() => 'secret-of-the-hooks'));
      expect(await silences(engine)).toMatchObject([{ detail: { since, topics: lost } }]);
    }
  });

  it('keep the time when they were last good while they cannot be checked', async () => {
    const engine = await kept(await createTestEngine());
    const before = engine.clock.now();
    engine.vendors.onCall = (moment) => {
      if (moment === 'store.hooks') throw new Error('no answer');
    };
    await engine.pass(3 * HOUR_MS, 6);
    expect(await goodAt(engine)).toBe(before);
  });

  it('are no news after an install, which makes them anew', async () => {
    const engine = await kept(await createTestEngine());
    await engine.clock.advance(HOUR_MS);
    const { stores } = engine.database.tables;
    await stores.save({ ...(await stores.find(engine.storeHash))!, installedAt: engine.clock.now() });
    engine.vendors.hooks.clear();
    await engine.settle();
    expect(engine.vendors.hooks.size).toBe(HOOK_SCOPES.length);
    expect(await silences(engine)).toEqual([]);
  });

  it('carry a new secret at once, and the one before is believed for three days', async () => {
    const engine = await kept(await createTestEngine());
    const { stores } = engine.database.tables;
    const find = async () => (await stores.find(engine.storeHash))!;
    await stores.save({ ...(await find()), hookSecret: 'new', previousHookSecret: 'secret-of-the-hooks' });
    await engine.pass(HOUR_MS);
    expect(new Set([...engine.vendors.hooks.values()].map(({ secret }) => secret))).toEqual(new Set(['new']));
    await engine.pass(2 * DAY_MS, 8);
    expect(await find()).toMatchObject({ previousHookSecret: 'secret-of-the-hooks' });
    await engine.pass(2 * DAY_MS, 8);
    expect(await find()).toMatchObject({ hookSecret: 'new', previousHookSecret: null });
  });
});
