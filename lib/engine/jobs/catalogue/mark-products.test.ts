import { describe, expect, it } from 'vitest';
import { type CatalogueRun, NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProductId } from '../../../domain/ids';
import { someSettings } from '../../../domain/testing/a-shop';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { PRIORITY } from '../../priorities';
import { endReading } from './end-reading';
import { markProducts, worksOfProducts } from './mark-products';
import { readRun, saveRun } from './run-cursor';
import { productSubject } from './product-subject';

const HOLD: CatalogueRun['hold'] = { before: null, most: 0 };

const shopIn = async (run: Partial<CatalogueRun>, isStarted = false) => {
  const { database, storeHash } = await createTestContext();
  const { catalogue } = someSettings();
  await database.tables.settings.save(storeHash, 0, { value: someSettings({ catalogue: { ...catalogue, startedAt: isStarted ? NOW : null } }), savedAt: NOW, savedBy: 'ana@example.com' });
  await saveRun(database.tables, storeHash, { ...NO_CATALOGUE_RUN, ...run });
  return { tables: database.tables, storeHash };
};

describe('what is done about a product that changed', () => {
  it.each<[string, Partial<CatalogueRun>, boolean, string[]]>([
    ['nothing before the dry run', { state: 'never' }, false, []],
    ['nothing while both sides are read', { state: 'reading' }, false, []],
    ['a comparison while all is compared', { state: 'comparing' }, false, ['compare']],
    ['a comparison while the dry run is looked at', { state: 'ready' }, false, ['compare']],
    ['a write once it was started', { state: 'running' }, true, ['product']],
    ['a write once it was started, whatever was compared before', { state: 'ready' }, true, ['product']],
    ['a write when all is in step', { state: 'in-step' }, true, ['product']],
    ['a write while all is compared with nothing held', { state: 'comparing' }, true, ['product']],
    ['both while somebody looks what would be written', { state: 'ready', hold: HOLD }, true, ['product', 'compare']],
    ['both while that is compared', { state: 'comparing', hold: HOLD }, true, ['product', 'compare']],
    ['a write later, while that is read', { state: 'reading', hold: HOLD }, true, ['product']],
  ])('is %s', async (_, run, isStarted, works) => {
    const { tables, storeHash } = await shopIn(run, isStarted);
    expect(await worksOfProducts(tables, storeHash)).toEqual(works);
    await markProducts(tables, storeHash, { hikeIds: [812, 812, 900] as HikeProductId[], now: NOW, trigger: 'schedule' });
    for (const thing of ['product', 'compare'] as const) expect(await tables.dirty.count(storeHash, thing)).toBe(works.includes(thing) ? 2 : 0);
  });

  it('comes when products come, unless a person waits for it', async () => {
    const { tables, storeHash } = await shopIn({ state: 'ready' });
    await markProducts(tables, storeHash, { hikeIds: [812 as HikeProductId], now: NOW, trigger: 'schedule' });
    await markProducts(tables, storeHash, { hikeIds: [900 as HikeProductId], now: NOW, trigger: 'person', priority: PRIORITY.person });
    expect(await tables.dirty.find(storeHash, 'compare', '812')).toMatchObject({ priority: PRIORITY.product, notBefore: NOW, trigger: 'schedule', version: 1 });
    expect(await tables.dirty.find(storeHash, 'compare', '900')).toMatchObject({ priority: PRIORITY.person, trigger: 'person' });
  });
});

describe('a side that was read to its end', () => {
  const done = { sweep: 1, read: 2, total: 2, isDone: true };
  const open = { ...done, isDone: false };
  it.each<[string, Partial<CatalogueRun>, 'hike' | 'store', CatalogueRun['state']]>([
    ['Hike’s, the last', { state: 'reading', hike: open, store: done }, 'hike', 'comparing'],
    ['BigCommerce’s, the last', { state: 'reading', hike: done, store: open }, 'store', 'comparing'],
    ['Hike’s, the first', { state: 'reading', hike: open, store: open }, 'hike', 'reading'],
    ['BigCommerce’s, the first', { state: 'reading', hike: open, store: open }, 'store', 'reading'],
    ['one that nobody compares', { state: 'in-step', hike: open, store: done }, 'hike', 'in-step'],
    ['the second one that nobody compares', { state: 'ready', hike: done, store: open }, 'store', 'ready'],
  ])('is %s', async (_, run, side, state) => {
    const { tables, storeHash } = await shopIn({ ...run, total: 9 });
    await endReading(tables, storeHash, { run: await readRun(tables, storeHash), side, now: NOW });
    const isLast = state === 'comparing';
    expect(await readRun(tables, storeHash)).toMatchObject({ state, [side]: done, total: isLast ? 0 : 9, stageSince: isLast ? NOW : null });
    expect(await tables.dirty.find(storeHash, 'compare', '-')).toEqual(isLast ? expect.objectContaining({ priority: PRIORITY.product, notBefore: NOW, trigger: 'person' }) : null);
  });
});

it('is called by its number in the log until its name is known', () => {
  expect(productSubject({ id: '812' })).toEqual({ thing: 'product', direction: 'hike-to-bigcommerce', label: 'Product 812', bigcommerceId: null, hikeId: '812' });
});
