import { describe, expect, it } from 'vitest';
import type { StoreHash } from '../domain/ids';
import type { Job } from './jobs/job';
import { BrokenContract, LeaseLost, QuotaExhausted, TransientFailure } from './ports/failures';
import { JOB_THINGS } from './ports/tables';
import { sampleConnection, sampleStore } from './testing/batteries/sample-records';
import { createPumpBench, STORE } from './testing/create-pump-bench';

type Bench = Awaited<ReturnType<typeof createPumpBench>>;

/** Until when the sweep passes the store by: the longest wait in steps of a second after which it finds it again. */
const restOf = async ({ database, clock }: Bench): Promise<number> => {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    if ((await database.tables.dirty.listStoresDue(clock.now())).includes(STORE)) return seconds;
    await clock.advance(1000);
  }
  return Infinity;
};

describe('a store whose due work all waits', () => {
  const throwing = (error: Error): Partial<Job> => ({ run: () => Promise.reject(error) });

  it.each([
    ['a side’s quota comes free', throwing(new QuotaExhausted('hike', 4_000)), 4],
    ['ten seconds have passed, where that takes longer', throwing(new QuotaExhausted('hike', 40_000)), 10],
    ['ten seconds have passed, where a person paused it', { isPaused: () => true }, 10],
  ] satisfies [string, Partial<Job>, number][])('is passed by until %s', async (_, job, seconds) => {
    const bench = await createPumpBench(job);
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(bench.queue.waiting()).toEqual([]);
    expect(await restOf(bench)).toBe(seconds);
  });

  it('is looked at again after ten seconds though an earlier rest of the side is long over', async () => {
    const bench = await createPumpBench(throwing(new QuotaExhausted('hike', 4_000)));
    const pump = bench.pump();
    await bench.mark('sale', '1');
    await pump(STORE);
    await bench.clock.advance(60_000);
    for (const thing of JOB_THINGS) bench.deps.jobs[thing] = { ...bench.deps.jobs[thing], isPaused: () => true };
    await pump(STORE);
    expect(await restOf(bench)).toBe(10);
  });

  it('rests not while rows wait for more of their kind, which are about to come', async () => {
    const bench = await createPumpBench({ waits: async () => true });
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(await restOf(bench)).toBe(0);
  });

  it('rests not while nothing is due', async () => {
    const bench = await createPumpBench();
    await bench.pump()(STORE);
    await bench.mark('sale', '1');
    expect(await restOf(bench)).toBe(0);
  });
});

describe('a slice', () => {
  it('ends after five seconds, and the store is woken for the rest', async () => {
    const bench = await createPumpBench();
    const run: Job['run'] = async (context, rows) => {
      await bench.clock.advance(5_000);
      return bench.deps.jobs.orders.run(context, rows);
    };
    bench.deps.jobs.sale = { ...bench.deps.jobs.sale, run, batch: 1 };
    bench.deps.jobs.stock = { ...bench.deps.jobs.stock, isPaused: () => true };
    await bench.mark('stock', '1');
    await bench.mark('sale', '1');
    await bench.mark('sale', '2');
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([{ thing: 'sale', ids: ['1'] }]);
    expect(bench.queue.waiting()).toEqual([STORE]);
  });

  it('is no wake-up for a store that has done all, or rests', async () => {
    const [done, paused] = [await createPumpBench(), await createPumpBench({ isPaused: () => true })];
    for (const bench of [done, paused]) {
      await bench.mark('sale', '1');
      await bench.pump()(STORE);
      expect(bench.queue.waiting()).toEqual([]);
    }
  });

  it('that lost its lease ends without a fuss, and says so', async () => {
    const bench = await createPumpBench({ run: () => Promise.reject(new LeaseLost('gone')) });
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(bench.logged).toContainEqual({ message: 'this process no longer speaks for the store', facts: { storeHash: STORE } });
  });

  it('that meets a fault of its own tells whoever called it, and gives the lease back', async () => {
    const bench = await createPumpBench({ waits: () => Promise.reject(new TypeError('odd')) });
    await bench.mark('sale', '1');
    await expect(bench.pump()(STORE)).rejects.toThrow('odd');
    expect(await bench.database.tables.leases.acquire(STORE, 'another', { now: bench.clock.now(), ttlMs: 1000 })).not.toBeNull();
  });

  it('tells how many rows failed, and nothing where none did', async () => {
    const bench = await createPumpBench({ run: async (_context, rows) => rows.slice(1).map((row) => ({ row, error: new TypeError('odd') })) });
    for (const id of ['1', '2', '3']) await bench.mark('sale', id);
    await bench.pump()(STORE);
    expect(bench.logged.filter(({ message }) => message === 'rows failed')).toEqual([{ message: 'rows failed', facts: { storeHash: STORE, thing: 'sale', rows: 2 } }]);
    const quiet = await createPumpBench();
    await quiet.mark('sale', '1');
    await quiet.pump()(STORE);
    expect(quiet.logged).toEqual([]);
  });

  it('closes what was tried again of those rows alone that came through', async () => {
    const bench = await createPumpBench();
    let fails = true;
    const run: Job['run'] = async (context, rows) => (fails ? rows.map((row) => ({ row, error: new TransientFailure('503') })) : [{ row: rows[0]!, error: new TransientFailure('503') }, ...(await bench.deps.jobs.orders.run(context, rows.slice(1)))]);
    bench.deps.jobs.sale = { ...bench.deps.jobs.sale, run };
    const pump = bench.pump();
    for (const id of ['1', '2']) await bench.mark('sale', id);
    await pump(STORE);
    fails = false;
    await bench.clock.advance(60_000);
    await pump(STORE);
    const entries = await bench.database.tables.entries.list(STORE, { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 10 });
    expect(Object.fromEntries(entries.map(({ recordId, result }) => [recordId, result]))).toEqual({ 1: 'retrying', 2: 'no-change' });
  });

  it('looks behind any number of rows that were handled already', async () => {
    const bench = await createPumpBench({ batch: 1, run: async (_context, rows) => (bench.runs.push({ thing: 'sale', ids: rows.map(({ id }) => id) }), []) });
    for (let row = 0; row < 5; row += 1) await bench.mark('sale', String(row));
    await bench.pump()(STORE);
    expect(bench.runs.map((run) => run.ids)).toEqual([['0'], ['1'], ['2'], ['3'], ['4']]);
  });
});

describe('a side that is cut off', () => {
  const cut = async (change: (bench: Bench) => Promise<unknown>, needs: Job['needs']) => {
    const bench = await createPumpBench({ needs });
    await change(bench);
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    return bench.runs.length;
  };
  const watch = (side: 'bigcommerce' | 'hike') => (bench: Bench) => {
    const silent = { state: 'attention', since: bench.clock.now(), checkedAt: bench.clock.now(), failures: 1, trouble: 'unreachable', reason: null };
    return bench.database.tables.cursors.save(STORE, 'connection-watch', { bigcommerce: null, hike: null, [side]: silent });
  };

  it.each<[string, Parameters<typeof cut>[0], Job['needs'], number]>([
    ['BigCommerce is not confirmed', ({ database }) => database.tables.stores.save(sampleStore(STORE, { state: 'reauthorise' })), ['bigcommerce'], 0],
    ['BigCommerce is not confirmed, but not needed', ({ database }) => database.tables.stores.save(sampleStore(STORE, { state: 'reauthorise' })), ['hike'], 1],
    ['BigCommerce does not answer', watch('bigcommerce'), ['bigcommerce'], 0],
    ['BigCommerce does not answer, but is not needed', watch('bigcommerce'), ['hike'], 1],
    ['Hike does not answer', watch('hike'), ['hike'], 0],
    ['Hike has to be connected again', ({ database }) => database.tables.connections.save(sampleConnection(STORE, { state: 'reconnect' })), ['hike'], 0],
    ['Hike was never connected', ({ database }) => database.tables.connections.delete(STORE), ['hike'], 0],
    ['Hike was never connected, but is not needed', ({ database }) => database.tables.connections.delete(STORE), ['bigcommerce'], 1],
  ])('holds back what needs it: %s', async (_, change, needs, runs) => {
    expect(await cut(change, needs)).toBe(runs);
  });

  it('is free again as soon as it comes back', async () => {
    const bench = await createPumpBench();
    await watch('hike')(bench);
    bench.deps.jobs.watch = {
      ...bench.deps.jobs.watch,
      needs: [],
      run: async (context, rows) => {
        await bench.database.tables.cursors.save(STORE, 'connection-watch', { bigcommerce: null, hike: null });
        return bench.deps.jobs.orders.run(context, rows);
      },
    };
    await bench.mark('watch', '-', 1);
    await bench.mark('sale', '1');
    await bench.queue.wake(STORE);
    await bench.queue.drain(bench.pump());
    expect(bench.runs.map(({ thing }) => thing)).toEqual(['watch', 'sale']);
  });

  it('is asked once within twenty seconds how it is, whatever fails', async () => {
    const bench = await createPumpBench({ batch: 1, needs: [], run: (_context, rows) => Promise.resolve([{ row: rows[0]!, error: new BrokenContract('hike', 'odd') }]) });
    const probes = () => bench.vendors.calls.filter((name) => name === 'shop.probe').length;
    const pump = bench.pump();
    for (const id of ['1', '2', '3']) await bench.mark('sale', id);
    await pump(STORE);
    expect(probes()).toBe(1);
    await bench.clock.advance(19_999);
    await bench.mark('sale', '4');
    await pump(STORE);
    expect(probes()).toBe(1);
    await bench.clock.advance(1);
    await bench.mark('sale', '5');
    await pump(STORE);
    expect(probes()).toBe(2);
  });
});

it('a store that was never installed has its rows forgotten', async () => {
  const bench = await createPumpBench();
  const other = 'def456' as StoreHash;
  await bench.database.tables.dirty.mark(other, { thing: 'sale', id: '1', priority: 10, notBefore: bench.clock.now(), trigger: 'schedule' });
  await bench.pump()(other);
  expect(await bench.database.tables.dirty.count(other, 'sale')).toBe(0);
});

it('a mail goes out only while this process speaks for the store', async () => {
  const sent: unknown[] = [];
  const bench = await createPumpBench({
    needs: [],
    run: async (context, rows) => {
      await context.mail!.send({} as never);
      await bench.database.tables.leases.release(STORE, 1n);
      await bench.database.tables.leases.acquire(STORE, 'another', { now: bench.clock.now(), ttlMs: 60_000 });
      await bench.clock.advance(8_000);
      return context.mail!.send({} as never).then(() => [], (error: unknown) => [{ row: rows[0]!, error }]);
    },
  });
  bench.deps.mail = {
    send: async (message) => {
      sent.push(message);
      return { refused: 0 };
    },
  };
  await bench.mark('mail', '1');
  await bench.pump()(STORE);
  expect(sent).toHaveLength(1);
  expect(bench.logged.map(({ message }) => message)).toContain('this process no longer speaks for the store');
});
