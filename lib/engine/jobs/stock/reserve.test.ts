import { describe, expect, it } from 'vitest';
import type { OrderId, ProductId, SaleId, TaxClassId, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { OrderStatusId } from '../../../domain/order';
import { aSale } from '../../../domain/testing/a-sale';
import { anOrder, anOrderLine } from '../../../domain/testing/an-order';
import { fingerprintOfHikeProduct } from '../catalogue/fingerprint-of-hike-product';
import { createStockEngine, type StockEngine, TOTE, TOTE_VARIANT } from './testing/create-stock-engine';

const MINUTE = 60_000;
const ID = 1042 as OrderId;

const settled = async (settings: Record<string, unknown> = {}): Promise<StockEngine> => {
  const engine = await createStockEngine({ settings });
  await engine.settle();
  await engine.pass(2 * MINUTE);
  return engine;
};

const place = async (engine: StockEngine, change: Parameters<typeof anOrder>[0] = {}) => {
  await engine.place(anOrder({ id: ID, ...change }));
  await engine.settle();
};

const reserved = async (engine: StockEngine) => (await engine.database.tables.reserves.sumByVariant(engine.storeHash, [TOTE_VARIANT])).get(TOTE_VARIANT)?.units ?? 0;

describe('the reserve of an online order', () => {
  it('is held back as soon as the order is known', async () => {
    const engine = await settled();
    await place(engine);
    expect(await reserved(engine)).toBe(2);
    expect(engine.onHand()).toBe(10);
  });

  it.each<[string, OrderStatusId]>([
    ['cancelled', 5],
    ['declined', 6],
    ['refunded', 4],
  ])('is freed when the order is %s', async (_, statusId) => {
    const engine = await settled();
    await place(engine);
    await engine.pass(2 * MINUTE);
    await place(engine, { statusId });
    expect(await reserved(engine)).toBe(0);
    expect(engine.onHand()).toBe(12);
  });

  it('is freed by the units that were refunded', async () => {
    const engine = await settled();
    await place(engine);
    await place(engine, { statusId: 14, lines: [anOrderLine({ quantity: 2, quantityRefunded: 1 })] });
    expect(await reserved(engine)).toBe(1);
    expect(engine.onHand()).toBe(11);
  });

  it('is freed when a person leaves the order out, and comes back with it', async () => {
    const engine = await settled();
    await place(engine);
    await engine.pages.leaveOut(engine.storeHash, [ID], true);
    await engine.settle();
    expect([await reserved(engine), engine.onHand()]).toEqual([0, 12]);
    await engine.pages.leaveOut(engine.storeHash, [ID], false);
    await engine.settle();
    expect([await reserved(engine), engine.onHand()]).toEqual([2, 10]);
  });

  it('comes back when an order that was left out is to be imported after all, and is refused', async () => {
    const engine = await settled();
    await place(engine, { lines: [anOrderLine(), anOrderLine({ id: 5 as never, sku: 'NOWHERE', productId: 999 as never, variantId: 999 as never, name: 'Nowhere' })] });
    await engine.pages.leaveOut(engine.storeHash, [ID], true);
    await engine.settle();
    expect(await reserved(engine)).toBe(0);
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.settle();
    expect(await engine.seen(ID)).toMatchObject({ state: 'needs-you' });
    expect([await reserved(engine), engine.onHand()]).toEqual([1, 11]);
    const [entry] = await engine.entries();
    await engine.pages.ignoreEntry(engine.storeHash, entry!.id);
    await engine.settle();
    expect(await reserved(engine)).toBe(0);
    await engine.pages.retryEntry(engine.storeHash, entry!.id);
    await engine.settle();
    expect([await reserved(engine), engine.onHand()]).toEqual([1, 11]);
  });

  it('is freed when the order is imported, and the published number does not move', async () => {
    const engine = await settled();
    await place(engine);
    const writes = engine.writes().length;
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.settle();
    expect([await reserved(engine), engine.onHand(), engine.writes().length]).toEqual([0, 10, writes]);
    const [seen] = await engine.database.tables.hikeProducts.findMany(engine.storeHash, [TOTE]);
    expect(seen?.product.variants[0]?.levels).toMatchObject([{ available: 100_000, committed: 40_000, onHand: 140_000 }]);
    expect((await engine.timeline()).at(-1)).toMatchObject({ side: 'hike', reason: 'order', before: 120_000, after: 100_000, source: 'order 1042' });
    expect(await engine.level()).toMatchObject({ written: 10, writtenReserve: 0 });
  });

  it('takes from what Hike has on hand where the sale is completed at once', async () => {
    const engine = await settled();
    await place(engine, { statusId: 10 });
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.settle();
    const [seen] = await engine.database.tables.hikeProducts.findMany(engine.storeHash, [TOTE]);
    expect(seen?.product.variants[0]?.levels).toMatchObject([{ available: 100_000, committed: 20_000, onHand: 120_000 }]);
  });

  it('was nothing for an order of before the app, so its import takes the units from what is published', async () => {
    const engine = await settled();
    await place(engine, { statusId: 10, createdAt: '2025-12-01T03:00:00.000Z' as Instant });
    expect([await reserved(engine), engine.onHand()]).toEqual([0, 12]);
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.pass(MINUTE);
    expect(engine.onHand()).toBe(10);
  });

  it('leaves a mirror that takes Hike’s next word for news, also where it is the word of before the import', async () => {
    const engine = await settled();
    await place(engine);
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.settle();
    const [seen] = await engine.database.tables.hikeProducts.findMany(engine.storeHash, [TOTE]);
    expect(seen?.fingerprint).toBe(fingerprintOfHikeProduct(seen!.product));
  });

  it('is archived with its order, also when nobody told', async () => {
    const engine = await settled();
    await place(engine);
    engine.vendors.orders.set(ID, anOrder({ id: ID, isArchived: true, modifiedAt: engine.clock.now() }));
    const listed = engine.vendors.orders;
    engine.vendors.onCall = (moment) => {
      // The list of changed orders leaves archived ones out.
      if (moment === 'orders.list') engine.vendors.orders = new Map();
      if (moment === 'orders.list:done') engine.vendors.orders = listed;
    };
    await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'orders', id: '-', priority: 0, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.settle();
    expect(await reserved(engine)).toBe(0);
    expect(await engine.seen(ID)).toMatchObject({ state: 'left-out', problem: { code: 'order-archived' } });
  });

  it('is kept before Start as well', async () => {
    const engine = await createStockEngine({ settings: { catalogue: { startedAt: null } } });
    await place(engine);
    expect(await reserved(engine)).toBe(2);
    expect(engine.vendors.calls).not.toContain('inventory.set');
  });

  it('is read from all of the order’s lines, not from those that were sent along', async () => {
    const engine = await settled();
    engine.vendors.orders.set(ID, anOrder({ id: ID }));
    const { tables } = engine.database;
    await tables.dirty.mark(engine.storeHash, { thing: 'orders', id: '-', priority: 0, notBefore: engine.clock.now(), trigger: 'schedule' });
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.list') engine.vendors.orders.set(ID, anOrder({ id: ID, linesComplete: false, modifiedAt: engine.clock.now(), lines: [] }));
      if (moment === 'orders.byIds') engine.vendors.orders.set(ID, anOrder({ id: ID }));
    };
    await engine.settle();
    expect(await reserved(engine)).toBe(2);
  });
});

describe('a sale that becomes an order', () => {
  const withVariant = async (): Promise<StockEngine> => {
    const engine = await settled();
    engine.vendors.variants.push({ productId: 111 as ProductId, variantId: 211 as VariantId, sku: 'TOTE-01', taxClassId: 0 as TaxClassId });
    return engine;
  };
  const takes = (engine: StockEngine, units: number) => {
    engine.vendors.onCall = (moment) => {
      const level = engine.vendors.levels.find(({ variantId }) => variantId === 211);
      if (moment === 'orders.create:done' && level) level.onHand -= units;
    };
  };

  it('does not make BigCommerce’s stock fall twice, and blames nobody', async () => {
    const engine = await withVariant();
    takes(engine, 1);
    await engine.count({ 1: 11 });
    await engine.settle();
    await engine.pass(2 * MINUTE);
    await engine.ringUp(aSale());
    await engine.pass(5 * MINUTE, 5);
    expect(engine.onHand()).toBe(11);
    expect((await engine.entries()).map(({ thing }) => thing)).toEqual(['sale']);
    expect((await engine.timeline()).slice(-2)).toMatchObject([{ reason: 'order', after: 100_000 }, { reason: 'published', after: 110_000 }]);
  });

  it('does the same right after Hike’s count was published', async () => {
    const engine = await withVariant();
    takes(engine, 1);
    await engine.count({ 1: 11 });
    await engine.settle();
    await engine.ringUp(aSale());
    await engine.pass(5 * MINUTE, 5);
    expect(engine.onHand()).toBe(11);
    expect((await engine.entries()).map(({ thing }) => thing)).toEqual(['sale']);
  });

  it('is published again when it is voided', async () => {
    const engine = await withVariant();
    await engine.ringUp(aSale());
    await engine.pass(2 * MINUTE);
    const order = engine.vendors.orders.get(5001)!;
    engine.vendors.orders.set(5001, { ...order, lines: [anOrderLine()] });
    engine.vendors.calls.length = 0;
    await engine.ringUp(aSale({ id: 501 as SaleId, status: 'Voided' }));
    expect(engine.vendors.calls).toContain('inventory.list');
  });
});
