import { describe, expect, it } from 'vitest';
import type { Trigger } from '../domain/entry';
import type { Probe } from '../domain/connection-watch';
import { instantPlus } from '../domain/instant-arithmetic';
import type { Problem } from '../domain/problems';
import type { Job, JobContext } from './jobs/job';
import { AccessLost, BrokenContract, LeaseLost, QuotaExhausted, RefusedByVendor, TransientFailure, UnknownOutcome } from './ports/failures';
import { settleFailure } from './settle-failure';
import { createTestContext, NOW } from './testing/create-test-context';

const SUBJECT = { thing: 'sale', direction: 'hike-to-bigcommerce', label: 'Sale 1', bigcommerceId: null, hikeId: '1' } as const;

interface Circumstances {
  attempts?: number;
  job?: Partial<Job>;
  context?: Partial<JobContext>;
  isGone?: boolean;
  trigger?: Trigger;
  /** What the sync log says of the record already. */
  standing?: 'needs-you' | 'retrying';
}

/** A row that has failed so many times before fails with this error. */
const fail = async (error: unknown, { attempts = 0, job = {}, context: change = {}, isGone = false, trigger = 'schedule', standing }: Circumstances = {}) => {
  const test = await createTestContext(change);
  const told: { willRetry: boolean; problem?: Problem | undefined }[] = [];
  const one: Job = {
    batch: 10,
    needs: ['hike'],
    isUpkeep: false,
    subject: () => SUBJECT,
    run: async () => [],
    onFailure: async (_context, _tables, { willRetry, problem }) => void told.push({ willRetry, problem }),
    ...job,
  };
  const row = { ...(await test.mark('1', { attempts })), trigger };
  if (standing !== undefined) await test.tables.entries.record(test.storeHash, { ...SUBJECT, at: NOW, recordId: '1', trigger, result: standing, problem: null, message: '', nextTryAt: null, detail: null });
  if (isGone) await test.tables.dirty.settle(test.storeHash, row);
  const block = await settleFailure(test.context, one, { row, error });
  const now = await test.tables.dirty.find(test.storeHash, 'sale', '1');
  return { ...test, block, told, row: now, entry: (await test.entries())[0] };
};

const probing = (kind: Probe['kind']): Partial<JobContext> => ({ probe: async () => ({ kind }) as Probe });
const refused = (side: 'bigcommerce' | 'hike') => new RefusedByVendor({ side, status: 400, reason: 'No such register.' });

describe('a failure that is not the row’s', () => {
  it('of a lost lease ends the slice', async () => {
    await expect(fail(new LeaseLost('gone'))).rejects.toThrow(LeaseLost);
  });

  it('of a used-up quota rests the side for as long as it takes, and leaves the row', async () => {
    const { block, row, commits } = await fail(new QuotaExhausted('hike', 1234));
    expect(block).toEqual({ side: 'hike', until: instantPlus(NOW, 1234) });
    expect([row, commits]).toMatchObject([{ attempts: 0, notBefore: NOW }, []]);
  });

  it('of lost access rests the side for a minute, and leaves the row that needs it', async () => {
    const { block, row, commits, told } = await fail(new AccessLost('hike'));
    expect(block).toEqual({ side: 'hike', until: instantPlus(NOW, 60_000) });
    expect([row, commits, told]).toMatchObject([{ attempts: 0, notBefore: NOW }, ['access-lost'], []]);
  });

  it.each([new TransientFailure('503', null, 'hike'), new UnknownOutcome('lost', 'hike'), new BrokenContract('hike', 'HTML')])('of a side that answers nothing (%s) rests it for half a minute, and asks the watch to look', async (error) => {
    const { block, row, commits, told, tables, storeHash } = await fail(error, { context: probing('unreachable') });
    expect(block).toEqual({ side: 'hike', until: instantPlus(NOW, 30_000) });
    expect([row, commits, told]).toMatchObject([{ attempts: 0 }, ['watch-asked-for'], []]);
    expect(await tables.dirty.find(storeHash, 'watch', '-')).toMatchObject({ notBefore: NOW });
  });

  it('gives a row that does without the side a time of its own', async () => {
    const { block, row, commits } = await fail(new TransientFailure('503', null, 'bigcommerce'), { context: probing('unreachable') });
    expect(block).toEqual({ side: 'bigcommerce', until: instantPlus(NOW, 30_000) });
    expect(row).toMatchObject({ attempts: 0, notBefore: instantPlus(NOW, 30_000) });
    expect(commits).toEqual(['watch-asked-for', 'row-postponed']);
  });

  it('of a used-up quota gives a row that does without the side a time of its own, and is no news', async () => {
    const { block, row, commits, told, entry } = await fail(new QuotaExhausted('bigcommerce', 1234), { attempts: 3 });
    const until = instantPlus(NOW, 1234);
    expect(block).toEqual({ side: 'bigcommerce', until });
    expect([row, commits, told, entry]).toMatchObject([{ attempts: 3, notBefore: until }, ['row-postponed'], [], undefined]);
  });
});

describe('a failure that may pass', () => {
  it.each<[string, unknown, string, Problem | null]>([
    ['the other side hiccups', new TransientFailure('503', null, 'hike'), 'The other side did not answer properly; it is tried again by itself.', null],
    ['an answer was lost', new UnknownOutcome('lost'), 'The other side did not answer properly; it is tried again by itself.', null],
    ['something of ours failed', new TypeError('odd'), 'Something went wrong in this app; it is tried again by itself.', { code: 'failed-inside', details: { attempts: '1', reference: 'TypeError' } }],
    ['something was thrown that is no error', 'odd', 'Something went wrong in this app; it is tried again by itself.', { code: 'failed-inside', details: { attempts: '1', reference: 'unknown' } }],
  ])('is tried again by itself, and says so: %s', async (_, error, message, problem) => {
    const { block, row, entry, commits, told, logged } = await fail(error);
    const until = instantPlus(NOW, 11_250);
    expect([block, row, commits]).toMatchObject([null, { attempts: 1, notBefore: until }, ['row-postponed']]);
    expect(told).toEqual([{ willRetry: true, problem: undefined }]);
    expect(entry).toMatchObject({ ...SUBJECT, at: NOW, recordId: '1', trigger: 'schedule', result: 'retrying', problem, message, nextTryAt: until, detail: { error: error instanceof Error ? error.message : 'odd' } });
    expect(logged).toEqual([{ level: 'warn', message: 'a row is tried again later', facts: { storeHash: 'abc123', thing: 'sale', id: '1', error } }]);
  });

  it.each([
    ['schedule', 'needs-you'],
    ['person', 'retrying'],
  ] as const)('leaves what was put to a person to the person, when it is tried by %s', async (trigger, result) => {
    const { entry, row } = await fail(new TransientFailure('503', null, 'hike'), { trigger, standing: 'needs-you' });
    expect([entry?.result, row?.attempts]).toEqual([result, 1]);
  });

  it('waits for as long as the side asks for', async () => {
    expect((await fail(new TransientFailure('429', 600_000, 'hike'))).row).toMatchObject({ notBefore: instantPlus(NOW, 600_000) });
  });

  it.each<[unknown, number, boolean]>([
    [new TransientFailure('503'), 6, true],
    [new TransientFailure('503'), 7, false],
    [new UnknownOutcome('lost'), 6, true],
    [new UnknownOutcome('lost'), 7, false],
    [new TypeError('odd'), 1, true],
    [new TypeError('odd'), 2, false],
  ])('(%s) after %i earlier ones is tried again: %j', async (error, attempts, isTried) => {
    expect((await fail(error, { attempts })).row !== null).toBe(isTried);
  });
});

describe('a failure that only a person can end', () => {
  it.each<[string, unknown, number, Problem]>([
    ['Hike said no', refused('hike'), 0, { code: 'refused-by-hike', details: { message: 'No such register.' } }],
    ['BigCommerce said no', refused('bigcommerce'), 0, { code: 'refused-by-bigcommerce', details: { message: 'No such register.' } }],
    ['an answer was not understood', new BrokenContract('hike', 'x'.repeat(300)), 0, { code: 'not-understood', details: { side: 'Hike', reference: 'x'.repeat(200) } }],
    ['Hike did not answer eight times', new TransientFailure('503', null, 'hike'), 7, { code: 'gave-up', details: { side: 'Hike', attempts: '8' } }],
    ['BigCommerce’s answer was lost eight times', new UnknownOutcome('lost', 'bigcommerce'), 7, { code: 'gave-up', details: { side: 'BigCommerce', attempts: '8' } }],
    ['nobody knows who did not answer', new TransientFailure('503'), 7, { code: 'gave-up', details: { side: 'The other side', attempts: '8' } }],
    ['something of ours failed three times', new TypeError('odd'), 2, { code: 'failed-inside', details: { attempts: '3', reference: 'TypeError' } }],
  ])('takes the row away and says why: %s', async (_, error, attempts, problem) => {
    const { block, row, entry, commits, told, logged } = await fail(error, { attempts });
    expect([block, row, commits]).toEqual([null, null, ['row-given-up']]);
    expect(told).toEqual([{ willRetry: false, problem }]);
    expect(entry).toMatchObject({ ...SUBJECT, result: 'needs-you', problem, nextTryAt: null, detail: { error: (error as Error).message } });
    expect(entry?.message).toMatch(/^[^{}]+\.$/);
    expect(logged).toEqual([{ level: 'error', message: 'a row needs a person', facts: { storeHash: 'abc123', thing: 'sale', id: '1', error } }]);
  });
});

describe('a row that was settled although its answer was lost', () => {
  it.each([new TypeError('odd'), refused('hike')])('is done, and nothing is told of it: %s', async (error) => {
    const { row, told, entry } = await fail(error, { isGone: true });
    expect([row, told, entry]).toEqual([null, [], undefined]);
  });

  it.each([new TypeError('odd'), refused('hike')])('came through when it was tried again: %s', async (error) => {
    const { entry } = await fail(error, { isGone: true, attempts: 1, standing: 'retrying' });
    expect(entry).toMatchObject({ result: 'no-change', nextTryAt: null });
  });
});

describe('upkeep that fails', () => {
  const upkeep = { isUpkeep: true };

  it.each([
    [0, false],
    [1, false],
    [2, true],
    [30, true],
  ])('after %i earlier failures is told of: %j', async (attempts, isTold) => {
    const { entry, row, told } = await fail(new TypeError('odd'), { attempts, job: upkeep });
    expect([entry !== undefined, row !== null, told.length]).toEqual([isTold, true, 1]);
  });

  it('is never given up, whatever it fails for, nor put off for ever longer', async () => {
    const { row } = await fail(refused('hike'), { attempts: 50, job: upkeep });
    expect(row?.notBefore).toBe(instantPlus(NOW, 675_000));
    expect((await fail(refused('hike'), { attempts: 6, job: upkeep })).row?.notBefore).toBe(instantPlus(NOW, 675_000));
    expect((await fail(refused('hike'), { attempts: 5, job: upkeep })).row?.notBefore).toBe(instantPlus(NOW, 360_000));
  });
});
