import { describe, expect, it } from 'vitest';
import type { HikeProductId, LocationId, OrderId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { anOrder } from '../../../domain/testing/an-order';
import { TransientFailure } from '../../ports/failures';
import { setLevel } from '../../testing/fake-inventory';
import { createStockEngine, type StockEngine, TOTE, TOTE_VARIANT } from './testing/create-stock-engine';
import { planPass } from './pass-over-levels';
import type { JobContext } from '../job';

const MINUTE = 60_000;
const ID = 1042 as OrderId;

/** Twelve are published, long enough ago to be read back. */
const settled = async (): Promise<StockEngine> => {
  const engine = await createStockEngine();
  await engine.settle();
  await engine.pass(2 * MINUTE);
  engine.vendors.calls.length = 0;
  engine.vendors.levelWrites.length = 0;
  return engine;
};

/** Two totes, changed just now. */
const order = (engine: StockEngine, statusId = 11) => anOrder({ id: ID, statusId: statusId as never, createdAt: engine.clock.now(), modifiedAt: engine.clock.now() });

describe('a level that moved in BigCommerce', () => {
  it('is explained by the order that took it, and not written again', async () => {
    const engine = await settled();
    setLevel(engine.vendors, { variantId: 211, onHand: 10 });
    await engine.place(order(engine));
    await engine.moveLevel(10);
    expect((await engine.timeline()).at(-1)).toMatchObject({ reason: 'order', before: 120_000, after: 100_000, source: 'order 1042' });
    expect(engine.writes()).toEqual([]);
    expect(await engine.entries()).toEqual([]);
  });

  it('is explained by an order whose own hook is late', async () => {
    const engine = await settled();
    engine.vendors.orders.set(ID, order(engine));
    await engine.moveLevel(10);
    expect((await engine.timeline()).at(-1)).toMatchObject({ reason: 'order', source: 'order 1042' });
    expect(engine.onHand()).toBe(10);
    expect(await engine.entries()).toEqual([]);
  });

  it('is explained by an order that was shipped a moment ago, and Hike’s count stands again', async () => {
    const engine = await settled();
    engine.vendors.orders.set(ID, { ...order(engine, 2), createdAt: '2025-12-01T00:00:00.000Z' as Instant });
    await engine.moveLevel(10);
    expect((await engine.timeline()).map(({ reason }) => reason)).toEqual(['published', 'order', 'published']);
    expect(engine.onHand()).toBe(12);
    expect(await engine.entries()).toEqual([]);
  });

  it('is reported where nothing explains it, and Hike’s count is written once', async () => {
    const engine = await settled();
    await engine.moveLevel(50);
    await engine.pass(30 * MINUTE, 6);
    expect(engine.writes()).toEqual([[[211, 12]]]);
    expect((await engine.timeline()).map(({ reason }) => reason)).toEqual(['published', 'outside', 'published']);
    expect(await engine.entries()).toMatchObject([
      { thing: 'stock', recordId: '812', result: 'done', problem: { code: 'stock-moved-outside', details: { sku: 'TOTE-01', before: '12', after: '50' } } },
    ]);
  });

  it('is read only once what we wrote ourselves can be read back', async () => {
    const engine = await createStockEngine();
    await engine.settle();
    engine.vendors.calls.length = 0;
    await engine.moveLevel(0);
    expect(engine.vendors.calls).toEqual([]);
    await engine.pass(2 * MINUTE);
    expect(engine.vendors.calls[0]).toBe('inventory.list');
    expect(engine.onHand()).toBe(12);
  });

  it('costs no call before Start, and is read before it is written afterwards', async () => {
    const engine = await createStockEngine({ settings: { catalogue: { startedAt: null } } });
    const asRead = { onHand: 12, seenAt: engine.clock.now(), written: null, writtenAt: null, writtenReserve: 0, isStale: false, heldSince: null, isApproved: false };
    await engine.database.tables.levels.saveMany(engine.storeHash, [{ ...asRead, variantId: TOTE_VARIANT, locationId: 1 as LocationId, hikeId: 0 as HikeProductId }]);
    await engine.moveLevel(3);
    expect(engine.vendors.calls).toEqual([]);
    expect(await engine.database.tables.dirty.count(engine.storeHash, 'store-stock')).toBe(0);
    const { catalogue } = (await engine.database.tables.settings.get(engine.storeHash)).value;
    await engine.change({ catalogue: { ...catalogue, startedAt: engine.clock.now() } });
    await engine.settle();
    expect(engine.onHand()).toBe(12);
    expect(await engine.timeline()).toMatchObject([{ hikeId: TOTE, before: 30_000, after: 120_000 }]);
  });

  it('waits while stock is paused', async () => {
    const engine = await settled();
    await engine.pages.pause(engine.storeHash, { stock: true });
    await engine.moveLevel(3);
    expect(engine.vendors.calls).not.toContain('inventory.list');
    await engine.pages.pause(engine.storeHash, { stock: false });
    await engine.settle();
    expect(engine.onHand()).toBe(12);
  });
});

describe('the nightly pass over all levels', () => {
  const nightly = async (): Promise<StockEngine> => {
    const engine = await createStockEngine();
    for (let id = 1000; id < 1005; id += 1) await engine.count({ 1: 3 }, { id, variantId: id + 5000 });
    await engine.settle();
    const { tables } = engine.database;
    const [store, settings] = [await tables.stores.find(engine.storeHash), (await tables.settings.get(engine.storeHash)).value];
    const context = { storeHash: engine.storeHash, settings, store, now: () => engine.clock.now() } as unknown as JobContext;
    await planPass(context, tables);
    await planPass(context, tables);
    engine.vendors.calls.length = 0;
    engine.vendors.levelPageSize = 2;
    return engine;
  };
  const calls = (engine: StockEngine, name: string) => engine.vendors.calls.filter((one) => one === name).length;

  it('comes once a night, reads every level and finds nothing', async () => {
    const engine = await nightly();
    await engine.pass(48 * 60 * MINUTE, 48);
    expect(engine.vendors.calls).toEqual(Array.from({ length: 6 }, () => 'inventory.all'));
  });

  it('finds what no hook told of', async () => {
    const engine = await nightly();
    engine.vendors.levels.find(({ variantId }) => variantId === 6003)!.onHand = 99;
    await engine.pass(24 * 60 * MINUTE, 24);
    expect(engine.onHand(6003)).toBe(3);
    expect(await engine.entries()).toMatchObject([{ problem: { code: 'stock-moved-outside', details: { sku: 'SKU-1003' } } }]);
  });

  it('goes on where it broke off', async () => {
    const engine = await nightly();
    let broken = false;
    engine.vendors.onCall = (moment) => {
      if (moment === 'inventory.all:done' && calls(engine, 'inventory.all') === 2 && !broken) {
        broken = true;
        throw new TransientFailure('503');
      }
    };
    await engine.pass(24 * 60 * MINUTE, 24);
    expect(broken).toBe(true);
    expect(calls(engine, 'inventory.all')).toBe(4);
  });
});
