import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProductId, LocationId, OrderId, ProductId, VariantId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { PRIORITY } from '../../priorities';
import type { SeenLevel } from '../../ports/tables';
import { sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { setLevel } from '../../testing/fake-inventory';
import type { JobContext } from '../job';
import { followMovedLevels } from './follow-moved-levels';
import { newLevel } from './level-key';
import { ALL_LEVELS, passSoon, planPass } from './pass-over-levels';
import type { WantedLevel } from './plan-levels';
import { writeLevels } from './write-levels';

const HOME = 1 as LocationId;
const STARTED = someSettings({ catalogue: { startedAt: NOW } });

/** Variants 211, 212 … of the products 111, 112 …, linked with 812, 813 … of Hike's; what we knew of each. */
const createBench = async (levels: Partial<SeenLevel>[] = [{}], change: Partial<JobContext> = {}) => {
  const test = await createTestContext({ settings: STARTED, ...change });
  const { tables, storeHash, vendors, context, mark } = test;
  for (const [index, level] of levels.entries()) {
    const [variantId, hikeId, productId] = [211 + index, 812 + index, 111 + index] as [VariantId, HikeProductId, ProductId];
    await tables.links.save(storeHash, { thing: 'variant', bigcommerceId: String(variantId), hikeId: String(hikeId), origin: 'hike', facts: { productId } }, NOW);
    await tables.storeProducts.saveMany(storeHash, [{ product: aStoreProduct({ id: productId, variants: [aStoreVariant({ id: variantId })] }), standing: 'linked', sweep: 1, goneAt: null }]);
    const product = aHikeProduct({ id: hikeId, variants: [aHikeVariant({ id: hikeId, sku: `SKU-${hikeId}` })] });
    await tables.hikeProducts.saveMany(storeHash, [{ product, fingerprint: '', sweep: 1, goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false }]);
    await tables.levels.saveMany(storeHash, [{ ...newLevel({ variantId, locationId: HOME }, hikeId), onHand: 9, written: 9, ...level }]);
    setLevel(vendors, { variantId, onHand: 9 });
  }
  const follow = async (...ids: string[]) => followMovedLevels.run(context, await Promise.all(ids.map((id) => mark(id, { thing: 'store-stock' }))));
  const level = async (variantId = 211) => (await tables.levels.findByVariants(storeHash, [variantId as VariantId]))[0];
  const stockRows = async () => (await tables.dirty.listDue(storeHash, NOW, 100)).flatMap(({ thing, id, priority }) => (thing === 'stock' ? [[id, priority]] : []));
  const rowOf = (id: string) => tables.dirty.find(storeHash, 'store-stock', id);
  const moves = async (hikeId = 812) => tables.moves.listOf(storeHash, hikeId as HikeProductId, { before: null, limit: 10 });
  return { ...test, follow, level, stockRows, rowOf, moves };
};

describe('a level that moved', () => {
  it('is blamed on somebody outside where no order explains it, and published again', async () => {
    const bench = await createBench([{}, {}]);
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    expect(await bench.follow('111', '112')).toEqual([]);
    expect(await bench.level()).toMatchObject({ onHand: 5, written: 9, seenAt: NOW, isStale: false });
    expect(await bench.moves()).toMatchObject([{ side: 'bigcommerce', before: 90_000, after: 50_000, reason: 'outside', source: '', locationId: 1, variantId: 211 }]);
    expect(await bench.entries()).toMatchObject([{ thing: 'stock', label: 'Stock of SKU-812', trigger: 'webhook' }]);
    expect([await bench.stockRows(), await bench.rowOf('111'), await bench.rowOf('112')]).toEqual([[['812', PRIORITY.stock]], null, null]);
    expect(bench.commits.at(-1)).toBe('told-levels-recorded');
  });

  it('is explained by the orders that hold it back, three of them by number', async () => {
    const bench = await createBench([{}, {}]);
    const order = (id: number, variantId: number) => bench.tables.reserves.replace(bench.storeHash, id as OrderId, [{ variantId: variantId as VariantId, units: 1 }]);
    for (const id of [1, 2, 3, 4, 5]) await order(id, 211);
    for (const id of [6, 7, 8]) await order(id, 212);
    setLevel(bench.vendors, { variantId: 211, onHand: 4 });
    setLevel(bench.vendors, { variantId: 212, onHand: 6 });
    await bench.follow('111', '112');
    expect([await bench.moves(812), await bench.moves(813)]).toMatchObject([[{ reason: 'order', source: 'Order 1, Order 2, Order 3, 2 more' }], [{ reason: 'order', source: 'Order 6, Order 7, Order 8' }]]);
    expect(await bench.entries()).toEqual([]);
  });

  it('is only remembered where we never wrote it, or never saw it', async () => {
    const bench = await createBench([{ written: null }, { onHand: null }]);
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    await bench.follow('111', '112');
    expect([await bench.level(211), await bench.level(212)]).toMatchObject([{ onHand: 5 }, { onHand: 9 }]);
    expect([await bench.moves(812), await bench.moves(813), await bench.entries()]).toEqual([[], [], []]);
  });

  it('is read once it has settled, while others are read at once', async () => {
    const ago = (ms: number) => instantPlus(NOW, -ms);
    const bench = await createBench([{ writtenAt: ago(59_999) }, { writtenAt: ago(60_000) }, {}]);
    for (const variantId of [211, 212, 213]) setLevel(bench.vendors, { variantId, onHand: 5 });
    await bench.follow('111', '112', '113');
    expect(await Promise.all([211, 212, 213].map(async (id) => (await bench.level(id))?.onHand))).toEqual([9, 5, 5]);
    expect([await bench.rowOf('111'), await bench.rowOf('112'), await bench.rowOf('113')]).toMatchObject([{ notBefore: instantPlus(NOW, 1) }, null, null]);
  });

  it('of what is not linked is passed over', async () => {
    const bench = await createBench([{}]);
    expect(await bench.follow('999', 'odd')).toEqual([]);
    expect([await bench.rowOf('999'), await bench.rowOf('odd'), bench.vendors.calls]).toEqual([null, null, []]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['before the start', { settings: someSettings() }],
    ['where BigCommerce counts for itself', { settings: someSettings({ catalogue: { startedAt: NOW, owners: { stock: 'nobody' } } }) }],
    ['where no location shows Hike’s stock', { store: sampleStore('abc123' as never, { profile: null }) }],
  ])('is only remembered as moved %s', async (_, change) => {
    const bench = await createBench([{}], change);
    expect(await bench.follow('111')).toEqual([]);
    expect([(await bench.level())?.isStale, await bench.rowOf('111'), bench.vendors.calls, bench.commits]).toEqual([true, null, [], ['moved-levels-remembered']]);
  });

  it('stands still while stock is paused, once it was started', () => {
    const paused = (settings: Record<string, unknown>) => followMovedLevels.isPaused?.(someSettings(settings), NO_CATALOGUE_RUN);
    expect([paused({ catalogue: { startedAt: NOW }, paused: { stock: true } }), paused({ catalogue: { startedAt: NOW } }), paused({ paused: { stock: true } })]).toEqual([true, false, false]);
  });
});

describe('the nightly pass over all levels', () => {
  it('publishes every linked variant of its page again, and goes on with the next', async () => {
    const bench = await createBench([{}, {}, {}]);
    bench.vendors.levelPageSize = 2;
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    expect(await bench.follow(ALL_LEVELS)).toEqual([]);
    expect(await bench.stockRows()).toEqual([['812', PRIORITY.upkeep], ['813', PRIORITY.upkeep]]);
    expect([await bench.tables.cursors.find(bench.storeHash, 'stock-pass'), await bench.level()]).toMatchObject([{ page: 2 }, { onHand: 5 }]);
    expect(await bench.rowOf(ALL_LEVELS)).toMatchObject({ notBefore: NOW, trigger: 'schedule' });
    await bench.follow(ALL_LEVELS);
    expect(await bench.stockRows()).toHaveLength(3);
    expect(await bench.tables.cursors.find(bench.storeHash, 'stock-pass')).toEqual({ page: 1 });
    expect((await bench.rowOf(ALL_LEVELS))!.notBefore > NOW).toBe(true);
  });

  it('leaves alone what we have just written', async () => {
    const bench = await createBench([{ writtenAt: NOW }, {}]);
    for (const variantId of [211, 212]) setLevel(bench.vendors, { variantId, onHand: 5 });
    await bench.follow(ALL_LEVELS);
    expect([(await bench.level(211))?.onHand, (await bench.level(212))?.onHand]).toEqual([9, 5]);
  });

  it('is planned for the quiet hour of the store, once, and only after the start', async () => {
    const plan = async (change: Partial<JobContext>) => {
      const bench = await createBench([], change);
      await planPass(bench.context, bench.tables);
      const planned = (await bench.rowOf(ALL_LEVELS))?.notBefore;
      await planPass({ ...bench.context, now: () => instantPlus(NOW, 48 * 60 * 60_000) }, bench.tables);
      expect((await bench.rowOf(ALL_LEVELS))?.notBefore).toBe(planned);
      return planned;
    };
    const [sydney, utc] = [await plan({}), await plan({ store: sampleStore('abc123' as never, { profile: aProfile({ timeZone: 'UTC' }) }) })];
    expect(sydney).not.toBe(utc);
    expect(await plan({ store: sampleStore('abc123' as never, { profile: null }) })).toBe(utc);
    expect(await plan({ settings: someSettings() })).toBeUndefined();
  });

  it('is had soon where there is one', async () => {
    const soon = async (change: Partial<JobContext>) => {
      const bench = await createBench([], change);
      await passSoon(bench.context, bench.tables, NOW);
      return (await bench.rowOf(ALL_LEVELS))?.notBefore;
    };
    expect([await soon({}), await soon({ settings: someSettings() })]).toEqual([NOW, undefined]);
  });
});

describe('levels that are written', () => {
  const wanted = (variantId: number, change: { locationId?: number; countedProductId?: number | null } = {}): WantedLevel => ({
    level: newLevel({ variantId: variantId as VariantId, locationId: (change.locationId ?? 1) as LocationId }, 812 as HikeProductId),
    countedProductId: (change.countedProductId ?? null) as ProductId | null,
    sum: { available: 0 as never, reserve: 0, buffer: 0, published: variantId },
  });
  const write = async (all: WantedLevel[], { refused = [] as number[], spoiling = [] as number[] } = {}) => {
    const { context, vendors } = await createTestContext();
    vendors.refusedLevels = new Set(refused);
    vendors.spoilingLevels = new Set(spoiling);
    const outcome = await writeLevels(context, all);
    const ids = (some: readonly WantedLevel[]) => some.map(({ level: { variantId } }) => variantId);
    return { ...outcome, written: ids(outcome.written), refusedIds: ids(outcome.refused), calls: vendors.calls.filter((name) => name === 'inventory.set').length, items: vendors.levelWrites };
  };

  it('go location after location, and by product where that is what is counted', async () => {
    const { items, written } = await write([wanted(1), wanted(2, { locationId: 2 }), wanted(3, { countedProductId: 111 })]);
    expect(items).toEqual([[{ variantId: 1, locationId: 1, quantity: 1 }, { variantId: 3, productId: 111, locationId: 1, quantity: 3 }], [{ variantId: 2, locationId: 2, quantity: 2 }]]);
    expect(written).toEqual([1, 3, 2]);
  });

  it('are refused by name without harm to the others', async () => {
    const { written, refused, refusedIds, error } = await write([1, 2, 3].map((id) => wanted(id)), { refused: [2] });
    expect([written, refusedIds, error, refused[0]?.problem]).toEqual([[1, 3], [2], null, { code: 'refused-by-bigcommerce', details: { message: 'No such variant.' } }]);
  });

  it('are halved around the one that spoils the call', async () => {
    const { written, refusedIds, refused, calls } = await write([1, 2, 3, 4].map((id) => wanted(id)), { spoiling: [3] });
    expect([written, refusedIds, calls]).toEqual([[1, 2, 4], [3], 5]);
    expect(refused[0]?.problem).toEqual({ code: 'refused-by-bigcommerce', details: { message: 'An item is invalid.' } });
  });

  it('are halved no more than thirty times where everything is bad', async () => {
    const all = Array.from({ length: 100 }, (_, index) => wanted(index + 1));
    const { written, refusedIds, calls } = await write(all, { spoiling: all.map(({ level: { variantId } }) => variantId) });
    expect([written, refusedIds.length, calls]).toEqual([[], 100, 61]);
  });
});
