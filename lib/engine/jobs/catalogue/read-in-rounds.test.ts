import { describe, expect, it } from 'vitest';
import { type CatalogueRun, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { ProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { someSettings } from '../../../domain/testing/a-shop';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { PRIORITY } from '../../priorities';
import type { JobContext } from '../job';
import { keepForChannel } from './assign-channel';
import { readHikeReading, saveHikeReading } from './hike-reading';
import { isResting, pollHikeProducts } from './poll-hike-products';
import { readRun, saveRun } from './run-cursor';
import { readStoreReading, saveStoreReading } from './store-reading';
import { sweepStoreProducts } from './sweep-store-products';

const MINUTE_MS = 60_000;

const sides = { hike: { sweep: 1, read: 0, total: null, isDone: true }, store: { sweep: 1, read: 0, total: null, isDone: true } };

/** Both sides were read a minute ago, unless said otherwise. */
const rounds = async ({ run = {}, change = {} }: { run?: Partial<CatalogueRun>; change?: Partial<JobContext> } = {}) => {
  const shop = await createTestContext(change);
  const { context, database: { tables }, storeHash, vendors, mark } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'in-step', ...sides, ...run });
  const goodUntil = instantPlus(NOW, -MINUTE_MS);
  await saveHikeReading(tables, storeHash, { ...(await readHikeReading(tables, storeHash)), goodUntil, sweep: 1, sweptAt: goodUntil });
  await saveStoreReading(tables, storeHash, { ...(await readStoreReading(tables, storeHash)), goodUntil, sweep: 1, sweptAt: goodUntil });
  const round = async (job: typeof pollHikeProducts, thing: 'hike-products' | 'store-products') => {
    const failures = await job.run(context, [await mark('-', { thing })]);
    expect(failures).toEqual([]);
    return tables.dirty.find(storeHash, thing, '-');
  };
  return {
    ...shop,
    poll: () => round(pollHikeProducts, 'hike-products'),
    sweep: () => round(sweepStoreProducts, 'store-products'),
    calls: (name: string) => vendors.calls.filter((call) => call === name).length,
  };
};

/** So many mugs, in pages of three that overlap by two. */
const withMugs = ({ vendors }: Pick<Awaited<ReturnType<typeof rounds>>, 'vendors'>, count: number) => {
  vendors.hikePageSize = 3;
  for (let id = 1; id <= count; id += 1) {
    const variants = [aHikeVariant({ id, sku: `MUG-${id}`, barcode: '' })];
    vendors.hikeProducts.set(id, aHikeProduct({ id, name: `Mug ${id}`, types: [], modifiedAt: NOW, variants }));
  }
};

describe('a round of reading Hike', () => {
  it('that comes to the end is followed by one after minutes', async () => {
    const shop = await rounds();
    withMugs(shop, 7);
    expect(await shop.poll()).toMatchObject({ notBefore: instantPlus(NOW, 10 * MINUTE_MS), priority: PRIORITY.poll });
    expect(shop.calls('products.list')).toBe(5);
  });

  it('reads five pages, and goes on at once and before counts are published', async () => {
    const shop = await rounds();
    withMugs(shop, 8);
    expect(await shop.poll()).toMatchObject({ notBefore: NOW, priority: PRIORITY.stock - 1 });
    expect(shop.calls('products.list')).toBe(5);
  });

  it('goes on at once like any other where everything is read', async () => {
    const shop = await rounds({ run: { ...sides, hike: { ...sides.hike, isDone: false } } });
    withMugs(shop, 8);
    expect(await shop.poll()).toMatchObject({ notBefore: NOW, priority: PRIORITY.poll });
  });

  it('looks at what was missed only once it is through', async () => {
    const doubting = async (count: number) => {
      const shop = await rounds();
      const { tables } = shop.database;
      await saveHikeReading(tables, shop.storeHash, { ...(await readHikeReading(tables, shop.storeHash)), doubted: [1] as never });
      withMugs(shop, count);
      await shop.poll();
      return shop.calls('products.find');
    };
    expect([await doubting(8), await doubting(7)]).toEqual([0, 1]);
  });
});

describe('a round of reading BigCommerce', () => {
  it('that comes to the end is followed by one after an hour', async () => {
    const { sweep, calls } = await rounds();
    expect(await sweep()).toMatchObject({ notBefore: instantPlus(NOW, 60 * MINUTE_MS), priority: PRIORITY.poll });
    expect([calls('catalogue.since'), calls('catalogue.categories')]).toEqual([1, 0]);
  });

  it.each([
    [1_000, 5, 60 * MINUTE_MS],
    [1_250, 5, 0],
    [1_249, 5, 60 * MINUTE_MS],
  ])('of %i changes reads %i pages, and the next comes after %i ms', async (products, pages, inMs) => {
    const { sweep, vendors, calls } = await rounds();
    for (let id = 1; id <= products; id += 1) vendors.storeProducts.set(id, aStoreProduct({ id, sku: '', variants: [], modifiedAt: NOW }));
    expect(await sweep()).toMatchObject({ notBefore: instantPlus(NOW, inMs) });
    expect(calls('catalogue.since')).toBe(pages);
  });

  it('begins with the categories where all is read, and goes on without', async () => {
    const { sweep, calls, database: { tables }, storeHash } = await rounds({ run: { store: { ...sides.store, isDone: false } } });
    await sweep();
    expect([calls('catalogue.categories'), calls('catalogue.list')]).toEqual([1, 1]);
    await saveRun(tables, storeHash, { ...(await readRun(tables, storeHash)), store: { ...sides.store, isDone: false } });
    await saveStoreReading(tables, storeHash, { ...(await readStoreReading(tables, storeHash)), pass: { kind: 'full', startedAt: NOW, after: 7 as ProductId } });
    await sweep();
    expect([calls('catalogue.categories'), calls('catalogue.list')]).toEqual([1, 2]);
  });

  it('puts into the default storefront what a sync left, and ends a sync that has nothing left to write', async () => {
    const { context, sweep, vendors, database, storeHash } = await rounds({ run: { state: 'running' } });
    await database.transaction('product-created', (tables) => keepForChannel(context, tables, [7001 as ProductId]));
    await sweep();
    expect(vendors.assignedToChannel).toEqual([7001]);
    expect(await readRun(database.tables, storeHash)).toMatchObject({ state: 'in-step', stageSince: NOW });
  });
});

const paused = (what: Partial<ReturnType<typeof someSettings>['paused']>) => someSettings({ paused: { ...someSettings().paused, ...what } });

describe('reading rests', () => {
  const cases: [string, Partial<CatalogueRun>, Partial<JobContext>, boolean][] = [
    ['not', {}, {}, false],
    ['until somebody asks for the catalogue', { state: 'never' }, {}, true],
    ['while a required setting is missing', {}, { settings: someSettings({ outletId: null }) }, true],
    ['while both products and counts are paused', {}, { settings: paused({ products: true, stock: true }) }, true],
    ['not while counts go on', {}, { settings: paused({ products: true }) }, false],
    ['not while products go on', {}, { settings: paused({ stock: true }) }, false],
    ['not for a dry run, whatever is paused', { state: 'reading' }, { settings: paused({ products: true, stock: true }) }, false],
    ['for a dry run that a person paused', { state: 'reading', isPaused: true }, {}, true],
    ['not for a pause of a dry run that is over', { isPaused: true }, {}, false],
  ];
  it.each(cases)('%s', async (_, run, change, expected) => {
    const { context, poll, sweep, vendors } = await rounds({ run, change });
    expect(isResting(context, { ...NO_CATALOGUE_RUN, state: 'in-step', ...run })).toBe(expected);
    expect([(await poll()) === null, (await sweep()) === null, vendors.calls.length === 0]).toEqual([expected, expected, expected]);
  });
});

it('is upkeep that has a name for each side, and waits while that side cannot be asked', () => {
  expect([pollHikeProducts, sweepStoreProducts]).toMatchObject([{ needs: ['hike'], isUpkeep: true }, { needs: ['bigcommerce'], isUpkeep: true }]);
  expect([pollHikeProducts, sweepStoreProducts].map(({ subject }) => subject({ id: '-' } as never).label)).toEqual(['Reading products from Hike', 'Reading products from BigCommerce']);
});
