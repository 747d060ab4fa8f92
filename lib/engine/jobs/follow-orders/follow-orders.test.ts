import { describe, expect, it, vi } from 'vitest';
import type { OrderId } from '../../../domain/ids';
import type { Order, OrderStatusId } from '../../../domain/order';
import type { SaleStatus } from '../../../domain/sale';
import { anOrder } from '../../../domain/testing/an-order';
import { BrokenContract, UnknownOutcome } from '../../ports/failures';
import { createTestEngine, type TestEngine } from '../../testing/create-test-engine';

const ID = 1042 as OrderId;

const imported = async (statusId: OrderStatusId = 11, settings: Record<string, unknown> = {}): Promise<TestEngine> => {
  const engine = await createTestEngine();
  await engine.change(settings);
  await engine.place(anOrder({ id: ID, statusId }));
  await engine.pages.importOrders(engine.storeHash, [ID]);
  await engine.settle();
  return engine;
};

describe('what BigCommerce says of an order', () => {
  it.each([
    [11, 'to-import', null],
    [10, 'to-import', null],
    [3, 'left-out', 'order-partial'],
    [1, 'left-out', 'order-status-not-importable'],
    [0, 'left-out', 'order-status-not-importable'],
  ] as const)('lists an order of status %i as %s', async (statusId, state, code) => {
    const engine = await createTestEngine();
    await engine.place(anOrder({ id: ID, statusId }));
    expect(await engine.seen(ID)).toMatchObject({ state, problem: code === null ? null : { code } });
  });

  it('never offers an order for import that came from Hike', async () => {
    const engine = await createTestEngine();
    await engine.place(anOrder({ id: ID, externalSource: '4711', externalOrderId: '501' }));
    expect(await engine.seen(ID)).toMatchObject({ state: 'left-out', problem: { code: 'order-from-hike' } });
  });

  it('moves an order on once it is paid', async () => {
    const engine = await createTestEngine();
    await engine.place(anOrder({ id: ID, statusId: 1 }));
    await engine.place(anOrder({ id: ID, statusId: 11 }));
    expect(await engine.seen(ID)).toMatchObject({ state: 'to-import', problem: null });
  });

  it('offers an order again whose import was dropped with the app', async () => {
    const engine = await createTestEngine();
    await engine.place(anOrder({ id: ID }));
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.database.tables.dirty.deleteAll(engine.storeHash);
    await engine.place(anOrder({ id: ID }));
    expect(await engine.seen(ID)).toMatchObject({ state: 'to-import' });
  });

  it('keeps what a person left out, until the person puts it back', async () => {
    const engine = await createTestEngine();
    await engine.place(anOrder({ id: ID }));
    await engine.pages.leaveOut(engine.storeHash, [ID], true);
    await engine.place(anOrder({ id: ID }));
    expect(await engine.seen(ID)).toMatchObject({ state: 'left-out' });
    await engine.pages.leaveOut(engine.storeHash, [ID], false);
    expect(await engine.seen(ID)).toMatchObject({ state: 'to-import' });
  });
});

describe('an order that is left out when its import has failed', () => {
  const failed = async () => {
    const engine = await createTestEngine();
    engine.vendors.onCall = (moment) => {
      if (moment === 'hikeCustomers.byEmail') throw new BrokenContract('hike', 'no JSON');
    };
    await engine.place(anOrder({ id: ID }));
    await engine.pages.importOrders(engine.storeHash, [ID]);
    await engine.settle();
    engine.vendors.onCall = () => undefined;
    expect(await engine.entries()).toMatchObject([{ thing: 'order', result: 'needs-you' }]);
    await engine.pages.leaveOut(engine.storeHash, [ID], true);
    return engine;
  };

  it('asks nobody any more, and is imported when it is tried again all the same', async () => {
    const engine = await failed();
    const [entry] = await engine.entries();
    expect(entry).toMatchObject({ result: 'ignored' });
    await engine.pages.retryEntry(engine.storeHash, entry!.id);
    await engine.settle();
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported' });
  });

  it('is not imported by being put back', async () => {
    const engine = await failed();
    await engine.pages.leaveOut(engine.storeHash, [ID], false);
    await engine.settle();
    expect(await engine.seen(ID)).toMatchObject({ state: 'to-import' });
    expect(engine.vendors.createdSales).toEqual([]);
  });
});

describe('the orders of a busy day', () => {
  it('are taken in a few at a time, so that no transaction outlasts its time', async () => {
    const engine = await createTestEngine();
    for (let id = 1; id <= 60; id += 1) engine.vendors.orders.set(id, anOrder({ id: id as OrderId }));
    const transaction = vi.spyOn(engine.database, 'transaction');
    await engine.pages.checkOrders(engine.storeHash);
    await engine.settle();
    expect(transaction.mock.calls.filter(([commit]) => commit === 'orders-page-taken-in')).toHaveLength(3);
    expect(await engine.seen(60)).toMatchObject({ state: 'to-import' });
  });
});

const atTheTill = ({ vendors }: TestEngine, status: SaleStatus): void => {
  const [sale] = vendors.sales.values();
  vendors.sales.set(sale!.id, { ...sale!, status });
};

describe('an imported order', () => {
  it('completes its parked sale once, when it is shipped', async () => {
    const engine = await imported();
    await engine.place(anOrder({ id: ID, statusId: 2 }));
    await engine.place(anOrder({ id: ID, statusId: 2 }));
    expect(engine.vendors.saleMoves).toEqual([{ id: 901, status: 'Completed' }]);
    expect((await engine.entries())[0]).toMatchObject({ result: 'done', message: 'The order was shipped, so its sale is completed.' });
  });

  it('completes its sale by itself after the answer to that was lost', async () => {
    const engine = await imported();
    let lost = true;
    engine.vendors.onCall = (moment) => {
      if (moment === 'sales.move' && lost) throw new UnknownOutcome('cut');
    };
    await engine.place(anOrder({ id: ID, statusId: 2 }));
    expect(engine.vendors.saleMoves).toEqual([]);
    lost = false;
    await engine.pass(60_000, 6);
    expect(engine.vendors.saleMoves).toEqual([{ id: 901, status: 'Completed' }]);
  });

  it.each<[string, OrderStatusId, SaleStatus]>([
    ['shipped', 2, 'Completed'],
    ['cancelled', 5, 'Voided'],
  ])('that was %s without a word has its sale follow it once it is found', async (_, statusId, status) => {
    const engine = await imported(11, { reverseImportedOrders: true });
    engine.vendors.orders.set(ID, anOrder({ id: ID, statusId, modifiedAt: engine.clock.now() }));
    await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'orders', id: '-', priority: 5, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.settle();
    expect(engine.vendors.saleMoves).toEqual([{ id: 901, status }]);
  });

  it('leaves its sale as the till made it, and says so once, when it is shipped afterwards', async () => {
    const engine = await imported();
    atTheTill(engine, 'Voided');
    await engine.place(anOrder({ id: ID, statusId: 2 }));
    await engine.place(anOrder({ id: ID, statusId: 2 }));
    expect(engine.vendors.saleMoves).toEqual([]);
    expect(engine.vendors.calls.filter((name) => name === 'sales.move')).toHaveLength(1);
    expect(await engine.entries()).toMatchObject([
      { result: 'needs-you', attempts: 1, problem: { code: 'sale-moved-at-till', details: { status: 'Voided' } }, message: 'The order was shipped, but at the till its sale became “Voided”.' },
      { result: 'done' },
    ]);
  });

  it.each<[SaleStatus, string, object]>([
    ['Voided', 'done', { message: 'The order was cancelled, so its sale is voided.' }],
    ['Refunded', 'done', { message: 'The order was cancelled; its sale was Refunded at the till already.' }],
    ['Completed', 'needs-you', { problem: { code: 'changed-since-import' } }],
  ])('leaves a sale that the till made %s when it is cancelled', async (status, result, told) => {
    const engine = await imported(11, { reverseImportedOrders: true });
    atTheTill(engine, status);
    await engine.place(anOrder({ id: ID, statusId: 5 }));
    expect(engine.vendors.saleMoves).toEqual([]);
    expect(await engine.entries()).toMatchObject([{ result, ...told }, { result: 'done' }]);
  });

  it('leaves its sale parked when the merchant does not want it followed', async () => {
    const engine = await imported(11, { followImportedOrders: false });
    await engine.place(anOrder({ id: ID, statusId: 2 }));
    expect(engine.vendors.saleMoves).toEqual([]);
  });

  it('is shown as changed when it is cancelled, and says so once', async () => {
    const engine = await imported();
    await engine.place(anOrder({ id: ID, statusId: 5 }));
    await engine.place(anOrder({ id: ID, statusId: 5 }));
    expect(await engine.seen(ID)).toMatchObject({ state: 'changed', saleId: 901, problem: { code: 'changed-since-import' } });
    expect(engine.vendors.saleMoves).toEqual([]);
    expect((await engine.entries()).map(({ result }) => result)).toEqual(['needs-you', 'done']);
  });

  it('says so too when it was cancelled, and then deleted, without anybody telling', async () => {
    const engine = await imported();
    const { database: { tables }, storeHash, vendors, clock } = engine;
    const sweep = async (change: Partial<Order>) => {
      await clock.advance(60_000);
      vendors.orders.set(ID, anOrder({ id: ID, statusId: 5, modifiedAt: clock.now(), ...change }));
      await tables.dirty.mark(storeHash, { thing: 'orders', id: '-', priority: 5, notBefore: clock.now(), trigger: 'schedule' });
      await engine.settle();
      return (await engine.entries()).filter(({ result }) => result === 'needs-you').map(({ message, attempts }) => [message, attempts]);
    };
    const told = await sweep({});
    expect([told, await sweep({})]).toEqual([[[expect.stringContaining('Cancelled'), 1]], told]);
    expect(await sweep({ isArchived: true })).toEqual([[expect.stringContaining('deleted'), 2]]);
  });

  it('is settled once its sale was voided at the till and the person tries it again', async () => {
    const engine = await imported();
    await engine.place(anOrder({ id: ID, statusId: 5 }));
    const [asked] = (await engine.entries()).filter(({ result }) => result === 'needs-you');
    atTheTill(engine, 'Voided');
    await engine.pages.retryEntry(engine.storeHash, asked!.id);
    await engine.settle();
    expect(await engine.seen(ID)).toMatchObject({ state: 'imported', problem: null });
    expect((await engine.entries()).filter(({ result }) => result === 'needs-you' || result === 'waiting')).toEqual([]);
  });

  it('stays with the person who tries it again while its sale stands', async () => {
    const engine = await imported();
    await engine.place(anOrder({ id: ID, statusId: 5 }));
    const [asked] = (await engine.entries()).filter(({ result }) => result === 'needs-you');
    await engine.pages.retryEntry(engine.storeHash, asked!.id);
    await engine.settle();
    expect((await engine.entries()).find(({ id }) => id === asked!.id)).toMatchObject({ result: 'needs-you', problem: { code: 'changed-since-import' } });
  });

  it('asks a person to refund its completed sale, whatever the merchant chose, and comes to rest', async () => {
    const engine = await imported(10, { reverseImportedOrders: true });
    await engine.place(anOrder({ id: ID, statusId: 4 }));
    expect(engine.vendors.saleMoves).toEqual([]);
    expect(await engine.seen(ID)).toMatchObject({ state: 'changed', problem: { code: 'changed-since-import' } });
    const calls = engine.vendors.calls.length;
    await engine.pass(5 * 60_000, 20);
    expect(engine.vendors.calls.slice(calls).filter((name) => name === 'orders.byIds')).toEqual([]);
  });

  it('voids its parked sale when it is cancelled and the merchant chose so', async () => {
    const engine = await imported(11, { reverseImportedOrders: true });
    await engine.place(anOrder({ id: ID, statusId: 5 }));
    expect(engine.vendors.saleMoves).toEqual([{ id: 901, status: 'Voided' }]);
  });
});
