import { describe, expect, it } from 'vitest';
import type { Probe } from '../../domain/connection-watch';
import { instantPlus } from '../../domain/instant-arithmetic';
import { AccessLost, BrokenContract, LeaseLost, QuotaExhausted, RefusedByVendor, TransientFailure } from '../ports/failures';
import type { DirtyRow } from '../ports/tables';
import { createTestContext, NOW } from '../testing/create-test-context';
import { ALL_RECORDS, failTogether, postponeTogether } from './fail-together';
import type { JobContext } from './job';

const SUBJECT = { thing: 'stock', direction: 'hike-to-bigcommerce', label: 'Stock', bigcommerceId: null, hikeId: null } as const;
const REFUSED = new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: 'Too many.' });

/** Rows that have failed so many times before fail together. */
const failing = async (attempts: readonly number[], change: Partial<JobContext> = {}) => {
  const test = await createTestContext(change);
  const rows: DirtyRow[] = [];
  for (const [index, times] of attempts.entries()) rows.push(await test.mark(String(index + 1), { thing: 'stock', attempts: times }));
  const due = async () => Promise.all(rows.map(async ({ id }) => (await test.tables.dirty.find(test.storeHash, 'stock', id))?.notBefore));
  return { ...test, rows, due };
};

const probing = (kind: Probe['kind']): Partial<JobContext> => ({ probe: async () => ({ kind }) as Probe });

describe('rows that were one call', () => {
  it.each([new LeaseLost('gone'), new QuotaExhausted('hike', 1), new AccessLost('hike')])('hand what concerns the whole side on with one of them: %s', async (error) => {
    const { context, rows, commits } = await failing([0, 0]);
    expect(await failTogether(context, { rows, error, subject: SUBJECT })).toEqual([{ row: rows[0], error }]);
    expect(commits).toEqual([]);
  });

  it.each([new TransientFailure('503', null, 'bigcommerce'), new BrokenContract('bigcommerce', 'HTML')])('hand on that a side answers nothing: %s', async (error) => {
    const { context, rows, commits } = await failing([0, 0], probing('unreachable'));
    expect(await failTogether(context, { rows, error, subject: SUBJECT })).toEqual([{ row: rows[0], error }]);
    expect(commits).toEqual([]);
  });

  it.each([new TransientFailure('503', null, 'bigcommerce'), REFUSED])('are tried again together where none of them is to blame: %s', async (error) => {
    const { context, rows, due, commits } = await failing([0, 0]);
    expect(await failTogether(context, { rows, error, subject: SUBJECT })).toEqual([]);
    expect([await due(), commits]).toEqual([[instantPlus(NOW, 11_250), instantPlus(NOW, 11_250)], ['rows-postponed-together']]);
  });

  it('are looked at one by one where one of them may be to blame', async () => {
    const { context, rows, commits } = await failing([0, 0]);
    await expect(failTogether(context, { rows, error: new BrokenContract('hike', 'odd'), subject: SUBJECT })).rejects.toThrow('odd');
    expect(commits).toEqual([]);
  });

  it.each([
    [0, true],
    [1, true],
    [2, false],
  ])('and one that stands alone is tried again after %i earlier failures: %j', async (attempts, isTried) => {
    const { context, rows, commits } = await failing([attempts]);
    const error = new BrokenContract('hike', 'odd');
    expect(await failTogether(context, { rows, error, subject: SUBJECT })).toEqual(isTried ? [] : [{ row: rows[0], error }]);
    expect(commits).toEqual(isTried ? ['rows-postponed-together'] : []);
  });

  it('are no trouble where there are none', async () => {
    const { context, commits } = await failing([]);
    expect(await failTogether(context, { rows: [], error: REFUSED, subject: SUBJECT })).toEqual([]);
    expect(await postponeTogether(context, { rows: [], error: REFUSED, subject: SUBJECT })).toEqual([]);
    expect(commits).toEqual([]);
  });
});

describe('rows that are tried again together', () => {
  it.each([
    ['the one that failed most often', [0, 2, 1], 45_000],
    ['no more than so many failures', [40], 675_000],
    ['that many failures', [6], 675_000],
    ['one failure fewer', [5], 360_000],
  ])('wait by %s', async (_, attempts, ms) => {
    const { context, rows, due } = await failing(attempts);
    await postponeTogether(context, { rows, error: REFUSED, subject: SUBJECT });
    expect(new Set(await due())).toEqual(new Set([instantPlus(NOW, ms)]));
  });

  it('wait for as long as the side asks for', async () => {
    const { context, rows, due } = await failing([0]);
    await postponeTogether(context, { rows, error: new TransientFailure('429', 600_000), subject: SUBJECT });
    expect(await due()).toEqual([instantPlus(NOW, 600_000)]);
  });

  it.each([
    [[1, 0], 0],
    [[2, 0], 1],
    [[3, 3], 1],
  ])('with %j earlier failures have %i lines in the sync log', async (attempts, lines) => {
    const { context, rows, entries, logged } = await failing(attempts);
    await postponeTogether(context, { rows, error: REFUSED, subject: SUBJECT });
    expect(await entries()).toHaveLength(lines);
    expect(logged).toEqual([{ level: 'warn', message: 'rows are tried again later', facts: { storeHash: 'abc123', thing: 'stock', rows: 2, error: REFUSED } }]);
  });

  it.each([
    [REFUSED, { code: 'refused-by-bigcommerce', details: { message: 'Too many.' } }, /Too many\./],
    [new TransientFailure('503'), null, /^The other side did not answer properly; it is tried again by itself\.$/],
    ['odd', null, /tried again by itself/],
  ])('say why: %s', async (error, problem, message) => {
    const { context, rows, entries } = await failing([2]);
    await postponeTogether(context, { rows, error, subject: SUBJECT });
    expect((await entries())[0]).toMatchObject({
      ...SUBJECT,
      recordId: ALL_RECORDS,
      result: 'retrying',
      trigger: 'schedule',
      problem,
      message: expect.stringMatching(message) as string,
      nextTryAt: instantPlus(NOW, 45_000),
      detail: { error: error instanceof Error ? error.message : 'odd' },
    });
  });
});
