import { describe, expect, it } from 'vitest';
import { type CatalogueRun, type Hold, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { Standing } from '../../../domain/catalogue-words';
import type { Settings } from '../../../domain/settings';
import { someSettings } from '../../../domain/testing/a-shop';
import { sampleHikeProduct, samplePlan } from '../../testing/batteries/sample-products';
import { NOW, createTestContext } from '../../testing/create-test-context';
import { comparesStock, discardHeld, endHeldComparison, holdForSettings } from './holds';
import { readRun, saveRun } from './run-cursor';

type Deletes = Settings['catalogue']['deletes'];

const settingsWith = (deletes: Deletes, change: Partial<Settings> = {}): Settings => ({ ...someSettings(), ...change, catalogue: { ...someSettings().catalogue, deletes, startedAt: NOW } });

const before = ({ outletId, registerId, salePrice, catalogue, stock }: Settings): NonNullable<Hold['before']> => ({ outletId, registerId, salePrice, catalogue, stock });

const bench = async (change: Partial<CatalogueRun>, products: readonly [Standing, number][] = []) => {
  const made = await createTestContext();
  const { tables, storeHash, context } = made;
  await tables.settings.save(storeHash, 0, { value: settingsWith('ask'), savedAt: NOW, savedBy: 'ana@example.com' });
  const standings = products.flatMap(([standing, count]) => Array<Standing>(count).fill(standing));
  await tables.hikeProducts.saveMany(storeHash, standings.map((standing, index) => sampleHikeProduct(index + 1, `Mug ${index}`, { plan: samplePlan(standing) })));
  await context.record('products-acted-on', (inside) => saveRun(inside, storeHash, { ...NO_CATALOGUE_RUN, ...change }));
  await made.mark('5', { thing: 'compare' });
  const isDue = async (id: string) => (await tables.dirty.find(storeHash, 'compare', id)) !== null;
  return { ...made, run: () => readRun(tables, storeHash), isDue };
};

describe('a comparison by new settings', () => {
  it.each<[string, [Standing, number][], Deletes, Deletes, CatalogueRun['state']]>([
    ['nothing differs', [['unchanged', 30], ['kept', 30]], 'ask', 'ask', 'in-step'],
    ['few are to be created and updated', [['create', 10], ['update', 10]], 'ask', 'ask', 'applying'],
    ['one more is', [['create', 10], ['update', 11]], 'ask', 'ask', 'ready'],
    ['removed ones wait for a person anyway', [['removed', 30]], 'ask', 'ask', 'in-step'],
    ['removed ones waited, and are to be hidden now', [['removed', 30]], 'ask', 'hide', 'ready'],
    ['few removed ones waited, and are to be deleted now', [['removed', 3]], 'hide', 'delete', 'applying'],
    ['removed ones are to wait from now on', [['removed', 30]], 'hide', 'ask', 'in-step'],
    ['removed ones are dealt with as before', [['removed', 30]], 'hide', 'hide', 'in-step'],
    ['removed ones and updates are too many together', [['removed', 11], ['update', 10]], 'ask', 'hide', 'ready'],
  ])('goes on by itself or waits for a person: %s', async (_, products, from, to, state) => {
    const { context, storeHash, run } = await bench({}, products);
    const hold: Hold = { before: before(settingsWith(from)), most: 20 };
    await context.record('products-acted-on', (tables) => endHeldComparison(tables, storeHash, { run: { ...NO_CATALOGUE_RUN, state: 'comparing', hold }, settings: settingsWith(to), now: NOW }));
    expect(await run()).toMatchObject({ state, hold: state === 'ready' ? hold : null });
  });

  it('counts removed ones for nobody who only asked for a dry run', async () => {
    const { context, storeHash, run } = await bench({}, [['removed', 30]]);
    await context.record('products-acted-on', (tables) => endHeldComparison(tables, storeHash, { run: { ...NO_CATALOGUE_RUN, state: 'comparing', hold: { before: null, most: 0 } }, settings: settingsWith('hide'), now: NOW }));
    expect(await run()).toMatchObject({ state: 'in-step', hold: null });
  });

  it.each<[string, Settings, Hold | null, boolean]>([
    ['before Start', { ...settingsWith('ask'), catalogue: { ...settingsWith('ask').catalogue, startedAt: null } }, null, true],
    ['where nothing waits', settingsWith('ask'), null, false],
    ['where a person asked for a dry run', settingsWith('ask'), { before: null, most: 0 }, false],
    ['where stock is written as before', settingsWith('hide'), { before: before(settingsWith('ask')), most: 20 }, false],
    ['where stock is written otherwise', settingsWith('ask', { stock: { ...someSettings().stock, buffer: { kind: 'units', value: 2 } } }), { before: before(settingsWith('ask')), most: 20 }, true],
  ])('looks at counts as well only then: %s', (_, settings, hold, does) => {
    expect(comparesStock(settings, hold)).toBe(does);
  });

  const OLD = before(settingsWith('ask', { salePrice: 'retail_price' }));

  it.each<[string, Partial<CatalogueRun>, Partial<CatalogueRun>, boolean]>([
    ['at rest', { state: 'in-step' }, { state: 'comparing', stageSince: NOW }, true],
    ['while it is read', { state: 'reading' }, { state: 'reading', stageSince: null }, false],
    ['while other settings wait', { state: 'ready', hold: { before: OLD, most: 5 } }, { state: 'comparing', hold: { before: OLD, most: 5 } }, true],
  ])('begins with the settings: %s', async (_, change, after, isCompared) => {
    const { context, storeHash, run, isDue } = await bench(change);
    await context.record('products-acted-on', (tables) => holdForSettings(tables, storeHash, { before: settingsWith('ask'), now: NOW }));
    expect(await run()).toMatchObject({ hold: { before: before(settingsWith('ask')), most: 20 }, ...after });
    expect([await isDue('-'), await isDue('5')]).toEqual([isCompared, !isCompared]);
  });

  it('is put away where it was a dry run: nothing is compared any more, and the settings stay', async () => {
    const { context, storeHash, run, isDue, tables } = await bench({ state: 'ready', hold: { before: null, most: 0 }, total: 9 });
    expect(await context.record('products-acted-on', (inside) => discardHeld(inside, storeHash, NOW))).toBe(true);
    expect(await run()).toMatchObject({ state: 'in-step', hold: null, total: 0, stageSince: NOW });
    expect([await isDue('-'), await isDue('5')]).toEqual([false, false]);
    expect(await tables.settings.get(storeHash)).toMatchObject({ version: 1, value: settingsWith('ask') });
  });
});
