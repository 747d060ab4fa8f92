import { describe, expect, it } from 'vitest';
import { type CatalogueRun, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { ProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { openStorePass, readStoreAnew, readStoreReading, saveStoreReading, STORE_READING_CURSOR, type StorePass } from './store-reading';
import { readRun, saveRun } from './run-cursor';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const ago = (ms: number) => instantPlus(NOW, -ms);

type Reading = Awaited<ReturnType<typeof readStoreReading>>;

const CHANGES: StorePass = { kind: 'changes', startedAt: ago(MINUTE_MS), since: ago(WEEK_MS), page: 2, last: 'page' };
const FULL: StorePass = { kind: 'full', startedAt: ago(MINUTE_MS), after: 111 as ProductId };
const LEVELS: StorePass = { kind: 'levels', startedAt: ago(MINUTE_MS), page: 2 };

const READ = { sweep: 3, read: 40, total: 40 };
const UNREAD = { sweep: 4, read: 0, total: null, isDone: false };

const withRun = async (run: Partial<CatalogueRun>) => {
  const shop = await createTestContext();
  const { tables } = shop.database;
  await saveRun(tables, shop.storeHash, { ...NO_CATALOGUE_RUN, ...run });
  return { ...shop, tables, run: () => readRun(tables, shop.storeHash) };
};

/** The third full reading was asked for last. */
const opening = async ({ reading = {}, isDone = true }: { reading?: Partial<Reading>; isDone?: boolean }) => {
  const { context, storeHash, tables, run } = await withRun({ state: 'in-step', store: { ...READ, isDone } });
  await saveStoreReading(tables, storeHash, { ...(await readStoreReading(tables, storeHash)), sweep: 3, ...reading });
  const opened = await openStorePass(context);
  return { opened, kept: await readStoreReading(tables, storeHash), store: (await run()).store };
};

describe('a look at BigCommerce’s products', () => {
  it('at what changed begins ten minutes before what is known, and is kept', async () => {
    const { opened, kept, store } = await opening({ reading: { goodUntil: ago(MINUTE_MS), sweptAt: ago(MINUTE_MS) } });
    expect(opened.pass).toEqual({ kind: 'changes', startedAt: NOW, since: ago(11 * MINUTE_MS), page: 1, last: '' });
    expect(kept).toEqual(opened);
    expect(store).toEqual({ ...READ, isDone: true });
  });

  it.each<[string, StorePass | null, Partial<Reading>, boolean]>([
    ['what changed goes on where a process left it', CHANGES, { sweep: 2 }, true],
    ['all of them goes on where a process left it', FULL, {}, false],
    ['their levels goes on where a process left it', LEVELS, {}, false],
  ])('at %s', async (_, pass, reading, isDone) => {
    expect((await opening({ reading: { goodUntil: ago(MINUTE_MS), pass, ...reading }, isDone })).opened.pass).toEqual(pass);
  });

  it('at what changed goes on where a process of an older version left it', async () => {
    const { context, storeHash, tables } = await withRun({ store: { ...READ, isDone: true } });
    const { last: _, ...pass } = CHANGES as Extract<StorePass, { kind: 'changes' }>;
    await tables.cursors.save(storeHash, STORE_READING_CURSOR, { ...(await readStoreReading(tables, storeHash)), pass });
    expect((await openStorePass(context)).pass).toEqual({ ...pass, last: '' });
  });

  it.each<[string, StorePass | null, Partial<Reading>]>([
    ['what changed was under way', CHANGES, {}],
    ['an earlier one was under way', FULL, { sweep: 2 }],
    ['the levels of an earlier one were under way', LEVELS, { sweep: 2 }],
    ['nothing was under way', null, {}],
  ])('at all of them begins anew when it was asked for while %s', async (_, pass, reading) => {
    const { opened } = await opening({ reading: { goodUntil: ago(MINUTE_MS), pass, ...reading }, isDone: false });
    expect(opened).toMatchObject({ sweep: 3, pass: { kind: 'full', startedAt: NOW, after: null } });
  });

  it.each([[FULL], [LEVELS]])('is one at what changed again once a full one is through', async (pass) => {
    const { opened } = await opening({ reading: { goodUntil: ago(MINUTE_MS), pass } });
    expect(opened.pass).toMatchObject({ kind: 'changes', page: 1 });
  });

  it.each<[string, Partial<Reading>, boolean, boolean]>([
    ['a week after the last', { sweptAt: ago(WEEK_MS) }, true, true],
    ['not before', { sweptAt: ago(WEEK_MS - 1) }, true, false],
    ['never by itself where there was none yet', { sweptAt: null }, true, false],
    ['once the look that is under way has ended', { sweptAt: ago(2 * WEEK_MS), pass: CHANGES }, true, false],
    ['not while one is under way', { sweptAt: ago(2 * WEEK_MS) }, false, false],
  ])('at all of them is due %s', async (_, reading, isDone, isDue) => {
    const { opened, store } = await opening({ reading: { goodUntil: ago(MINUTE_MS), ...reading }, isDone });
    expect(store).toEqual(isDue ? UNREAD : { ...READ, isDone });
    expect(opened.sweep).toBe(store.sweep);
    expect(opened.pass.kind).toBe(isDue || !isDone ? 'full' : 'changes');
  });
});

describe('to have BigCommerce read again', () => {
  it('begins from the beginning', async () => {
    const { tables, storeHash, run } = await withRun({ state: 'in-step', store: { ...READ, isDone: true } });
    expect(await readStoreAnew(tables, storeHash)).toBe(true);
    expect(await run()).toMatchObject({ state: 'in-step', store: UNREAD });
  });

  it('does nothing where nobody asked for the catalogue yet', async () => {
    const { tables, storeHash, run } = await withRun({});
    expect(await readStoreAnew(tables, storeHash)).toBe(false);
    expect(await run()).toEqual(NO_CATALOGUE_RUN);
  });
});
