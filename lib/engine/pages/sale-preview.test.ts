import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../domain/ids';
import type { Order } from '../../domain/order';
import { anOrder } from '../../domain/testing/an-order';
import { markNow } from '../account/mark-now';
import { findPreviewed } from '../jobs/import-order/previewed-order';
import { createTestEngine, type TestEngine } from '../testing/create-test-engine';

const ID = 1042 as OrderId;

const withOrder = async (order: Partial<Order> = {}): Promise<TestEngine> => {
  const engine = await createTestEngine();
  await engine.place(anOrder({ id: ID, ...order }));
  return engine;
};

const preview = async ({ pages, storeHash }: TestEngine, change: object = {}) => {
  const { value } = await pages.settings(storeHash);
  return pages.previewSale(storeHash, { orderId: ID, settings: { ...value, ...change } });
};

const afterReading = async (engine: TestEngine, change: object = {}) => {
  expect(await preview(engine)).toEqual({ kind: 'reading' });
  await engine.settle();
  return preview(engine, change);
};

describe('the preview of an order', () => {
  it('is the sale that its import makes', async () => {
    const engine = await withOrder();
    const answer = await afterReading(engine);
    expect(answer).toMatchObject({ kind: 'sale', sale: { number: 'BC-1042', status: 'Parked', total: 'A$55.00' } });
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.settle();
    expect(engine.vendors.createdSales).toMatchObject([{ reference: 'BC-1042', status: 'Parked', note: answer.kind === 'sale' && answer.sale.note, customer: { name: answer.kind === 'sale' && answer.sale.customer } }]);
  });

  it('writes nothing on either side, and no link', async () => {
    const engine = await withOrder();
    const commits: string[] = [];
    const { transaction } = engine.database;
    engine.database.transaction = (commit, work) => {
      commits.push(commit);
      return transaction(commit, work);
    };
    await afterReading(engine);
    expect(engine.vendors.createdSales).toEqual([]);
    expect(engine.vendors.calls.filter((name) => /create|set|update|move/i.test(name))).toEqual([]);
    expect(commits).not.toContain('product-of-order-linked');
  });

  it('reads the order once for any number of settings', async () => {
    const engine = await withOrder({ statusId: 10 });
    expect(await afterReading(engine, { shippedOrdersBecome: 'Completed' })).toMatchObject({ sale: { status: 'Completed' } });
    const calls = engine.vendors.calls.length;
    expect(await preview(engine, { shippedOrdersBecome: 'Parked' })).toMatchObject({ sale: { status: 'Parked' } });
    expect(engine.vendors.calls).toHaveLength(calls);
  });

  it('reads it again when it was read long ago', async () => {
    const engine = await withOrder();
    await afterReading(engine);
    await engine.clock.advance(10 * 60_000);
    expect(await preview(engine)).toEqual({ kind: 'reading' });
  });

  it('keeps the order, with its name and address, no longer than two hours', async () => {
    const engine = await withOrder();
    await afterReading(engine);
    await markNow(engine.database.tables, engine.storeHash, { thing: 'store', now: engine.clock.now() });
    await engine.pass(2 * 60 * 60_000, 4);
    expect(await findPreviewed(engine.database.tables, engine.storeHash)).toBeNull();
  });

  it('says why an order would be refused, also by what is not saved yet', async () => {
    const engine = await withOrder();
    expect(await afterReading(engine, { registerId: null, outletId: null })).toMatchObject({ kind: 'refused', problem: { sentence: expect.any(String), remedy: expect.any(String) } });
    const pending = await withOrder({ statusId: 1 });
    expect(await afterReading(pending)).toMatchObject({ kind: 'refused', problem: { code: 'order-status-not-importable' } });
  });

  it('says that an order is gone', async () => {
    const engine = await withOrder();
    engine.vendors.orders.clear();
    expect(await afterReading(engine)).toMatchObject({ kind: 'refused', problem: { code: 'order-gone' } });
  });
});
