import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { SalesCursor } from '../../domain/rules/sales-window';
import { aSale } from '../../domain/testing/a-sale';
import { someSettings } from '../../domain/testing/a-shop';
import { PRIORITY } from '../priorities';
import { createTestContext, NOW } from '../testing/create-test-context';
import { pollHikeSales } from './poll-hike-sales';
import { pollSalesFrom, salesReadUntil } from './sales-cursor';
import type { JobContext } from './job';
import { upkeepSubject } from './next-round';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ago = (ms: number) => instantPlus(NOW, -ms);

const createBench = async (change: Partial<JobContext> = {}) => {
  const test = await createTestContext({ settings: someSettings({ startDate: ago(5 * DAY_MS) }), ...change });
  const { context, tables, storeHash, vendors } = test;
  const asked: [string, string][] = [];
  const { sales } = context.hike;
  const hike = { ...context.hike, sales: { ...sales, listByDate: (...given: Parameters<typeof sales.listByDate>) => (asked.push([given[0], given[1]]), sales.listByDate(...given)) } };
  const poll = async ({ attempts = 0 } = {}) => pollHikeSales.run({ ...context, hike }, [await test.mark('-', { thing: 'hike-sales', attempts })]);
  const ringUp = (id: number, ms: number) => vendors.sales.set(id, aSale({ id: id as SaleId, number: `T-${id}`, transactionDate: ago(ms) }));
  const seen = async (id: number) => (await tables.sales.findMany(storeHash, [id as SaleId]))[0];
  const marked = async () => (await tables.dirty.listDue(storeHash, instantPlus(NOW, DAY_MS), 100)).map(({ thing, id, priority, trigger, notBefore }) => ({ thing, id, priority, trigger, notBefore }));
  const cursor = async () => SalesCursor.parse(await tables.cursors.find(storeHash, 'hike-sales'));
  return { ...test, asked, poll, ringUp, seen, marked, cursor };
};

describe('reading sales from Hike', () => {
  it('keeps each new sale, marks it to be sent, and comes round again', async () => {
    const bench = await createBench();
    bench.ringUp(501, MINUTE_MS);
    expect(await bench.poll()).toEqual([]);
    expect(await bench.seen(501)).toMatchObject({ sale: { id: 501 }, state: 'waiting', orderId: null });
    const [sale, next] = (await bench.marked()).filter(({ thing }) => thing !== 'hike-products');
    expect(sale).toEqual({ thing: 'sale', id: '501', priority: PRIORITY.sale, trigger: 'schedule', notBefore: NOW });
    expect(next).toMatchObject({ thing: 'hike-sales', id: '-', trigger: 'schedule' });
    expect(next!.notBefore > NOW).toBe(true);
    expect([bench.commits, bench.asked]).toEqual([['sales-taken-in'], [[ago(5 * DAY_MS), instantPlus(NOW, 10 * MINUTE_MS)]]]);
  });

  it('passes over a sale that is as it was, and marks one that changed, whose order it remembers', async () => {
    const bench = await createBench();
    bench.ringUp(501, MINUTE_MS);
    bench.ringUp(502, MINUTE_MS);
    await bench.poll();
    for (const id of [501, 502]) {
      await bench.tables.dirty.deleteThing(bench.storeHash, 'sale');
      await bench.tables.sales.save(bench.storeHash, { ...(await bench.seen(id))!, orderId: 77 as OrderId, state: 'sent' }, NOW);
    }
    bench.vendors.sales.set(502, aSale({ id: 502 as SaleId, number: 'T-502', transactionDate: ago(MINUTE_MS), status: 'Voided' }));
    await bench.poll();
    expect((await bench.marked()).filter(({ thing }) => thing === 'sale')).toMatchObject([{ id: '502' }]);
    expect([await bench.seen(501), await bench.seen(502)]).toMatchObject([{ state: 'sent', orderId: 77 }, { state: 'waiting', orderId: 77, sale: { status: 'Voided' } }]);
  });

  it('brings the next look at the counts forward, which the sales moved', async () => {
    const bench = await createBench();
    const { tables, storeHash } = bench;
    const mark = { thing: 'hike-products', id: '-', priority: PRIORITY.poll, notBefore: instantPlus(NOW, 9 * MINUTE_MS), trigger: 'schedule' } as const;
    await tables.dirty.mark(storeHash, mark);
    await bench.poll();
    expect(await tables.dirty.find(storeHash, 'hike-products', '-')).toMatchObject({ notBefore: mark.notBefore });
    bench.ringUp(501, MINUTE_MS);
    await bench.poll();
    expect(await tables.dirty.find(storeHash, 'hike-products', '-')).toMatchObject({ notBefore: NOW });
  });

  it('looks at the counts of a busy shop once a minute', async () => {
    const bench = await createBench();
    const { tables, storeHash } = bench;
    await tables.cursors.save(storeHash, 'hike-products', { goodUntil: ago(20_000), pass: null, sweep: 1, sweptAt: NOW, sweepCalls: 1, orphans: [], isChecking: false });
    bench.ringUp(501, MINUTE_MS);
    await bench.poll();
    expect(await tables.dirty.find(storeHash, 'hike-products', '-')).toMatchObject({ notBefore: instantPlus(NOW, 40_000) });
  });

  it('remembers how far it read and what that cost', async () => {
    const bench = await createBench();
    for (let id = 0; id < 100; id += 1) bench.ringUp(1000 + id, MINUTE_MS);
    await bench.poll();
    expect(await bench.cursor()).toMatchObject({ goodUntil: NOW, week: { polls: 0, calls: 2 } });
    expect(await salesReadUntil(bench.tables, bench.storeHash)).toBe(NOW);
  });

  it('counts what nobody understands to what it cost, and tells of it', async () => {
    const bench = await createBench();
    for (let id = 0; id < 99; id += 1) bench.ringUp(1000 + id, MINUTE_MS);
    await bench.poll();
    expect(await bench.cursor()).toMatchObject({ week: { calls: 1 } });
    bench.vendors.oddSales.push({ id: '9', number: null, why: 'no date', content: '{}' });
    expect(await bench.poll()).toEqual([]);
    expect(await bench.cursor()).toMatchObject({ week: { calls: 2 } });
    expect((await bench.entries())[0]).toMatchObject({ recordId: '9', result: 'needs-you' });
    bench.vendors.oddSales.length = 0;
    bench.ringUp(9, MINUTE_MS);
    await bench.poll();
    expect((await bench.entries()).filter(({ result }) => result === 'needs-you')).toEqual([]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['sales are paused', { settings: someSettings({ paused: { sales: true } }) }],
    ['a setting is missing', { settings: someSettings({ outletId: null, registerId: null, salePrice: null }) }],
    ['Hike is not connected', { connection: null }],
  ])('rests while %s', async (_, change) => {
    const bench = await createBench(change);
    bench.ringUp(501, MINUTE_MS);
    await bench.poll();
    expect([await bench.marked(), bench.asked, bench.commits]).toEqual([[], [], ['sales-poll-resting']]);
  });

  it('says that it works again after it had failed for long enough to be news', async () => {
    const works = async (attempts: number) => {
      const bench = await createBench();
      const told = { ...upkeepSubject('Reading sales from Hike'), at: NOW, recordId: 'hike-sales', result: 'retrying', problem: null, message: '', trigger: 'schedule', nextTryAt: NOW, detail: null } as const;
      await bench.tables.entries.record(bench.storeHash, told);
      await bench.poll({ attempts });
      return (await bench.entries())[0];
    };
    expect(await works(2)).toMatchObject({ label: 'Reading sales from Hike', result: 'done', message: 'Works again.' });
    // After a commit whose answer was lost its tries are counted anew.
    expect(await works(1)).toMatchObject({ result: 'done' });
    const quiet = await createBench();
    await quiet.poll({ attempts: 2 });
    expect(await quiet.entries()).toEqual([]);
  });

  it('asks less often once the shop has used up most of its calls for the day', async () => {
    const often = await createBench();
    const rarely = await createBench();
    for (let call = 0; call < 4400; call += 1) await rarely.tables.calls.add(rarely.storeHash, ago(20 * 60 * MINUTE_MS));
    const next = async (bench: typeof often) => {
      bench.ringUp(501, MINUTE_MS);
      await bench.poll();
      return (await bench.marked()).find(({ thing }) => thing === 'hike-sales')!.notBefore;
    };
    expect((await next(rarely)) > (await next(often))).toBe(true);
  });

  it('asks the less often the longer ago the last sale was', async () => {
    const [busy, quiet] = [await createBench(), await createBench()];
    busy.ringUp(501, MINUTE_MS);
    for (const bench of [busy, quiet]) await bench.poll();
    const nextOf = async (bench: typeof busy) => (await bench.marked()).find(({ thing }) => thing === 'hike-sales')!.notBefore;
    expect((await nextOf(quiet)) > (await nextOf(busy))).toBe(true);
  });

  it('is upkeep, which is never given up, and is named as such', () => {
    expect([pollHikeSales.isUpkeep, pollHikeSales.needs]).toEqual([true, ['hike']]);
    expect(pollHikeSales.subject({ thing: 'hike-sales', id: '-', priority: 0, notBefore: NOW, trigger: 'schedule', version: 1, attempts: 0 })).toMatchObject({ thing: 'connection', label: 'Reading sales from Hike' });
  });
});

describe('reading sales again from a moment on', () => {
  const from = async (goodUntil: typeof NOW | null, since: typeof NOW) => {
    const { tables, storeHash } = await createTestContext();
    const before = { goodUntil, week: { polls: 1, calls: 2 }, open: { polls: 3, calls: 4 } };
    await tables.cursors.save(storeHash, 'hike-sales', before);
    await pollSalesFrom(tables, storeHash, since);
    const after = SalesCursor.parse(await tables.cursors.find(storeHash, 'hike-sales'));
    expect({ ...after, goodUntil }).toEqual(before);
    return after.goodUntil;
  };

  it('goes back to it, never ahead, and reads all the same what was never read', async () => {
    expect(await from(NOW, ago(DAY_MS))).toBe(ago(DAY_MS));
    expect(await from(ago(DAY_MS), NOW)).toBe(ago(DAY_MS));
    expect(await from(null, NOW)).toBeNull();
  });

  it('begins with nothing where nothing was read yet', async () => {
    const { tables, storeHash } = await createTestContext();
    await pollSalesFrom(tables, storeHash, NOW);
    expect(await salesReadUntil(tables, storeHash)).toBeNull();
    expect(await tables.cursors.find(storeHash, 'hike-sales')).toBeNull();
  });
});
