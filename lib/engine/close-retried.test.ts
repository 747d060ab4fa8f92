import { expect, it } from 'vitest';
import type { Job } from './jobs/job';
import { closeRetried } from './close-retried';
import { sampleEntry } from './testing/batteries/sample-records';
import { createTestContext, NOW } from './testing/create-test-context';

const job = (change: Partial<Job> = {}): Job => ({
  batch: 10,
  needs: [],
  isUpkeep: false,
  subject: ({ id }) => ({ thing: 'sale', direction: 'hike-to-bigcommerce', label: id, bigcommerceId: null, hikeId: id }),
  run: async () => [],
  ...change,
});

const setUp = async () => {
  const test = await createTestContext();
  const record = (recordId: string, result: 'retrying' | 'needs-you') =>
    test.tables.entries.record(test.storeHash, sampleEntry({ thing: 'sale', direction: 'hike-to-bigcommerce', recordId, result, message: 'Open.' }));
  for (const id of ['1', '2', '3']) await record(id, 'retrying');
  await record('4', 'needs-you');
  const told = async () => Object.fromEntries((await test.entries()).map(({ recordId, result, message }) => [recordId, [result, message]]));
  return { ...test, told };
};

const OPEN = ['retrying', 'Open.'];
const WAITS = ['needs-you', 'Open.'];

it('ends the entries of rows that were tried again and came through, and of no others', async () => {
  const { context, mark, told, commits, entries } = await setUp();
  await closeRetried(context, job(), [await mark('1'), await mark('2'), await mark('4')]);
  const done = ['no-change', 'It came through when it was tried again.'];
  expect(await told()).toEqual({ 1: done, 2: done, 3: OPEN, 4: WAITS });
  expect((await entries()).find(({ recordId }) => recordId === '1')?.at).toBe(NOW);
  expect(commits).toEqual(['retries-closed']);
});

it('leaves upkeep its own entry, and does nothing for no rows', async () => {
  const { context, mark, told, commits } = await setUp();
  await closeRetried(context, job({ isUpkeep: true }), [await mark('1')]);
  await closeRetried(context, job(), []);
  expect([await told(), commits]).toEqual([{ 1: OPEN, 2: OPEN, 3: OPEN, 4: WAITS }, []]);
});
