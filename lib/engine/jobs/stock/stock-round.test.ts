import { describe, expect, it } from 'vitest';
import type { LocationId, VariantId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aProfile } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { PRIORITY } from '../../priorities';
import { QuotaExhausted, TransientFailure } from '../../ports/failures';
import type { DirtyRow, SeenLevel } from '../../ports/tables';
import { sampleStore } from '../../testing/batteries/sample-records';
import { NOW } from '../../testing/create-test-context';
import { setLevel } from '../../testing/fake-inventory';
import { readHikeReading, saveHikeReading } from '../catalogue/hike-reading';
import { rereadStoreProducts } from '../catalogue/reread-store-products';
import type { JobContext } from '../job';
import { lastPublished } from './last-published';
import { ALL_STOCK, markAllStock } from './mark-all-stock';
import { publishStock } from './publish-stock';
import { AWAY, createLevelBench, HOME, startedWith, withTwoLocations } from './testing/create-level-bench';

describe('a round of publishing', () => {
  it('writes the difference, and leaves the levels, the timeline and no row', async () => {
    const bench = await createLevelBench();
    expect(await bench.publish('812')).toEqual([]);
    expect(bench.vendors.levelWrites).toEqual([[{ variantId: 211, productId: 111, locationId: 1, quantity: 12 }]]);
    expect(await bench.level()).toMatchObject({ onHand: 12, written: 12, writtenAt: NOW, seenAt: NOW });
    expect(await bench.moves()).toMatchObject([{ side: 'bigcommerce', reason: 'published', source: '', before: 90_000, after: 120_000 }]);
    expect([await bench.rowOf('812', 'stock'), bench.commits, await lastPublished(bench.tables, bench.storeHash)]).toEqual([null, ['stock-recorded'], NOW]);
  });

  it('that finds everything as it should be publishes nothing', async () => {
    const bench = await createLevelBench([{ onHand: 12, written: 12 }]);
    expect(await bench.publish('812')).toEqual([]);
    expect([bench.vendors.calls, await bench.moves(), await lastPublished(bench.tables, bench.storeHash)]).toEqual([[], [], null]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['BigCommerce counts for itself', { settings: startedWith({ catalogue: { startedAt: NOW, owners: { stock: 'bigcommerce' } } }) }],
    ['no location shows Hike’s stock', { settings: startedWith({ outletId: null }) }],
  ])('is over at once where %s', async (_, change) => {
    const bench = await createLevelBench([{}], change);
    expect(await bench.publish('812')).toEqual([]);
    expect([await bench.rowOf('812', 'stock'), bench.vendors.calls, bench.commits]).toEqual([null, [], ['unwanted-stock-settled']]);
  });

  it.each([null, aProfile({ locations: [] })])('waits until the store’s locations have been read', async (profile) => {
    const bench = await createLevelBench([{}], { store: sampleStore('abc123' as never, { profile }) });
    expect(await bench.publish('812')).toEqual([]);
    expect([await bench.rowOf('812', 'stock'), bench.logged]).toMatchObject([{ attempts: 1 }, [{ facts: { error: new TransientFailure('the locations of the store have not been read yet') } }]]);
  });

  it.each([[['812']], [['812', '813']]])('of everything marks every variant by itself, and no more: %j', async (ids) => {
    const bench = await createLevelBench(ids.map(() => ({})));
    await markAllStock(bench.tables, bench.storeHash, NOW);
    const row = (await bench.rowOf(ALL_STOCK, 'stock'))!;
    expect(row).toMatchObject({ trigger: 'person', priority: PRIORITY.stock });
    expect(await publishStock.run(bench.context, [row])).toEqual([]);
    expect(await bench.stockRows()).toEqual(ids.map((id) => [id, PRIORITY.upkeep]));
    expect(await bench.rowOf('812', 'stock')).toMatchObject({ trigger: 'follow-up' });
    expect([bench.vendors.calls, bench.commits]).toEqual([[], ['stock-chunk-marked', 'all-stock-marked', 'unwanted-stock-settled']]);
  });

  it('that breaks off hands on what was not written, not what was', async () => {
    const bench = await createLevelBench([{}, { onHand: 12, written: 12 }], withTwoLocations());
    const [first, second] = await Promise.all([211, 212].map((id) => bench.level(id)));
    await bench.tables.levels.saveMany(bench.storeHash, [{ ...first!, locationId: AWAY, onHand: 12, written: 12 }, { ...second!, locationId: AWAY, onHand: 9 }]);
    bench.vendors.onCall = (moment) => {
      if (moment === 'inventory.set' && bench.callsOf('inventory.set') === 2) throw new QuotaExhausted('bigcommerce', 1000);
    };
    expect(await bench.publish('812', '813')).toMatchObject([{ row: { id: '813' } }]);
    expect([await bench.rowOf('812', 'stock'), await bench.rowOf('813', 'stock')]).toMatchObject([null, { attempts: 0 }]);
    expect([(await bench.level(211))?.written, (await bench.level(212, AWAY))?.onHand]).toEqual([12, 9]);
  });

  it('needs BigCommerce, is tried a number of times, and is named by Hike’s product', async () => {
    const { rows } = await createLevelBench([]);
    expect(publishStock).toMatchObject({ needs: ['bigcommerce'], isUpkeep: false });
    expect(publishStock.subject((await rows('stock', ['812']))[0]!)).toEqual({ thing: 'stock', direction: 'hike-to-bigcommerce', label: 'Stock of Hike product 812', bigcommerceId: null, hikeId: '812' });
  });
});

describe('levels that are read before they are written', () => {
  /** What is known at both locations; BigCommerce shows five everywhere, Hike has twelve. */
  const published = async (home: Partial<SeenLevel> | null, away: Partial<SeenLevel> | null) => {
    const bench = await createLevelBench([{}], withTwoLocations());
    const known = (await bench.level())!;
    await bench.tables.levels.deleteAll(bench.storeHash);
    for (const [locationId, one] of [[HOME, home], [AWAY, away]] as const) if (one) await bench.tables.levels.saveMany(bench.storeHash, [{ ...known, locationId, ...one }]);
    for (const locationId of [HOME, AWAY]) setLevel(bench.vendors, { variantId: 211, locationId, onHand: 5 });
    await bench.publish('812');
    return { reads: bench.callsOf('inventory.list'), found: (await bench.moves()).filter(({ reason }) => reason === 'outside').map(({ locationId }) => locationId) };
  };

  it.each<[string, Partial<SeenLevel> | null, Partial<SeenLevel> | null, { reads: number; found: LocationId[] }]>([
    ['are none that are known', {}, {}, { reads: 0, found: [] }],
    ['are those of a variant that is unknown at one location, and what is known of the other stands', {}, null, { reads: 1, found: [] }],
    ['are those that were kept but never seen', { onHand: null }, {}, { reads: 1, found: [] }],
    ['are those that a hint says have moved, and no other', {}, { isStale: true }, { reads: 1, found: [AWAY] }],
    ['are none that we have just written', {}, { isStale: true, writtenAt: instantPlus(NOW, -59_999) }, { reads: 0, found: [] }],
  ])('%s', async (_, home, away, expected) => {
    expect(await published(home, away)).toEqual(expected);
  });
});

describe('what stands on the shelf', () => {
  const tracked = async (tracking: 'product' | 'variant' | 'none') => {
    const bench = await createLevelBench([null], { settings: startedWith({ stock: { zeroGuard: 1 } }) });
    await bench.tables.storeProducts.saveMany(bench.storeHash, [{ product: aStoreProduct({ tracking, variants: [aStoreVariant()] }), standing: 'linked', sweep: 1, goneAt: null }]);
    bench.vendors.levels = [];
    return bench;
  };

  it.each([
    ['product', [{ variantId: 211, productId: 111, locationId: 1, quantity: 12 }]],
    ['variant', [{ variantId: 211, locationId: 1, quantity: 12 }]],
    ['none', [{ variantId: 211, locationId: 1, quantity: 12 }]],
  ] as const)('is written as BigCommerce counts it: by %s', async (tracking, items) => {
    const bench = await tracked(tracking);
    await bench.publish('812');
    expect(bench.vendors.levelWrites).toEqual([items]);
  });

  it('is no fall to zero where BigCommerce does not count it', async () => {
    const falling = async (bench: Awaited<ReturnType<typeof tracked>>) => {
      // One more is enough to have both held.
      await bench.tables.cursors.save(bench.storeHash, 'stock-zeros', { since: NOW, variants: 1 });
      await bench.hikeTells(812, { available: 0 });
      await bench.publish('812');
      return bench.vendors.levelWrites.length;
    };
    expect([await falling(await tracked('none')), await falling(await tracked('product'))]).toEqual([1, 0]);
  });

  it('is nothing of a product that is gone from Hike, or put aside', async () => {
    for (const seen of [{ goneAt: NOW }, { isIgnored: true }]) {
      const bench = await createLevelBench();
      await bench.hikeTells(812, { seen });
      expect(await bench.publish('812')).toEqual([]);
      expect([bench.vendors.calls, await bench.rowOf('812', 'stock')]).toEqual([[], null]);
    }
  });
});

describe('a product that BigCommerce deleted', () => {
  it.each(['gone', 'never read since'])('has no stock to publish where it is known to be %s', async (how) => {
    const bench = await createLevelBench();
    await bench.tables.storeProducts.deleteAll(bench.storeHash);
    if (how === 'gone') await bench.tables.storeProducts.saveMany(bench.storeHash, [{ product: aStoreProduct(), standing: 'gone', sweep: 1, goneAt: NOW }]);
    expect(await bench.publish('812')).toEqual([]);
    expect([bench.vendors.calls, await bench.rowOf('812', 'stock')]).toEqual([[], null]);
  });

  it('is looked at when its count is refused, and nothing is asked about the count any more', async () => {
    const bench = await createLevelBench();
    await bench.tables.links.save(bench.storeHash, { thing: 'product', bigcommerceId: '111', hikeId: '812', origin: 'hike', facts: {} }, NOW);
    bench.vendors.refusedLevels.add(211);
    await bench.publish('812');
    const look = await bench.tables.dirty.find(bench.storeHash, 'store-product', '111');
    expect([look, await bench.entries()]).toMatchObject([{ trigger: 'follow-up' }, [{ recordId: '812', result: 'needs-you' }]]);
    await rereadStoreProducts.run(bench.context, [look!]);
    expect(await bench.rowOf('812', 'stock')).toMatchObject({ trigger: 'follow-up' });
    await bench.publish('812');
    expect(await bench.entries()).toMatchObject([{ recordId: '812', result: 'done', message: 'It has no stock to show in BigCommerce any more.' }]);
  });
});

describe('a round in the sync log', () => {
  const refused = async (told: Parameters<Awaited<ReturnType<typeof createLevelBench>>['hikeTells']>[1] = {}) => {
    const bench = await createLevelBench();
    await bench.hikeTells(812, told);
    bench.vendors.refusedLevels.add(211);
    await bench.publish('812');
    return bench;
  };

  it.each([
    ['SKU', {}, 'Stock of SKU-812'],
    ['name where it has none', { variant: { sku: '', name: 'Tote / Red' } }, 'Stock of Tote / Red'],
    ['product’s name where it has neither', { variant: { sku: '', name: '' }, product: { name: 'Canvas tote' } }, 'Stock of Canvas tote'],
  ])('names a refused variant by its %s', async (_, told, label) => {
    const bench = await refused(told);
    expect(await bench.entries()).toMatchObject([{ label, recordId: '812', hikeId: '812', bigcommerceId: '211', result: 'needs-you', trigger: 'schedule' }]);
  });

  it('keeps one line of what is refused again', async () => {
    const bench = await refused();
    await bench.publish('812');
    expect(await bench.entries()).toMatchObject([{ result: 'needs-you', attempts: 2 }]);
  });

  it('ends a line once BigCommerce takes it, and says so', async () => {
    const bench = await refused();
    bench.vendors.refusedLevels.clear();
    await bench.publish('812');
    expect(await bench.entries()).toMatchObject([{ result: 'done', message: 'BigCommerce shows Hike’s stock again.', label: 'Stock of SKU-812', bigcommerceId: '211', hikeId: '812' }]);
  });

  it('tells of a held zero once', async () => {
    const bench = await createLevelBench([{}, {}], { settings: startedWith({ stock: { zeroGuard: 1 } }) });
    for (const hikeId of [812, 813]) await bench.hikeTells(hikeId, { available: 0 });
    await bench.publish('812', '813');
    await bench.publish('812', '813');
    expect([await bench.moves(812), await bench.moves(813)]).toMatchObject([[{ reason: 'held', before: 90_000, after: 0 }], [{ reason: 'held' }]]);
    expect(await bench.entries()).toMatchObject([{ recordId: 'held', attempts: 1 }]);
    await bench.tables.levels.approve(bench.storeHash, [211, 212] as VariantId[]);
    await bench.publish('812', '813');
    expect(await bench.entries()).toMatchObject([{ recordId: 'held', result: 'done', message: 'No zero waits for a person any more.' }]);
  });
});

describe('counts that wait for more of their kind', () => {
  const LATEST = instantPlus(NOW, -60_000);
  const row = (change: Partial<DirtyRow> = {}) => ({ thing: 'stock', id: '812', priority: PRIORITY.stock, notBefore: NOW, ...change }) as DirtyRow;
  const waits = async (rows: DirtyRow[], { isFull = false, isReading = true } = {}) => {
    const { context, tables, storeHash } = await createLevelBench([]);
    const pass = isReading ? { isFull, since: null, startedAt: NOW, skip: 0, calls: 1, last: '' } : null;
    await saveHikeReading(tables, storeHash, { ...(await readHikeReading(tables, storeHash)), pass });
    return publishStock.waits?.(context, rows);
  };

  it.each<[string, DirtyRow[], boolean]>([
    ['wait while Hike’s list of changes is read', [row()], true],
    ['wait a minute at most', [row({ notBefore: LATEST })], true],
    ['do not wait longer than a minute', [row({ notBefore: instantPlus(LATEST, -1) })], false],
    ['do not wait where they fill a call', Array.from({ length: 2000 }, () => row()), false],
    ['wait where they fill no call', Array.from({ length: 1999 }, () => row()), true],
    ['do not wait where a person does', [row({ priority: PRIORITY.person })], false],
    ['do not wait where there are none', [], false],
  ])('%s', async (_, rows, expected) => {
    expect(await waits(rows)).toBe(expected);
  });

  it('do not wait for a reading of everything, or for none', async () => {
    expect([await waits([row()], { isFull: true }), await waits([row()], { isReading: false })]).toEqual([false, false]);
  });
});
