import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../domain/ids';
import { anOrder } from '../../domain/testing/an-order';
import { BrokenContract, RefusedByVendor } from '../ports/failures';
import { createTestEngine, type TestEngine } from '../testing/create-test-engine';

const ORDERS = [1042, 1043, 1044] as OrderId[];
const CAUSE = { thing: 'order', code: 'refused-by-hike' } as const;

/** Hike refused three imports. */
const refused = async (): Promise<TestEngine> => {
  const engine = await createTestEngine();
  for (const id of ORDERS) await engine.place(anOrder({ id }));
  engine.vendors.onCall = (moment) => {
    if (moment === 'sales.create') throw new RefusedByVendor({ side: 'hike', status: 400, reason: 'The register is closed.' });
  };
  await engine.pages.importOrders(engine.storeHash, ORDERS);
  await engine.settle();
  engine.vendors.onCall = () => undefined;
  return engine;
};

const log = ({ pages, storeHash }: TestEngine) => pages.syncLog(storeHash, { results: [], direction: null, thing: null, search: '', days: null, before: null });

const resultsOf = async (engine: TestEngine) => (await log(engine)).rows.filter(({ thing }) => thing === 'order').map(({ result }) => result);

describe('what failed for one cause', () => {
  it('stands together in the log, in the words of the newest', async () => {
    const view = await log(await refused());
    expect(view.causes).toEqual([{ ...CAUSE, count: 3, canRetry: true, problem: expect.objectContaining({ code: 'refused-by-hike', sentence: 'Hike refused: The register is closed.' }) as object }]);
  });

  it('is no group while there is one of it', async () => {
    const engine = await refused();
    for (const { id } of (await log(engine)).rows.slice(0, 2)) await engine.pages.ignoreEntry(engine.storeHash, id);
    expect((await log(engine)).causes).toEqual([]);
  });

  it('is tried again at once, each to its own end', async () => {
    const engine = await refused();
    expect(await engine.pages.retryCause(engine.storeHash, CAUSE)).toBe(3);
    expect(await resultsOf(engine)).toEqual(['waiting', 'waiting', 'waiting']);
    await engine.settle();
    expect(await resultsOf(engine)).toEqual(['done', 'done', 'done']);
    expect(engine.vendors.createdSales).toHaveLength(3);
    expect((await log(engine)).causes).toEqual([]);
  });

  it('leaves what failed for another cause, or is settled, as it is', async () => {
    const engine = await refused();
    expect(await engine.pages.retryCause(engine.storeHash, { thing: 'order', code: 'payment-unmapped' })).toBe(0);
    expect(await engine.pages.retryCause(engine.storeHash, { thing: 'sale', code: 'refused-by-hike' })).toBe(0);
    await engine.settle();
    expect(engine.vendors.createdSales).toEqual([]);
  });

  it('may be hundreds', async () => {
    const engine = await createTestEngine();
    const entry = { direction: 'hike-to-bigcommerce', label: 'x', bigcommerceId: null, hikeId: null, result: 'needs-you', problem: { code: 'gave-up', details: {} }, message: '', trigger: 'schedule', nextTryAt: null, detail: null } as const;
    const { tables } = engine.database;
    for (let id = 1; id <= 230; id += 1) await tables.entries.record(engine.storeHash, { ...entry, at: engine.clock.now(), thing: 'product', recordId: String(id) });
    expect(await engine.pages.retryCause(engine.storeHash, { thing: 'product', code: 'gave-up' })).toBe(230);
    expect(await tables.dirty.count(engine.storeHash, 'product')).toBe(230);
    expect(await tables.entries.listCauses(engine.storeHash)).toEqual([]);
  });
});

describe('an order that could not be read', () => {
  const unread = async ({ isImported }: { isImported: boolean }): Promise<TestEngine> => {
    const engine = await createTestEngine();
    const order = anOrder({ id: ORDERS[0]! });
    await engine.place(order);
    if (isImported) await engine.pages.importOrders(engine.storeHash, [order.id]);
    await engine.settle();
    engine.vendors.onCall = (moment) => {
      if (moment === 'orders.byIds') throw new BrokenContract('bigcommerce', 'not JSON');
    };
    await engine.place(isImported ? { ...order, statusId: 10 } : order);
    engine.vendors.onCall = () => undefined;
    return engine;
  };

  it.each([
    ['is read again, and not imported for that', { isImported: false }, { state: 'to-import', sales: 0, moves: [] as object[] }],
    ['is followed, when its sale waits for it', { isImported: true }, { state: 'imported', sales: 1, moves: [{ status: 'Completed' }] }],
  ])('%s', async (_what, given, { state, sales, moves }) => {
    const engine = await unread(given);
    const [entry] = (await log(engine)).rows;
    expect(entry).toMatchObject({ thing: 'order', result: 'needs-you' });
    expect(await engine.pages.retryEntry(engine.storeHash, entry?.id ?? '')).toBe(true);
    await engine.settle();
    expect(await engine.seen(ORDERS[0]!)).toMatchObject({ state });
    expect(engine.vendors.createdSales).toHaveLength(sales);
    expect(engine.vendors.saleMoves).toMatchObject(moves);
    expect(await resultsOf(engine)).not.toContain('waiting');
  });
});
