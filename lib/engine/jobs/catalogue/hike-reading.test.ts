import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { HIKE_READING_CURSOR, type HikePass, type HikeReading, openHikePass, readHikeReading, saveHikeReading } from './hike-reading';
import { readRun, saveRun } from './run-cursor';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ago = (ms: number) => instantPlus(NOW, -ms);

const passOf = (change: Partial<HikePass> = {}): HikePass => ({ isFull: false, since: ago(DAY_MS), startedAt: ago(MINUTE_MS), skip: 98, calls: 1, last: 'page', ...change });

interface Before {
  reading?: Partial<HikeReading>;
  /** Whether the last full reading that was asked for is through. */
  isDone?: boolean;
}

/** The third full reading was asked for last. */
const opening = async ({ reading = {}, isDone = true }: Before) => {
  const shop = await createTestContext();
  const { database: { tables }, storeHash } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'in-step', hike: { sweep: 3, read: 40, total: 40, isDone } });
  await saveHikeReading(tables, storeHash, { ...(await readHikeReading(tables, storeHash)), sweep: 3, ...reading });
  const opened = await openHikePass(shop.context);
  return { opened, kept: await readHikeReading(tables, storeHash), hike: (await readRun(tables, storeHash)).hike };
};

const FRESH = { startedAt: NOW, skip: 0, calls: 0, last: '' };

describe('a look at what changed in Hike', () => {
  it('begins five minutes before what is known, and is kept', async () => {
    const { opened, kept, hike } = await opening({ reading: { goodUntil: ago(MINUTE_MS), sweptAt: ago(MINUTE_MS), orphans: [7 as HikeProductId], isChecking: true } });
    expect(opened.pass).toEqual({ ...FRESH, isFull: false, since: ago(6 * MINUTE_MS) });
    expect(opened).toMatchObject({ sweep: 3, orphans: [7], isChecking: true });
    expect(kept).toEqual(opened);
    expect(hike).toMatchObject({ sweep: 3, isDone: true });
  });

  it('asks for all that Hike lists where nobody knows up to when changes are known', async () => {
    const { opened } = await opening({});
    expect(opened.pass).toEqual({ ...FRESH, isFull: false, since: null });
    expect(opened).toMatchObject({ doubted: [], orphans: [], isChecking: false });
  });

  it('goes on where a process of an older version left it', async () => {
    const { context, database: { tables }, storeHash } = await createTestContext();
    const { last: _, ...pass } = passOf();
    const { doubted: __, ...older } = { ...(await readHikeReading(tables, storeHash)), pass, goodUntil: ago(DAY_MS) };
    await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, hike: { sweep: 0, read: 0, total: null, isDone: true } });
    await tables.cursors.save(storeHash, HIKE_READING_CURSOR, older);
    expect(await openHikePass(context)).toMatchObject({ pass: { ...pass, last: '' }, doubted: [] });
  });

  it('goes on where a process left it', async () => {
    const pass = passOf();
    const { opened } = await opening({ reading: { pass, goodUntil: ago(DAY_MS), sweep: 2 } });
    expect(opened.pass).toEqual(pass);
  });

  it('gives way to a full reading that was asked for, which begins anew', async () => {
    const { opened } = await opening({ reading: { pass: passOf(), goodUntil: ago(DAY_MS), orphans: [7 as HikeProductId], isChecking: true, sweep: 2 }, isDone: false });
    expect(opened).toMatchObject({ sweep: 3, orphans: [], isChecking: false, pass: { ...FRESH, isFull: true, since: null } });
  });
});

describe('a full reading of Hike', () => {
  it('reads everything, whatever is known already', async () => {
    const { opened, kept } = await opening({ reading: { goodUntil: ago(MINUTE_MS) }, isDone: false });
    expect(opened.pass).toEqual({ ...FRESH, isFull: true, since: null });
    expect(kept).toEqual(opened);
  });

  it('goes on where a process left it', async () => {
    const pass = passOf({ isFull: true, since: null });
    const { opened } = await opening({ reading: { pass }, isDone: false });
    expect(opened.pass).toEqual(pass);
  });

  it('begins anew where another was asked for meanwhile', async () => {
    const { opened } = await opening({ reading: { pass: passOf({ isFull: true, since: null }), sweep: 2 }, isDone: false });
    expect(opened).toMatchObject({ sweep: 3, pass: FRESH });
  });

  it('is over once it is through, though a process was killed before it knew', async () => {
    const { opened } = await opening({ reading: { pass: passOf({ isFull: true, since: null }), goodUntil: ago(MINUTE_MS) } });
    expect(opened.pass).toEqual({ ...FRESH, isFull: false, since: ago(6 * MINUTE_MS) });
  });

  const due: [string, Partial<HikeReading>, boolean][] = [
    ['a day after the last', { sweptAt: ago(DAY_MS), sweepCalls: 3 }, true],
    ['not before', { sweptAt: ago(DAY_MS - 1), sweepCalls: 3 }, false],
    ['a day after one of a hundred calls', { sweptAt: ago(DAY_MS), sweepCalls: 100 }, true],
    ['no more than weekly where it costs more', { sweptAt: ago(7 * DAY_MS - 1), sweepCalls: 101 }, false],
    ['weekly where it costs more', { sweptAt: ago(7 * DAY_MS), sweepCalls: 101 }, true],
    ['never by itself where there was none yet', { sweptAt: null }, false],
    ['once the look that is under way has ended', { sweptAt: ago(8 * DAY_MS), pass: passOf() }, false],
  ];
  it.each(due)('is due %s', async (_, reading, isDue) => {
    const { opened, hike } = await opening({ reading: { goodUntil: ago(MINUTE_MS), ...reading } });
    expect(opened.pass.isFull).toBe(isDue);
    expect(hike).toEqual(isDue ? { sweep: 4, read: 0, total: null, isDone: false } : { sweep: 3, read: 40, total: 40, isDone: true });
    expect(opened.sweep).toBe(hike.sweep);
  });

  it('that is under way is not followed by another for being due', async () => {
    const { hike } = await opening({ reading: { sweptAt: ago(8 * DAY_MS) }, isDone: false });
    expect(hike.sweep).toBe(3);
  });
});
