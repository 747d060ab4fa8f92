import { describe, expect, it } from 'vitest';
import type { HikeProductId, OrderId } from '../../domain/ids';
import { aHikeProduct } from '../../domain/testing/a-hike-product';
import { aSale } from '../../domain/testing/a-sale';
import { anOrder } from '../../domain/testing/an-order';
import { BrokenContract } from '../ports/failures';
import type { OddItem } from '../ports/odd-item';
import { markNow } from '../account/mark-now';
import { createTestEngine, type TestEngine } from '../testing/create-test-engine';
import { syncedEngine } from './catalogue/testing/catalogue-engine';

const anOddItem = (change: Partial<OddItem> = {}): OddItem => ({ id: '7', number: null, why: 'net: expected number, received string', content: '{"id":7}', ...change });

const poll = async (engine: TestEngine, thing: Parameters<typeof markNow>[2]['thing']): Promise<void> => {
  await markNow(engine.database.tables, engine.storeHash, { thing, now: engine.clock.now() });
  await engine.settle();
};

const told = async (engine: TestEngine, recordId = '7') => (await engine.entries()).filter((entry) => entry.recordId === recordId).map(({ label, result, problem }) => [label, result, problem?.code]);

const open = async () => createTestEngine({ start: aSale().transactionDate });

describe('a sale that is not understood', () => {
  it('is told to a person by its number, and holds up no other', async () => {
    const engine = await open();
    engine.vendors.oddSales = [anOddItem({ number: 'W-1007' })];
    await engine.ringUp(aSale());
    expect(await told(engine)).toEqual([['Sale W-1007', 'needs-you', 'item-not-understood']]);
    expect(engine.vendors.createdOrders).toHaveLength(1);
  });

  it('is told once as long as it stays as it is, whatever a person made of it, and again when it changes', async () => {
    const engine = await open();
    engine.vendors.oddSales = [anOddItem()];
    await poll(engine, 'hike-sales');
    const [entry] = await engine.entries();
    await engine.database.tables.entries.changeResult(engine.storeHash, entry!.id, { result: 'ignored', at: engine.clock.now() });
    await poll(engine, 'hike-sales');
    expect(await told(engine)).toEqual([['Sale 7', 'ignored', 'item-not-understood']]);
    engine.vendors.oddSales = [anOddItem({ content: '{"id":7,"status":"Odd"}' })];
    await poll(engine, 'hike-sales');
    expect(await told(engine)).toContainEqual(['Sale 7', 'needs-you', 'item-not-understood']);
  });

  it('is over once it is understood', async () => {
    const engine = await open();
    const sale = aSale();
    engine.vendors.oddSales = [anOddItem({ id: String(sale.id) })];
    await poll(engine, 'hike-sales');
    engine.vendors.oddSales = [];
    await engine.ringUp(sale);
    expect((await told(engine, String(sale.id))).map(([, result]) => result)).not.toContain('needs-you');
    expect(engine.vendors.createdOrders).toHaveLength(1);
  });

  it('has a name even without a number', async () => {
    const engine = await open();
    engine.vendors.oddSales = [anOddItem({ id: null })];
    await poll(engine, 'hike-sales');
    expect(await told(engine, '?')).toEqual([['Sale without a number', 'needs-you', 'item-not-understood']]);
  });

  it('is not offered to be tried again by hand: its change does that', async () => {
    const engine = await open();
    engine.vendors.oddSales = [anOddItem()];
    await poll(engine, 'hike-sales');
    const { rows } = await engine.pages.syncLog(engine.storeHash, { results: [], direction: null, thing: null, search: '', days: null, before: null });
    expect(rows).toMatchObject([{ canRetry: false, canIgnore: true }]);
  });
});

describe('an order that is not understood', () => {
  it('is told, and the list is read on', async () => {
    const engine = await open();
    engine.vendors.oddOrders = [anOddItem()];
    engine.vendors.orders.set(218, anOrder({ modifiedAt: engine.clock.now() }));
    await poll(engine, 'orders');
    expect(await told(engine)).toEqual([['Order 7', 'needs-you', 'item-not-understood']]);
    expect(await engine.seen(anOrder().id)).toBeDefined();
    expect(await engine.database.tables.cursors.find(engine.storeHash, 'orders')).toMatchObject({ goodUntil: engine.clock.now() });
  });

  it('is over once it is understood', async () => {
    const engine = await open();
    const order = anOrder({ modifiedAt: engine.clock.now() });
    engine.vendors.oddOrders = [anOddItem({ id: String(order.id) })];
    await poll(engine, 'orders');
    engine.vendors.oddOrders = [];
    engine.vendors.orders.set(order.id, order);
    await poll(engine, 'orders');
    expect(await told(engine, String(order.id))).toEqual([[`Order ${order.id}`, 'no-change', undefined]]);
  });

  it('holds up none of those that hooks tell of with it', async () => {
    const engine = await open();
    const order = anOrder();
    engine.vendors.oddOrders = [anOddItem()];
    engine.vendors.orders.set(order.id, order);
    for (const id of [7, order.id]) await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'order', id: String(id), priority: 5, notBefore: engine.clock.now(), trigger: 'webhook' });
    await engine.settle();
    expect(await told(engine)).toEqual([['Order 7', 'needs-you', 'item-not-understood']]);
    expect(await engine.seen(order.id)).toBeDefined();
    expect(await engine.database.tables.dirty.count(engine.storeHash, 'order')).toBe(0);
  });

  it('is no sale, and holds up none of those that are imported with it', async () => {
    const engine = await open();
    const order = anOrder();
    await engine.place(order);
    engine.vendors.oddOrders = [anOddItem()];
    for (const id of [7, order.id]) await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'import-order', id: String(id), priority: 5, notBefore: engine.clock.now(), trigger: 'person' });
    await engine.settle();
    expect(engine.vendors.createdSales).toHaveLength(1);
    expect(await told(engine)).toEqual([['Order 7', 'needs-you', 'not-understood']]);
    expect((await engine.seen(order.id as OrderId))?.state).toBe('imported');
  });
});

describe('goods and people of Hike’s that are not understood', () => {
  it('are told: a customer', async () => {
    const engine = await syncedEngine({});
    engine.vendors.oddHikeCustomers = [anOddItem()];
    await poll(engine, 'hike-customers');
    expect(await told(engine)).toEqual([['Customer 7', 'needs-you', 'item-not-understood']]);
  });

  it('are told: a product that changed, and one that nobody has seen before', async () => {
    const engine = await syncedEngine({ hike: [aHikeProduct()] });
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.find') throw new BrokenContract('hike', 'no name');
    };
    engine.vendors.oddHikeProducts = [anOddItem(), anOddItem({ id: null })];
    await poll(engine, 'hike-products');
    expect(await told(engine)).toEqual([['Product 7', 'needs-you', 'item-not-understood']]);
    expect(await told(engine, '?')).toHaveLength(1);
    expect(await engine.plan(812 as HikeProductId)).toMatchObject({ standing: 'unchanged' });
  });

  it('are read by themselves where the list alone was odd', async () => {
    const engine = await syncedEngine({});
    engine.vendors.hikeProducts.set(812, aHikeProduct({ modifiedAt: null }));
    engine.vendors.oddHikeProducts = [anOddItem({ id: '812' })];
    await poll(engine, 'hike-products');
    expect(await engine.plan(812 as HikeProductId)).toMatchObject({ standing: 'unchanged' });
    expect(await told(engine, '812')).toEqual([['Canvas tote', 'done', undefined]]);
  });
});
