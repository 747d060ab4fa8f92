import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { aSale } from '../../domain/testing/a-sale';
import { anOrder } from '../../domain/testing/an-order';
import { createMemoryDatabase } from '../testing/create-memory-database';
import { createTestEngine, type TestEngine } from '../testing/create-test-engine';
import { RESTORED_CURSOR } from './restored';

const MINUTE = 60_000;
const NOW = '2026-01-15T04:00:00.000Z' as Instant;
const LATER = '2026-01-15T06:00:00.000Z' as Instant;

const importIt = async (engine: TestEngine, id: number): Promise<void> => {
  await engine.place(anOrder({ id: id as OrderId }));
  await engine.pass(MINUTE, 6);
  await engine.pages.importOrders(engine.storeHash, [id as OrderId]);
  await engine.settle();
};

/** A sale and an order before the dump, others after it; then the dump is restored, and an operator says so or does not. */
const restored = async ({ isSaid }: { isSaid: boolean }): Promise<TestEngine> => {
  const before = await createTestEngine({ start: NOW });
  await before.ringUp(aSale());
  await importIt(before, 1042);
  await before.pass(MINUTE, 6);
  const dump = before.database.snapshot();
  await before.ringUp(aSale({ id: 502 as SaleId, transactionDate: NOW, modifiedAt: NOW }));
  await before.pass(MINUTE, 6);
  await importIt(before, 1043);
  const engine = await createTestEngine({ start: LATER, vendors: before.vendors, database: createMemoryDatabase(dump) });
  if (isSaid) await engine.database.tables.cursors.save(engine.storeHash, RESTORED_CURSOR, LATER);
  return engine;
};

const catchUp = async (engine: TestEngine): Promise<void> => {
  await engine.pass(60 * MINUTE, 12);
  await importIt(engine, 1043);
  await engine.pass(10 * MINUTE, 10);
};

describe('after an older dump was restored', () => {
  it('what was made since is found again and linked, and nothing is made twice', async () => {
    const engine = await restored({ isSaid: true });
    expect(await engine.seenSale(502)).toBeUndefined();
    await catchUp(engine);
    expect(engine.vendors.createdOrders.map(({ saleId }) => saleId)).toEqual([501, 502]);
    expect(engine.vendors.createdSales.map(({ reference }) => reference)).toEqual(['BC-1042', 'BC-1043']);
    expect(await engine.seenSale(502)).toMatchObject({ state: 'sent', orderId: 5002 });
    expect(await engine.seen(1043)).toMatchObject({ state: 'imported', saleId: 902 });
  });

  it('what comes later is made without a look', async () => {
    const engine = await restored({ isSaid: true });
    await catchUp(engine);
    engine.vendors.calls.length = 0;
    const transactionDate = engine.clock.now();
    await engine.ringUp(aSale({ id: 503 as SaleId, transactionDate, modifiedAt: transactionDate }));
    await engine.pass(MINUTE, 6);
    expect(engine.vendors.createdOrders.map(({ saleId }) => saleId)).toEqual([501, 502, 503]);
    expect(engine.vendors.calls).not.toContain('orders.bySale');
  });

  it('nobody could know of it unless an operator says that it was restored', async () => {
    const engine = await restored({ isSaid: false });
    await catchUp(engine);
    expect(engine.vendors.createdOrders.map(({ saleId }) => saleId)).toEqual([501, 502, 502]);
  });
});
