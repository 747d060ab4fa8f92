import { describe, expect, it } from 'vitest';
import { type CatalogueRun, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import { someSettings } from '../../../domain/testing/a-shop';
import { NOW, createTestContext } from '../../testing/create-test-context';
import { askForDryRun, cancelCatalogue, pauseReading, startCatalogue } from './catalogue-run-steps';
import { applyHeld, discardHeld } from './holds';
import { readRun, saveRun } from './run-cursor';
import { restartPace } from './run-pace';

const BEFORE = someSettings();
const HOLD = { before: null, most: 0 };
const BY_SETTINGS = { before: { outletId: BEFORE.outletId, registerId: BEFORE.registerId, salePrice: BEFORE.salePrice, catalogue: BEFORE.catalogue, stock: BEFORE.stock }, most: 20 };

type Bench = Awaited<ReturnType<typeof at>>;

/** A store whose run stands there; a comparison of one product is still due. */
const at = async (change: Partial<CatalogueRun>, { isStarted = false } = {}) => {
  const bench = await createTestContext();
  const { tables, storeHash, context } = bench;
  const value = { ...BEFORE, catalogue: { ...BEFORE.catalogue, startedAt: isStarted ? NOW : null } };
  await tables.settings.save(storeHash, 0, { value, savedAt: NOW, savedBy: 'ana@example.com' });
  await context.record('products-acted-on', (inside) => saveRun(inside, storeHash, { ...NO_CATALOGUE_RUN, total: 7, ...change }));
  await bench.mark('812', { thing: 'compare' });
  await bench.mark('812', { thing: 'product' });
  const act = <T>(step: (tables: Parameters<typeof askForDryRun>[0], hash: typeof storeHash, now: typeof NOW) => Promise<T>) => context.record('products-acted-on', (inside) => step(inside, storeHash, NOW));
  return { ...bench, act, run: () => readRun(tables, storeHash), startedAt: async () => (await tables.settings.get(storeHash)).value.catalogue.startedAt };
};

const due = async ({ tables, storeHash }: Bench) => {
  const ids = [['compare', '812'], ['compare', '-'], ['product', '812'], ['hike-products', '-'], ['store-products', '-'], ['hike-customers', '-']] as const;
  const rows = await Promise.all(ids.map(([thing, id]) => tables.dirty.find(storeHash, thing, id)));
  return ids.filter((_, index) => rows[index] !== null).map(([thing, id]) => `${thing} ${id}`);
};

const READING = ['product 812', 'hike-products -', 'store-products -'];

describe('a dry run that a person asks for', () => {
  it.each<[string, Partial<CatalogueRun>, boolean, CatalogueRun['hold']]>([
    ['the first one', { state: 'never' }, false, null],
    ['again while it is read, which had been paused', { state: 'reading', isPaused: true, hold: HOLD }, false, null],
    ['after Start', { state: 'in-step' }, true, HOLD],
    ['while new settings wait', { state: 'ready', hold: BY_SETTINGS }, true, BY_SETTINGS],
  ])('reads both sides anew: %s', async (_, change, isStarted, hold) => {
    const bench = await at({ ...change, hike: { sweep: 3, read: 9, total: 9, isDone: true }, store: { sweep: 5, read: 9, total: 9, isDone: true } }, { isStarted });
    expect(await bench.act(askForDryRun)).toBe(true);
    const [hike, store] = [4, 6].map((sweep) => ({ sweep, read: 0, total: null, isDone: false }));
    expect(await bench.run()).toMatchObject({ state: 'reading', hike, store, total: 0, stageSince: NOW, hold, isPaused: false });
    expect(await due(bench)).toEqual(READING);
  });

  it.each(['running', 'applying'] as const)('is not begun while products are written (%s)', async (state) => {
    const bench = await at({ state }, { isStarted: true });
    expect(await bench.act(askForDryRun)).toBe(false);
    expect(await bench.run()).toMatchObject({ state, total: 7 });
  });
});

describe('the reading before Start', () => {
  it.each<[string, Partial<CatalogueRun>, boolean, boolean, boolean]>([
    ['rests', { state: 'reading', isPaused: false }, true, true, false],
    ['goes on', { state: 'reading', isPaused: true }, false, false, true],
    ['does not rest where a person looks at what is written', { state: 'reading', hold: HOLD }, true, false, false],
    ['does not rest once it is over', { state: 'ready' }, true, false, false],
  ])('%s', async (_, change, isPaused, after, isRead) => {
    const bench = await at(change);
    await bench.act((tables, hash, now) => pauseReading(tables, hash, { isPaused, now }));
    expect((await bench.run()).isPaused).toBe(after);
    expect((await due(bench)).includes('hike-products -')).toBe(isRead);
  });
});

describe('Start', () => {
  it('begins to write, and has customers read as well', async () => {
    const bench = await at({ state: 'ready' });
    expect(await bench.act(startCatalogue)).toBe('started');
    expect(await bench.run()).toMatchObject({ state: 'running', total: 0, stageSince: NOW });
    expect([await bench.startedAt(), await due(bench)]).toEqual([NOW, ['compare 812', 'compare -', 'product 812', 'hike-customers -']]);
    expect(await bench.act(startCatalogue)).toBe('started-before');
  });

  it.each(['never', 'reading', 'comparing'] as const)('waits for a dry run: %s', async (state) => {
    const bench = await at({ state });
    expect(await bench.act(startCatalogue)).toBe('not-compared');
    expect([await bench.startedAt(), (await bench.run()).state]).toEqual([null, state]);
  });
});

describe('what is cancelled', () => {
  it.each<[string, Partial<CatalogueRun>, boolean, CatalogueRun['state'], string[]]>([
    ['the first reading', { state: 'reading', isPaused: true }, false, 'never', ['product 812']],
    ['the first comparison', { state: 'comparing' }, false, 'never', ['product 812']],
    ['a later reading before Start', { state: 'reading', comparedAt: NOW }, false, 'ready', ['product 812']],
    ['a look after Start', { state: 'comparing', comparedAt: NOW }, true, 'in-step', ['product 812']],
    ['a dry run after Start', { state: 'reading', comparedAt: NOW, hold: HOLD }, true, 'in-step', ['product 812']],
    ['the first sync', { state: 'running', comparedAt: NOW }, true, 'comparing', ['compare -']],
    ['nothing, where all is in step', { state: 'in-step', comparedAt: NOW }, true, 'in-step', ['compare 812', 'product 812']],
    ['nothing, while what a person let through is written', { state: 'applying', comparedAt: NOW }, true, 'applying', ['compare 812', 'product 812']],
  ])('goes back to where it was: %s', async (_, change, isStarted, state, rows) => {
    const bench = await at(change, { isStarted });
    await bench.act(cancelCatalogue);
    const isLeft = rows.includes('compare 812');
    expect(await bench.run()).toMatchObject({ state, hold: null, isPaused: false, total: isLeft ? 7 : 0, ...(isLeft ? {} : { stageSince: NOW }) });
    expect(await due(bench)).toEqual(rows);
    expect(await bench.startedAt()).toBe(change.state === 'running' || !isStarted ? null : NOW);
  });
});

describe('what waits for a person', () => {
  it.each<[string, Partial<CatalogueRun>, boolean]>([
    ['is applied once it is compared', { state: 'ready', hold: HOLD }, true],
    ['is not applied while it is compared', { state: 'comparing', hold: HOLD }, false],
    ['is not applied where nothing waits', { state: 'ready', hold: null }, false],
  ])('%s', async (_, change, isDone) => {
    const bench = await at(change, { isStarted: true });
    expect(await bench.act(applyHeld)).toBe(isDone);
    expect(await bench.run()).toMatchObject(isDone ? { state: 'applying', hold: null, total: 0, stageSince: NOW } : { ...change, total: 7 });
    expect((await due(bench)).includes('compare -')).toBe(isDone);
  });

  it('has the settings of before back where it is discarded, by which all is compared once more', async () => {
    const bench = await at({ state: 'ready', hold: { ...BY_SETTINGS, before: { ...BY_SETTINGS.before, salePrice: 'retail_price' } } }, { isStarted: true });
    expect(await bench.act(discardHeld)).toBe(true);
    expect((await bench.tables.settings.get(bench.storeHash)).value.salePrice).toBe('retail_price');
    expect(await bench.run()).toMatchObject({ state: 'comparing', hold: { before: null, most: 20 } });
    expect(await due(bench)).toEqual(['compare -', 'product 812']);
  });

  it('is nothing to discard where nothing waits', async () => {
    const bench = await at({ state: 'ready' }, { isStarted: true });
    expect(await bench.act(discardHeld)).toBe(false);
  });
});

describe('the pace of what is written', () => {
  it.each<[CatalogueRun['state'], CatalogueRun['pace']]>([
    ['running', { since: NOW, calls: 0 }],
    ['applying', { since: NOW, calls: 0 }],
    ['in-step', null],
    ['ready', null],
  ])('begins anew after a pause only while something is: %s', async (state, pace) => {
    const bench = await at({ state, pace: null }, { isStarted: true });
    await bench.act(restartPace);
    expect((await bench.run()).pace).toEqual(pace);
  });
});
