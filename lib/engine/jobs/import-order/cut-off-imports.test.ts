import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../domain/ids';
import { anOrder } from '../../../domain/testing/an-order';
import { uninstallStore } from '../../account/uninstall-store';
import { UnknownOutcome } from '../../ports/failures';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';

const ID = 1042 as OrderId;
const SHIPPED = 2;
const CANCELLED = 5;

const placed = async (): Promise<TestEngine> => {
  const engine = await createTestEngine();
  await engine.place(anOrder({ id: ID }));
  return engine;
};

const imported = async (engine: TestEngine): Promise<TestEngine> => {
  await engine.pages.importOrders(engine.storeHash, [ID]);
  await engine.settle();
  return engine;
};

describe('an import that was cut off', () => {
  it('notes nothing any more when the app is uninstalled while the sale is on its way', async () => {
    const engine = await placed();
    const { database, clock, storeHash } = engine;
    engine.vendors.onCall = async (moment) => {
      if (moment !== 'sales.create:done') return;
      await database.transaction('store-uninstalled', (tables) => uninstallStore(tables, storeHash, clock.now()));
      throw new UnknownOutcome('cut off');
    };
    await imported(engine);
    expect(await engine.seen(ID)).toMatchObject({ state: 'checking' });
    expect(await engine.entries()).toMatchObject([{ result: 'checking', message: expect.stringContaining('uninstalled') }]);
  });

  it('is offered again when the app was uninstalled before the sale was sent', async () => {
    const engine = await placed();
    engine.vendors.onCall = (moment) => {
      if (moment === 'hikeCustomers.create') throw new UnknownOutcome('cut before it arrived');
    };
    await imported(engine);
    const { database, storeHash, clock } = engine;
    await database.transaction('store-uninstalled', (tables) => uninstallStore(tables, storeHash, clock.now()));
    expect(await engine.seen(ID)).toMatchObject({ state: 'to-import' });
    expect(await engine.entries()).toMatchObject([{ result: 'left-out', message: expect.stringContaining('uninstalled') }]);
  });

  it.each([
    ['shipped', SHIPPED, [{ id: 901, status: 'Completed' }], { state: 'imported', saleId: 901 }],
    ['cancelled', CANCELLED, [], { state: 'changed', saleId: 901, problem: { code: 'changed-since-import' } }],
  ] as const)('finds a sale whose answer was lost, also when the order has been %s since', async (_, statusId, moves, seen) => {
    const engine = await placed();
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create:done') throw new UnknownOutcome('the answer was lost');
    };
    await imported(engine);
    await engine.place(anOrder({ id: ID, statusId }));
    await engine.pass(60_000, 5);
    expect(engine.vendors.saleMoves).toEqual(moves);
    expect(await engine.seen(ID)).toMatchObject(seen);
    expect(engine.vendors.createdSales).toHaveLength(1);
  });

  it('is refused once it is sure that nothing arrived of an order that was cancelled since', async () => {
    const engine = await placed();
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.create') throw new UnknownOutcome('cut before it arrived');
    };
    await imported(engine);
    await engine.place(anOrder({ id: ID, statusId: CANCELLED }));
    await engine.pass(10_000, 1);
    expect(await engine.seen(ID)).toMatchObject({ state: 'checking' });
    await engine.pass(180_000, 36);
    expect(await engine.seen(ID)).toMatchObject({ state: 'needs-you', problem: { code: 'order-called-off' } });
    expect(await engine.database.tables.intents.find(engine.storeHash, 'sale', String(ID))).toMatchObject({ state: 'refused' });
    expect(engine.vendors.createdSales).toEqual([]);
  });
});
