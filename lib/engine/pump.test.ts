import { describe, expect, it } from 'vitest';
import type { Instant } from '../domain/instant';
import type { Settings } from '../domain/settings';
import { type Job, notReached } from './jobs/job';
import { AccessLost, QuotaExhausted, TransientFailure } from './ports/failures';
import type { DirtyRow } from './ports/tables';
import { sampleEntry, sampleStore } from './testing/batteries/sample-records';
import { createPumpBench, STORE } from './testing/create-pump-bench';

const ids = (rows: readonly DirtyRow[]) => rows.map(({ id }) => id);

describe('the pump', () => {
  it('does what a person waits for first, and the rest in full batches', async () => {
    const bench = await createPumpBench();
    await bench.mark('sale', '1');
    await bench.mark('sale', '2');
    await bench.mark('import-order', '9', 0);
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([
      { thing: 'import-order', ids: ['9'] },
      { thing: 'sale', ids: ['1', '2'] },
    ]);
    expect(await bench.rows()).toEqual([]);
  });

  it('leaves rows that a run did not come to as they are, with what is told of them', async () => {
    const bench = await createPumpBench({ run: async (_, rows) => notReached(rows.slice(1)) });
    await bench.mark('sale', '1');
    await bench.mark('sale', '2');
    for (const recordId of ['1', '2']) await bench.database.tables.entries.record(STORE, sampleEntry({ thing: 'sale', direction: 'hike-to-bigcommerce', recordId, result: 'retrying', message: 'Open.' }));
    await bench.pump()(STORE);
    const entries = await bench.database.tables.entries.list(STORE, { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 9 });
    expect(new Map(entries.map(({ recordId, result }) => [recordId, result]))).toEqual(new Map([['1', 'no-change'], ['2', 'retrying']]));
    expect((await bench.database.tables.dirty.find(STORE, 'sale', '2'))?.attempts).toBe(0);
  });

  it('leaves rows that wait for more of their kind, and looks at them again when something else was done', async () => {
    const bench = await createPumpBench();
    const { sale } = bench.deps.jobs;
    bench.deps.jobs.sale = { ...sale, waits: async () => !bench.runs.some(({ thing }) => thing === 'order') };
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([]);
    expect(bench.queue.waiting()).toEqual([]);
    await bench.mark('order', '2', 20);
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([
      { thing: 'order', ids: ['2'] },
      { thing: 'sale', ids: ['1'] },
    ]);
  });

  it('keeps a change that arrives while its row is worked on', async () => {
    const bench = await createPumpBench();
    let first = true;
    const run = async (context: Parameters<Job['run']>[0], rows: readonly DirtyRow[]) => {
      if (first) await bench.mark('sale', '1');
      first = false;
      for (const row of rows) await context.record('sale-sent', (tables) => tables.dirty.settle(STORE, row));
      return [];
    };
    Object.assign(bench.deps.jobs.sale, { run });
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(first).toBe(false);
    expect(await bench.rows()).toEqual([]);
  });

  it('lets one process at a time speak for a store', async () => {
    const bench = await createPumpBench();
    await bench.database.tables.leases.acquire(STORE, 'another', { now: bench.clock.now(), ttlMs: 30_000 });
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([]);
    await bench.clock.advance(31_000);
    await bench.pump()(STORE);
    expect(bench.runs).toHaveLength(1);
  });

  it('cannot write any more once another process took the store over', async () => {
    const bench = await createPumpBench({
      run: async (context, rows) => {
        await bench.database.tables.leases.acquire(STORE, 'another', { now: '2099-01-01T00:00:00.000Z' as Instant, ttlMs: 30_000 });
        await context.record('sale-sent', (tables) => tables.dirty.settle(STORE, rows[0]!));
        return [];
      },
    });
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(ids(await bench.rows())).toEqual(['1']);
  });

  it('rests a side whose quota is used up, without touching its rows', async () => {
    let runs = 0;
    const bench = await createPumpBench({
      run: async () => {
        runs += 1;
        throw new QuotaExhausted('hike', 20_000);
      },
    });
    const pump = bench.pump();
    await bench.mark('sale', '1');
    await pump(STORE);
    await pump(STORE);
    expect(runs).toBe(1);
    expect((await bench.rows())[0]).toMatchObject({ attempts: 0 });
    await bench.clock.advance(21_000);
    await pump(STORE);
    expect(runs).toBe(2);
  });

  it('marks a connection for reconnecting when its token is dead, and then waits', async () => {
    let runs = 0;
    const bench = await createPumpBench({
      run: async () => {
        runs += 1;
        throw new AccessLost('hike');
      },
    });
    const pump = bench.pump();
    await bench.mark('sale', '1');
    await pump(STORE);
    await bench.clock.advance(120_000);
    await pump(STORE);
    expect(runs).toBe(1);
    expect(await bench.database.tables.connections.find(STORE)).toMatchObject({ state: 'reconnect' });
    // The watch is asked for beside it.
    expect((await bench.rows()).map(({ thing, id }) => [thing, id])).toEqual([['sale', '1'], ['watch', '-']]);
  });

  it('never gives upkeep up', async () => {
    const bench = await createPumpBench({
      isUpkeep: true,
      run: async () => {
        throw new TransientFailure('503');
      },
    });
    const pump = bench.pump();
    await bench.mark('hike-sales', '-');
    for (let hour = 0; hour < 30; hour += 1) {
      await pump(STORE);
      await bench.clock.advance(60 * 60_000);
    }
    expect(ids(await bench.rows())).toEqual(['-']);
  });

  it('holds back what the merchant paused', async () => {
    const bench = await createPumpBench({ isPaused: ({ paused }: Settings) => !paused.sales });
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([]);
    expect(bench.queue.waiting()).toEqual([]);
  });

  it('hands a job as many rows as it takes at once, of one urgency', async () => {
    const bench = await createPumpBench({ batch: 500 });
    const ids = Array.from({ length: 600 }, (_, index) => String(index));
    await bench.database.tables.dirty.markMany(STORE, ids.map((id) => ({ thing: 'stock', id, priority: 15, notBefore: bench.clock.now(), trigger: 'schedule' })));
    await bench.mark('stock', 'clicked', 0);
    await bench.pump()(STORE);
    expect(bench.runs.map((run) => run.ids.length)).toEqual([1, 500, 100]);
    expect(bench.runs.flatMap((run) => run.ids)).toEqual(['clicked', ...ids]);
  });

  it('does what is less urgent while any number of urgent rows wait', async () => {
    const bench = await createPumpBench();
    Object.assign(bench.deps.jobs, { stock: { ...bench.deps.jobs.stock, isPaused: () => true } });
    for (let row = 0; row < 300; row += 1) await bench.mark('stock', String(row), 15);
    await bench.mark('orders', '-', 30);
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([{ thing: 'orders', ids: ['-'] }]);
    expect(bench.queue.waiting()).toEqual([]);
  });

  it('works once per turn on rows that a run left as they were, and gets to those behind them', async () => {
    const seen: string[] = [];
    const bench = await createPumpBench({
      batch: 2,
      run: async (_context, rows) => {
        seen.push(...ids(rows));
        return [];
      },
    });
    for (const id of ['1', '2', '3', '4', '5']) await bench.mark('sale', id);
    await bench.mark('sale', 'later', 30);
    await bench.pump()(STORE);
    expect(seen).toEqual(['1', '2', '3', '4', '5', 'later']);
  });

  it('starts nothing that was paused a moment ago', async () => {
    const bench = await createPumpBench();
    const isPaused = ({ paused }: Settings) => paused.stock;
    const pause = async () => {
      const { settings } = bench.database.tables;
      const saved = await settings.get(STORE);
      await settings.save(STORE, saved.version, { ...saved, value: { ...saved.value, paused: { ...saved.value.paused, stock: true } } });
    };
    const run: Job['run'] = async (context, rows) => {
      await pause();
      return bench.deps.jobs.orders.run(context, rows);
    };
    Object.assign(bench.deps.jobs, { sale: { ...bench.deps.jobs.sale, run }, stock: { ...bench.deps.jobs.stock, isPaused } });
    await bench.mark('sale', '1');
    await bench.mark('stock', '1', 15);
    await bench.mark('orders', '-', 30);
    await bench.pump()(STORE);
    expect(bench.runs.map(({ thing }) => thing)).toEqual(['sale', 'orders']);
  });

  it('forgets the work of a store that was uninstalled', async () => {
    const bench = await createPumpBench();
    await bench.database.tables.stores.save(sampleStore(STORE, { state: 'uninstalled' }));
    await bench.mark('sale', '1');
    await bench.pump()(STORE);
    expect(bench.runs).toEqual([]);
    expect(await bench.rows()).toEqual([]);
  });
});
