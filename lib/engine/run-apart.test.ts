import { describe, expect, it } from 'vitest';
import type { OrderId, StoreHash } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { aSale } from '../domain/testing/a-sale';
import { anOrder } from '../domain/testing/an-order';
import { someSettings } from '../domain/testing/a-shop';
import type { Job } from './jobs/job';
import { JOBS } from './jobs/jobs';
import { type DirtyRow, JOB_THINGS } from './ports/tables';
import { AccessLost, LeaseLost, QuotaExhausted, TransientFailure, UnknownOutcome } from './ports/failures';
import { createPump } from './pump';
import { runApart } from './run-apart';
import { sampleConnection, sampleStore } from './testing/batteries/sample-records';
import { createTestContext } from './testing/create-test-context';
import { createTestEngine, type TestEngine } from './testing/create-test-engine';
import { createFakeVendors } from './testing/fake-vendors';

const NOW = '2026-01-15T04:00:00.000Z' as Instant;
const HOUR_MS = 60 * 60_000;

describe('one record that spoils its own work', () => {
  const [bad, good] = [1042 as OrderId, 1043 as OrderId];

  it.each(['while it is read', 'while it is sent'])('holds up no other %s', async (when) => {
    const vendors = createFakeVendors();
    const { hike, bigcommerce } = vendors;
    const choke = (isBad: boolean): void => {
      if (isBad) throw new TypeError('odd');
    };
    const engine = await createTestEngine({ start: NOW, vendors });
    for (const id of [bad, good]) await engine.place(anOrder({ id }));
    vendors.bigcommerce = (...given) => {
      const { orders, ...rest } = bigcommerce(...given);
      return { ...rest, orders: { ...orders, listByIds: async (ids, meetOdd) => (choke(when.endsWith('read') && ids.includes(bad)), orders.listByIds(ids, meetOdd)) } };
    };
    vendors.hike = (...given) => {
      const { sales, ...rest } = hike(...given);
      return { ...rest, sales: { ...sales, create: async (draft) => (choke(when.endsWith('sent') && draft.reference === `BC-${bad}`), sales.create(draft)) } };
    };
    await engine.pages.importOrders(engine.storeHash, [bad, good]);
    await engine.settle();
    expect(await engine.seen(good)).toMatchObject({ state: 'imported' });
    await engine.pass(HOUR_MS, 60);
    expect(await engine.seen(bad)).toMatchObject({ state: 'needs-you', problem: { code: 'failed-inside' } });
    expect(vendors.createdSales).toHaveLength(1);
  });
});

/** The kinds of work that have a row per record. */
const RECORD_THINGS = JOB_THINGS.filter((thing) => JOBS[thing].batch > 1 && !JOBS[thing].isUpkeep);

describe.each(RECORD_THINGS)('a poisoned row of "%s"', (thing) => {
  it('is the only one that a person has to look at', async () => {
    const ran: string[] = [];
    const job: Job = {
      ...JOBS[thing],
      run: async (context, rows) => {
        if (rows.some(({ id }) => id === '666')) throw new TypeError('odd');
        ran.push(...rows.map(({ id }) => id));
        await context.record('row-given-up', (tables) => tables.dirty.settleMany(context.storeHash, rows));
        return [];
      },
    };
    const engine = await createTestEngine({ start: NOW, process: (deps) => ({ pages: {} as TestEngine['pages'], pump: createPump({ ...deps, jobs: { ...deps.jobs, [thing]: job } }) }) });
    const settings = someSettings();
    await engine.change({ ...settings, catalogue: { ...settings.catalogue, startedAt: NOW } });
    const good = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const marks = [...good.slice(0, 20), '666', ...good.slice(20)].map((id) => ({ thing, id, priority: 10, notBefore: engine.clock.now(), trigger: 'schedule' as const }));
    await engine.database.tables.dirty.markMany(engine.storeHash, marks);
    await engine.settle();
    expect(ran.sort()).toEqual(good.sort());
    await engine.pass(HOUR_MS, 60);
    expect(await engine.database.tables.dirty.count(engine.storeHash, thing)).toBe(0);
    expect((await engine.entries()).filter(({ result }) => result === 'needs-you')).toMatchObject([{ recordId: '666', problem: { code: 'failed-inside', details: { attempts: '3' } } }]);
  });
});

describe('two stores in one process', () => {
  it('do not wait for each other when the platform of one hangs', async () => {
    const other = 'def456' as StoreHash;
    const hung: Promise<void>[] = [];
    const [vendors, silent] = [createFakeVendors(), createFakeVendors()];
    silent.onCall = () => new Promise(() => undefined);
    const engine = await createTestEngine({
      start: NOW,
      vendors,
      process: (deps) => {
        const pump = createPump({ ...deps, vendors: { ...vendors, bigcommerce: (store, maySpeak) => (store.hash === other ? silent : vendors).bigcommerce(store, maySpeak) } });
        // As the queue does: each store has a handler of its own.
        return { pages: {} as TestEngine['pages'], pump: async (storeHash) => (storeHash === other ? void hung.push(pump(storeHash)) : pump(storeHash)) };
      },
    });
    const { tables } = engine.database;
    await tables.stores.save(sampleStore(other));
    await tables.connections.save(sampleConnection(other));
    await tables.dirty.mark(other, { thing: 'order', id: '1', priority: 0, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.settle();
    expect(hung).toHaveLength(1);
    await engine.ringUp(aSale());
    expect(engine.vendors.createdOrders).toHaveLength(1);
    expect(silent.calls).toEqual(['orders.byIds']);
  });
});

/** Runs rows of stock, of which each run is noted by its ids. */
const runRows = async (count: number, run: (ids: readonly string[]) => void, { gone = [] as string[] } = {}) => {
  const test = await createTestContext();
  const { context, tables, storeHash, mark } = test;
  const rows: DirtyRow[] = [];
  for (let id = 1; id <= count; id += 1) rows.push(await mark(String(id), { thing: 'stock' }));
  for (const row of rows) if (gone.includes(row.id)) await tables.dirty.settle(storeHash, row);
  const runs: string[][] = [];
  const job: Job = {
    ...JOBS.stock,
    run: async (_context, given) => {
      runs.push(given.map(({ id }) => id));
      run(given.map(({ id }) => id));
      return [];
    },
  };
  const failures = await runApart(context, job, rows);
  return { ...test, runs, failures: failures.map(({ row, error }) => [row.id, error]) };
};

describe('a run that fails as a whole', () => {
  const odd = new TypeError('odd');
  const choke = (bad: string) => (ids: readonly string[]) => {
    if (ids.includes(bad)) throw odd;
  };

  it('is tried in halves until the bad row stands alone, and says so', async () => {
    const { runs, failures, logged } = await runRows(5, choke('4'));
    expect(runs).toEqual([['1', '2', '3', '4', '5'], ['1', '2', '3'], ['4', '5'], ['4'], ['5']]);
    expect(failures).toEqual([['4', odd]]);
    expect(logged.map(({ message, facts }) => [message, facts])).toEqual([5, 2].map((rows) => ['a run is tried again in halves', { storeHash: 'abc123', thing: 'stock', rows, error: odd }]));
  });

  it.each([new LeaseLost('gone'), new QuotaExhausted('hike', 1), new AccessLost('hike'), new TransientFailure('503'), new UnknownOutcome('lost')])('for what concerns all rows fails for all of them: %s', async (error) => {
    const { runs, failures } = await runRows(2, () => {
      throw error;
    });
    expect([runs, failures]).toEqual([[['1', '2']], [['1', error], ['2', error]]]);
  });

  it('does not run again what was settled before it failed', async () => {
    expect((await runRows(4, choke('4'), { gone: ['1', '3'] })).runs).toEqual([['1', '2', '3', '4'], ['2'], ['4']]);
    expect((await runRows(2, choke('2'), { gone: ['1', '2'] })).runs).toEqual([['1', '2']]);
  });

  it('stops after 64 halvings where everything is bad, and puts the rest off', async () => {
    const { runs, failures, tables, storeHash, entries, commits, clock } = await runRows(300, () => {
      throw odd;
    });
    expect(runs.length).toBe(129);
    const due = await tables.dirty.listDue(storeHash, clock.now(), 1000);
    expect(due).toHaveLength(failures.length);
    expect(due.length).toBeLessThan(66);
    expect(await tables.dirty.count(storeHash, 'stock')).toBe(300);
    expect(new Set(commits)).toEqual(new Set(['rows-postponed-together']));
    expect(await entries()).toEqual([]);
  });
});
