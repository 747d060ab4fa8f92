import { describe, expect, it } from 'vitest';
import { type CatalogueRun, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { Standing } from '../../../domain/catalogue-words';
import type { HikeProductId } from '../../../domain/ids';
import type { ProductPlan } from '../../../domain/product-plan';
import { someSettings } from '../../../domain/testing/a-shop';
import { sampleHikeProduct, samplePlan } from '../../testing/batteries/sample-products';
import { NOW, createTestContext } from '../../testing/create-test-context';
import { endStageWhenDone } from './end-stage';
import { readRun, saveRun } from './run-cursor';
import { spreadEverything } from './spread-everything';

const STANDINGS: Standing[] = ['create', 'update', 'unchanged', 'removed', 'kept', 'refused', 'ignored', 'left-out'];

const LEVELS: Partial<ProductPlan> = { calls: 2, levels: [{ sku: 'A', location: '', before: 5, after: 0 }], goesToZero: ['A'] };

/** One product of each standing, numbered from 1 on, and the row that stands for all. */
const bench = async (change: Partial<CatalogueRun>, { isStarted = false, standings = STANDINGS } = {}) => {
  const made = await createTestContext();
  const { tables, storeHash, context } = made;
  const value = { ...someSettings(), catalogue: { ...someSettings().catalogue, startedAt: isStarted ? NOW : null } };
  await tables.settings.save(storeHash, 0, { value, savedAt: NOW, savedBy: 'ana@example.com' });
  await tables.hikeProducts.saveMany(storeHash, standings.map((standing, index) => sampleHikeProduct(index + 1, `Mug ${index}`, { plan: samplePlan(standing, LEVELS) })));
  await context.record('products-acted-on', (inside) => saveRun(inside, storeHash, { ...NO_CATALOGUE_RUN, ...change }));
  const row = await made.mark('-', { thing: 'compare' });
  await spreadEverything(context, row);
  const marked = async (thing: 'compare' | 'product' | 'stock') => {
    const rows = await Promise.all(standings.map((_, index) => tables.dirty.find(storeHash, thing, String(index + 1))));
    return standings.filter((_, index) => rows[index] !== null);
  };
  const plans = async () => (await tables.hikeProducts.findMany(storeHash, standings.map((_, index) => (index + 1) as HikeProductId))).map(({ plan }) => plan!);
  return { ...made, row, marked, plans, run: () => readRun(tables, storeHash), isLeft: async () => (await tables.dirty.find(storeHash, 'compare', '-')) !== null };
};

const TO_WRITE = ['create', 'update', 'removed', 'refused'];
const LINKED = ['update', 'unchanged', 'removed', 'kept'];

describe('a look at every product', () => {
  it.each<[string, Partial<CatalogueRun>, boolean, { compare: string[]; product: string[]; stock: string[]; total: number }]>([
    ['compares all before Start', { state: 'comparing' }, false, { compare: STANDINGS, product: [], stock: [], total: 8 }],
    ['compares all after Start, and writes none', { state: 'comparing', hold: { before: null, most: 0 } }, true, { compare: STANDINGS, product: [], stock: [], total: 8 }],
    ['writes with Start what there is to write, and publishes what is linked', { state: 'running' }, true, { compare: [], product: TO_WRITE, stock: LINKED, total: 4 }],
    ['writes what a person let through like that', { state: 'applying' }, true, { compare: [], product: TO_WRITE, stock: LINKED, total: 4 }],
    ['brings all in step at any other time', { state: 'in-step', total: 3 }, true, { compare: [], product: STANDINGS, stock: [], total: 3 }],
  ])('%s', async (_, change, isStarted, { total, ...marks }) => {
    const { marked, run, isLeft } = await bench(change, { isStarted });
    expect({ compare: await marked('compare'), product: await marked('product'), stock: await marked('stock') }).toEqual(marks);
    expect([(await run()).total, (await run()).state, await isLeft()]).toEqual([total, change.state, false]);
  });

  it.each<[CatalogueRun['state'], CatalogueRun['pace']]>([
    ['running', { since: NOW, calls: 6 }],
    ['comparing', null],
  ])('begins to count the calls that are left only of what is written: %s', async (state, pace) => {
    const { run } = await bench({ state, pace: { since: NOW, calls: 99 } }, { isStarted: state === 'running' });
    expect((await run()).pace).toEqual(pace);
  });

  it.each<[CatalogueRun['state'], string[]]>([
    ['running', LINKED],
    ['comparing', []],
  ])('forgets what the dry run told of counts where they are published from now on: %s', async (state, forgotten) => {
    const { plans } = await bench({ state }, { isStarted: state === 'running' });
    const told = await plans();
    expect(told.filter(({ levels, goesToZero }) => levels.length + goesToZero.length === 0).map(({ standing }) => standing)).toEqual(forgotten);
    expect(told.every(({ calls }) => calls === 2)).toBe(true);
  });

  it.each<[CatalogueRun['state'], boolean, CatalogueRun['state']]>([
    ['comparing', false, 'ready'],
    ['running', true, 'in-step'],
    ['applying', true, 'in-step'],
  ])('is over at once where there is no product: %s', async (state, isStarted, after) => {
    const { run } = await bench({ state }, { isStarted, standings: [] });
    expect(await run()).toMatchObject({ state: after, stageSince: NOW });
  });
});

describe('a stage that runs', () => {
  it.each<[Partial<CatalogueRun>, boolean, 'compare' | 'product' | null, Partial<CatalogueRun>]>([
    [{ state: 'comparing' }, false, 'compare', { state: 'comparing', comparedAt: null }],
    [{ state: 'comparing' }, false, null, { state: 'ready', comparedAt: NOW }],
    [{ state: 'comparing' }, false, 'product', { state: 'ready', comparedAt: NOW }],
    [{ state: 'comparing' }, true, null, { state: 'in-step', comparedAt: NOW }],
    [{ state: 'running' }, true, 'product', { state: 'running', comparedAt: null }],
    [{ state: 'running' }, true, 'compare', { state: 'running', comparedAt: null }],
    [{ state: 'running' }, true, null, { state: 'in-step', comparedAt: null }],
    [{ state: 'reading' }, false, null, { state: 'reading', comparedAt: null }],
    [{ state: 'ready' }, false, null, { state: 'ready', comparedAt: null }],
  ])('ends once nothing of it is left: %j', async (change, isStarted, left, after) => {
    const { context, storeHash, mark, run, tables } = await bench({ state: 'never' }, { isStarted, standings: [] });
    await tables.dirty.deleteThing(storeHash, 'product');
    await context.record('products-acted-on', (inside) => saveRun(inside, storeHash, { ...NO_CATALOGUE_RUN, ...change }));
    if (left !== null) await mark('5', { thing: left });
    await context.record('products-batch-ended', (inside) => endStageWhenDone(context, inside));
    expect(await run()).toMatchObject(after);
  });
});
