import { describe, expect, it, vi } from 'vitest';
import type { Trigger } from '../../../domain/entry';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { NOTHING_COMPARED } from '../../../domain/reconciliation';
import { someSettings } from '../../../domain/testing/a-shop';
import { sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { type Comparison, readComparison, readCountsSkip, saveComparison, saveCountsSkip } from './comparison-cursor';
import { reconcile } from './reconcile';
import { aComparison, aDifference, seenAs } from './testing/a-difference';

const STARTED = someSettings({ catalogue: { startedAt: '2026-01-02T00:00:00.000Z' } });
const COUNTING: Comparison = { number: 2, stage: 'counts', after: null, pages: 0 };
type Bench = Awaited<ReturnType<typeof createTestContext>>;

const round = async ({ change = {} as Partial<JobContext>, trigger = 'schedule' as Trigger, at = null as Comparison | null, prepare = async (_bench: Bench): Promise<unknown> => undefined } = {}) => {
  const bench = await createTestContext(change);
  const { context, tables, storeHash, mark, clock } = bench;
  if (at) {
    await tables.reconciliations.save(storeHash, aComparison());
    await saveComparison(tables, storeHash, at);
  }
  await prepare(bench);
  await clock.advance(1000);
  const errors = (await reconcile.run(context, [{ ...(await mark('-', { thing: 'reconcile' })), trigger }])).map(({ error }) => error);
  expect(errors).toEqual([]);
  const runs = await tables.reconciliations.list(storeHash, 5);
  return { ...bench, runs, at: await readComparison(tables, storeHash), row: await tables.dirty.find(storeHash, 'reconcile', '-') };
};

/** A list of Hike's products that has another page after each. */
const withoutEnd = ({ context }: Bench) => vi.spyOn(context.hike.products, 'listChanged').mockImplementation(async (_since, skip) => ({ items: [], next: skip + 10, total: null, odd: [] }) as never);

describe('a comparison', () => {
  it('is opened, goes through money, stock and counts, and plans the next night', async () => {
    const { runs, at, row, commits } = await round({ trigger: 'person' });
    expect(runs).toMatchObject([{ number: 1, trigger: 'person', startedAt: instantPlus(NOW, 1000), endedAt: instantPlus(NOW, 1000), found: 0, counts: { ...NOTHING_COMPARED } }]);
    expect([at, row]).toMatchObject([null, { trigger: 'schedule' }]);
    expect(row!.notBefore > NOW).toBe(true);
    expect(commits).toEqual(['comparison-opened', 'comparison-step-kept', 'comparison-round-ended']);
  });

  it('has the number after the last one’s, and is the night’s unless a person asked', async () => {
    const { runs } = await round({ trigger: 'follow-up', prepare: ({ tables, storeHash }) => tables.reconciliations.save(storeHash, aComparison({ number: 7, startedAt: instantPlus(NOW, -1000) })) });
    expect(runs.map(({ number, trigger }) => [number, trigger])).toEqual([[8, 'schedule'], [7, 'schedule']]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['before the store was read', { store: sampleStore('abc123' as JobContext['storeHash']) }],
    ['before everything is set', { settings: someSettings({ salePrice: null }) }],
  ])('is left %s', async (_, change) => {
    const { runs, row, commits } = await round({ change });
    expect([runs, row, commits]).toEqual([[], null, ['comparison-left']]);
  });

  it('goes on where a killed process left it, and reads no money again', async () => {
    const { runs, vendors, at } = await round({ at: COUNTING });
    expect([runs.map(({ number, endedAt }) => [number, endedAt]), vendors.calls, at]).toEqual([[[2, instantPlus(NOW, 1000)]], [], null]);
  });

  it('compares no money where its result was forgotten with the shop', async () => {
    const { runs, vendors, at } = await round({ at: { ...COUNTING, stage: 'money' }, prepare: ({ tables, storeHash }) => tables.reconciliations.deleteAll(storeHash) });
    expect([runs, vendors.calls, at]).toEqual([[], [], null]);
  });
});

describe('counting again', () => {
  it('gives way to what is more urgent after three pages, and goes on at once behind them', async () => {
    const { at, row, tables, storeHash, runs, commits } = await round({ at: COUNTING, change: { settings: STARTED }, prepare: async (bench) => withoutEnd(bench) });
    expect([at, await readCountsSkip(tables, storeHash), runs[0]?.endedAt]).toEqual([{ ...COUNTING, pages: 3 }, 30, null]);
    expect(row).toMatchObject({ priority: 30, notBefore: instantPlus(NOW, 1000) });
    expect(commits).toEqual(['comparison-step-kept', 'comparison-step-kept', 'comparison-step-kept', 'comparison-round-ended']);
  });

  it('begins behind what the night before counted, and at the front after the end of the list', async () => {
    const list = vi.fn();
    const { tables, storeHash, runs } = await round({
      at: COUNTING,
      change: { settings: STARTED },
      prepare: async ({ context, tables: inside, storeHash: hash }) => {
        await saveCountsSkip(inside, hash, 40);
        vi.spyOn(context.hike.products, 'listChanged').mockImplementation(async (since, skip) => (list(since, skip), { items: [], next: null, total: null, odd: [] }) as never);
      },
    });
    expect([list.mock.calls, await readCountsSkip(tables, storeHash)]).toEqual([[[null, 40]], 0]);
    expect(runs[0]).toMatchObject({ counts: { hikeCounts: 0 } });
  });

  it.each<[string, number, number, number]>([
    ['takes a hundred pages a night', 99, 0, 1],
    ['takes no more', 100, 0, 0],
    ['leaves the day the last thousand of Hike’s calls', 0, 4_001, 0],
    ['counts up to there', 0, 4_000, 3],
  ])('%s', async (_, pages, calls, read) => {
    const countSince = vi.fn();
    const { commits, storeHash } = await round({
      at: { ...COUNTING, pages },
      change: { settings: STARTED },
      prepare: async (bench) => {
        withoutEnd(bench);
        vi.spyOn(bench.tables.calls, 'countSince').mockImplementation(async (...asked) => (countSince(...asked), calls));
      },
    });
    expect(countSince.mock.calls[0]).toEqual([storeHash, instantPlus(NOW, 1000 - 24 * 3_600_000)]);
    expect(commits.filter((commit) => commit === 'comparison-step-kept')).toHaveLength(read);
  });
});

describe('the line of the sync log', () => {
  const ended = (prepare: (bench: Bench) => Promise<unknown>) => round({ at: COUNTING, prepare });
  const withDifferences = ({ tables, storeHash }: Bench) =>
    tables.differences.saveMany(storeHash, [seenAs(aDifference('order-total-differs')), seenAs(aDifference('order-status-differs')), seenAs(aDifference('order-twice'), { state: 'ignored' })]);

  it('counts what waits for a person', async () => {
    const { entries } = await ended(withDifferences);
    expect(await entries()).toMatchObject([{ recordId: 'differences', label: 'Comparison of both sides', result: 'needs-you', problem: { code: 'differences-found', details: { count: '2' } }, trigger: 'schedule' }]);
  });

  it('says once that both agree again', async () => {
    const { entries, context, mark, tables, storeHash } = await ended(withDifferences);
    const all = await tables.differences.list(storeHash, { states: ['open'], offset: 0, limit: 9 });
    await tables.differences.saveMany(storeHash, all.map((one) => ({ ...one, state: 'closed', closedAt: NOW })));
    for (let time = 0; time < 2; time += 1) {
      await saveComparison(tables, storeHash, COUNTING);
      await reconcile.run(context, [await mark('-', { thing: 'reconcile' })]);
    }
    expect(await entries()).toMatchObject([{ recordId: 'differences', result: 'done', message: 'Both sides agree again.', problem: null, attempts: 2 }]);
  });

  it('is none where both agreed before', async () => {
    expect(await (await ended(async () => undefined)).entries()).toEqual([]);
  });
});
