import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { LocationId, OrderId, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { anOrder, anOrderLine } from '../../../domain/testing/an-order';
import { PRIORITY } from '../../priorities';
import { QuotaExhausted, TransientFailure } from '../../ports/failures';
import { sampleStore } from '../../testing/batteries/sample-records';
import { NOW } from '../../testing/create-test-context';
import { setLevel } from '../../testing/fake-inventory';
import type { JobContext } from '../job';
import { followMovedLevels } from './follow-moved-levels';
import { newLevel } from './level-key';
import { AWAY, createLevelBench, HOME, startedWith, withTwoLocations } from './testing/create-level-bench';

const MINUTE = 60_000;
const ago = (ms: number) => instantPlus(NOW, -ms);

describe('a level that moved', () => {
  it('is blamed on somebody outside where no order explains it, and published again', async () => {
    const bench = await createLevelBench([{}, {}]);
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    expect(await bench.follow('111', '112')).toEqual([]);
    expect(await bench.level()).toMatchObject({ onHand: 5, written: 9, seenAt: NOW, isStale: false });
    expect(await bench.moves()).toMatchObject([{ side: 'bigcommerce', before: 90_000, after: 50_000, reason: 'outside', source: '', locationId: 1, variantId: 211 }]);
    expect(await bench.entries()).toMatchObject([{ thing: 'stock', label: 'Stock of SKU-812', trigger: 'webhook' }]);
    expect([await bench.stockRows(), await bench.rowOf('111'), await bench.rowOf('112')]).toEqual([[['812', PRIORITY.stock]], null, null]);
    expect(bench.commits.at(-1)).toBe('told-levels-recorded');
  });

  it('is explained by the orders that hold it back, three of them by number', async () => {
    const bench = await createLevelBench([{}, {}]);
    const order = (id: number, variantId: number) => bench.tables.reserves.replace(bench.storeHash, id as OrderId, [{ variantId: variantId as VariantId, units: 1 }]);
    for (const id of [1, 2, 3, 4, 5]) await order(id, 211);
    for (const id of [6, 7, 8]) await order(id, 212);
    setLevel(bench.vendors, { variantId: 211, onHand: 4 });
    setLevel(bench.vendors, { variantId: 212, onHand: 6 });
    await bench.follow('111', '112');
    expect([await bench.moves(812), await bench.moves(813)]).toMatchObject([[{ reason: 'order', source: 'order 1, order 2, order 3, 2 more' }], [{ reason: 'order', source: 'order 6, order 7, order 8' }]]);
    expect(await bench.entries()).toEqual([]);
  });

  it('is only remembered where we never wrote it, or never saw it', async () => {
    const bench = await createLevelBench([{ written: null }, { onHand: null }]);
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    await bench.follow('111', '112');
    expect([await bench.level(211), await bench.level(212)]).toMatchObject([{ onHand: 5 }, { onHand: 9 }]);
    expect([await bench.moves(812), await bench.moves(813), await bench.entries()]).toEqual([[], [], []]);
  });

  it('is read once it has settled, while others are read at once', async () => {
    const bench = await createLevelBench([{ writtenAt: ago(59_999) }, { writtenAt: ago(60_000) }, {}]);
    for (const variantId of [211, 212, 213]) setLevel(bench.vendors, { variantId, onHand: 5 });
    await bench.follow('111', '112', '113');
    expect(await Promise.all([211, 212, 213].map(async (id) => (await bench.level(id))?.onHand))).toEqual([9, 5, 5]);
    expect([await bench.rowOf('111'), await bench.rowOf('112'), await bench.rowOf('113')]).toMatchObject([{ notBefore: instantPlus(NOW, 1) }, null, null]);
  });

  it('is read once the last of what we wrote of its product has settled', async () => {
    const bench = await createLevelBench([{ writtenAt: ago(10_000) }], withTwoLocations());
    const away = (await bench.level())!;
    await bench.tables.levels.saveMany(bench.storeHash, [{ ...away, locationId: AWAY, writtenAt: ago(50_000) }]);
    await bench.follow('111');
    expect([await bench.rowOf('111'), bench.vendors.calls]).toMatchObject([{ notBefore: instantPlus(NOW, 50_000) }, []]);
  });

  it('of what is not linked is passed over', async () => {
    const bench = await createLevelBench([{}]);
    await bench.tables.storeProducts.saveMany(bench.storeHash, [{ product: aStoreProduct({ id: 555, variants: [aStoreVariant({ id: 655 })] }), standing: 'linked', sweep: 1, goneAt: null }]);
    expect(await bench.follow('555', '999', 'odd')).toEqual([]);
    expect([await bench.rowOf('555'), await bench.rowOf('999'), await bench.rowOf('odd'), bench.vendors.calls]).toEqual([null, null, null, []]);
  });

  it('of what nobody knows does not keep the others from being read', async () => {
    const bench = await createLevelBench([{}]);
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    expect(await bench.follow('999', '111')).toEqual([]);
    expect([await bench.rowOf('999'), (await bench.level())?.onHand]).toEqual([null, 5]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['before the start', { settings: someSettings() }],
    ['where BigCommerce counts for itself', { settings: startedWith({ catalogue: { startedAt: NOW, owners: { stock: 'nobody' } } }) }],
    ['where no location shows Hike’s stock', { store: sampleStore('abc123' as never, { profile: null }) }],
  ])('is only remembered as moved %s', async (_, change) => {
    const bench = await createLevelBench([{}], change);
    expect(await bench.follow('111')).toEqual([]);
    expect([(await bench.level())?.isStale, await bench.rowOf('111'), bench.vendors.calls, bench.commits]).toEqual([true, null, [], ['moved-levels-remembered']]);
  });

  it('stands still while stock is paused, once it was started', () => {
    const paused = (settings: Record<string, unknown>) => followMovedLevels.isPaused?.(someSettings(settings), NO_CATALOGUE_RUN);
    expect([paused({ catalogue: { startedAt: NOW }, paused: { stock: true } }), paused({ catalogue: { startedAt: NOW } }), paused({ paused: { stock: true } })]).toEqual([true, false, false]);
  });
});

describe('a level that orders may have moved', () => {
  const shipped = (at: Instant, ...quantities: number[]) =>
    anOrder({ id: 1042 as OrderId, statusId: 2, createdAt: '2025-12-01T00:00:00.000Z' as Instant, modifiedAt: at, lines: quantities.map((quantity, index) => anOrderLine({ id: index + 1, quantity })) });
  /** What becomes of nine that are so many now, after an order that holds nothing back. */
  const moved = async (onHand: number, order: ReturnType<typeof anOrder>) => {
    const bench = await createLevelBench();
    bench.vendors.orders.set(order.id, order);
    setLevel(bench.vendors, { variantId: 211, onHand });
    await bench.follow('111');
    return (await bench.moves()).map(({ reason, source }) => [reason, source]);
  };

  it('is explained by one that changed in the last quarter of an hour, without its name', async () => {
    expect(await moved(7, shipped(ago(15 * MINUTE), 2))).toEqual([['order', '']]);
    expect(await moved(7, shipped(ago(15 * MINUTE + 1), 2))).toEqual([['outside', '']]);
  });

  it('is explained by all lines of it together, and by no more', async () => {
    expect(await moved(6, shipped(NOW, 1, 2))).toEqual([['order', '']]);
    expect(await moved(5, shipped(NOW, 1, 2))).toEqual([['outside', '']]);
  });

  it('names none of them where they do not explain it', async () => {
    const bench = await createLevelBench();
    await bench.tables.reserves.replace(bench.storeHash, 1042 as OrderId, [{ variantId: 211 as VariantId, units: 1 }]);
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    await bench.follow('111');
    expect(await bench.moves()).toMatchObject([{ reason: 'outside', source: '' }]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['is another', withTwoLocations()],
    ['shows no stock of Hike’s', withTwoLocations({ '2': [1] })],
  ])('is not explained by them where the location that they are taken from %s', async (_, change) => {
    const bench = await createLevelBench([{}], change);
    await bench.tables.levels.saveMany(bench.storeHash, [{ ...(await bench.level())!, locationId: AWAY }]);
    await bench.tables.reserves.replace(bench.storeHash, 1042 as OrderId, [{ variantId: 211 as VariantId, units: 2 }]);
    setLevel(bench.vendors, { variantId: 211, locationId: AWAY, onHand: 7 });
    expect(await bench.follow('111')).toEqual([]);
    expect(await bench.moves()).toMatchObject([{ reason: 'outside', locationId: AWAY }]);
  });

  it('is kept as it is where it was never seen there', async () => {
    const bench = await createLevelBench([{}], withTwoLocations());
    setLevel(bench.vendors, { variantId: 211, locationId: AWAY, onHand: 4 });
    await bench.follow('111');
    expect(await bench.level(211, AWAY)).toEqual({ ...newLevel({ variantId: 211 as VariantId, locationId: AWAY as LocationId }, (await bench.level())!.hikeId), onHand: 4, seenAt: NOW });
    expect([(await bench.level(211, HOME))?.onHand, await bench.moves()]).toEqual([9, []]);
  });
});

describe('moved levels that cannot be read', () => {
  const failing = async (error: Error, attempts = 0) => {
    const bench = await createLevelBench();
    bench.vendors.onCall = () => {
      throw error;
    };
    const rows = await bench.rows('store-stock', ['111'], attempts);
    return { ...bench, rows, failures: await followMovedLevels.run(bench.context, rows) };
  };

  it('are read again later, and the log tells of them together until they are read', async () => {
    const { failures, rowOf, entries, vendors, follow } = await failing(new TransientFailure('503'), 2);
    expect([failures, await rowOf('111')]).toMatchObject([[], { attempts: 3 }]);
    expect(await entries()).toMatchObject([{ thing: 'stock', label: 'Stock in BigCommerce', result: 'retrying' }]);
    vendors.onCall = () => undefined;
    await follow('111');
    expect(await entries()).toMatchObject([{ label: 'Stock in BigCommerce', result: 'no-change' }]);
  });

  it('are no longer waited for once the stock is nobody’s business', async () => {
    const { context, rows, entries } = await failing(new TransientFailure('503'), 2);
    await followMovedLevels.run({ ...context, settings: someSettings({}) }, rows);
    expect(await entries()).toMatchObject([{ label: 'Stock in BigCommerce', result: 'no-change' }]);
  });

  it('wait with the whole side where its quota is used up', async () => {
    const { failures, rows } = await failing(new QuotaExhausted('bigcommerce', 1000));
    expect(failures).toMatchObject([{ row: rows[0] }]);
  });

  it('need BigCommerce alone, and are not tried for ever', () => {
    expect(followMovedLevels).toMatchObject({ needs: ['bigcommerce'], isUpkeep: false });
  });
});
