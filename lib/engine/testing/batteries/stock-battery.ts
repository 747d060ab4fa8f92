import { beforeEach, describe, expect, it } from 'vitest';
import type { HikeProductId, LocationId, OrderId, StoreHash, VariantId } from '../../../domain/ids';
import type { Quantity } from '../../../domain/quantity';
import type { StockMove } from '../../../domain/stock';
import type { WholeDatabase, SeenLevel } from '../../ports/tables';
import { at, newStoreHash } from './sample-records';

const variants = (...numbers: number[]) => numbers as VariantId[];
const hikeIds = (...numbers: number[]) => numbers as HikeProductId[];

const sampleLevel = (variantId: number, rest: Partial<SeenLevel> = {}): SeenLevel => ({
  variantId: variantId as VariantId,
  locationId: 1 as LocationId,
  hikeId: (variantId + 100) as HikeProductId,
  onHand: 5,
  seenAt: at(1),
  written: null,
  writtenAt: null,
  writtenReserve: 0,
  isStale: false,
  heldSince: null,
  isApproved: false,
  ...rest,
});

const sampleMove = (hikeId: number, minute: number, rest: Partial<StockMove> = {}): StockMove => ({
  at: at(minute),
  hikeId: hikeId as HikeProductId,
  variantId: null,
  locationId: null,
  side: 'hike',
  before: null,
  after: (minute * 10_000) as Quantity,
  reason: 'hike-count',
  source: 'Queen St',
  sum: null,
  ...rest,
});

/** Levels, their timeline, and what open orders hold back. */
export const stockBattery = (open: () => WholeDatabase): void => {
  let hash: StoreHash;
  beforeEach(() => {
    hash = newStoreHash();
  });

  describe('stock levels', () => {
    const levels = () => open().tables.levels;

    it('gives levels back as they were saved, and as they were saved again', async () => {
      const [first, second] = [sampleLevel(1), sampleLevel(1, { locationId: 2 as LocationId, onHand: null, seenAt: null })];
      await levels().saveMany(hash, [second, first, sampleLevel(2)]);
      expect(await levels().findByVariants(hash, variants(1, 9))).toEqual(expect.arrayContaining([first, second]));
      const later = { ...first, written: 4, writtenAt: at(2), writtenReserve: 1, isStale: true, heldSince: at(3), isApproved: true };
      await levels().saveMany(hash, [later]);
      expect(await levels().findByVariants(hash, variants(1))).toEqual(expect.arrayContaining([later, second]));
    });

    it('marks known levels of a variant stale, at each location', async () => {
      await levels().saveMany(hash, [sampleLevel(1), sampleLevel(1, { locationId: 2 as LocationId }), sampleLevel(2)]);
      await levels().markStale(hash, variants(1, 9));
      expect((await levels().findByVariants(hash, variants(1, 2))).map(({ isStale, variantId }) => [variantId, isStale]).sort()).toEqual([[1, true], [1, true], [2, false]]);
    });

    it('lists and counts what is held, the longest first', async () => {
      await levels().saveMany(hash, [sampleLevel(1, { heldSince: at(9) }), sampleLevel(2), sampleLevel(3, { heldSince: at(8) })]);
      expect((await levels().listHeld(hash, 9)).map(({ variantId }) => variantId)).toEqual([3, 1]);
      expect(await levels().listHeld(hash, 1)).toEqual([sampleLevel(3, { heldSince: at(8) })]);
      expect(await levels().countHeld(hash)).toBe(2);
    });

    it('approves some of what is held, or all, and nothing else', async () => {
      const held = [1, 2, 3].map((id) => sampleLevel(id, { heldSince: at(id) }));
      await levels().saveMany(hash, [...held, sampleLevel(3, { locationId: 2 as LocationId, heldSince: at(1) }), sampleLevel(4)]);
      expect(await levels().approve(hash, variants(2, 4))).toEqual([102]);
      expect(await levels().findByVariants(hash, variants(2))).toEqual([sampleLevel(2, { isApproved: true })]);
      expect((await levels().approve(hash, null)).sort()).toEqual([101, 103]);
      expect(await levels().countHeld(hash)).toBe(0);
      expect(await levels().findByVariants(hash, variants(4))).toEqual([sampleLevel(4)]);
    });

    it('keeps stores apart', async () => {
      const other = newStoreHash();
      for (const store of [hash, other]) await levels().saveMany(store, [sampleLevel(1, { heldSince: at(1) })]);
      await levels().approve(other, null);
      await levels().markStale(other, variants(1));
      expect(await levels().listHeld(hash, 9)).toEqual([sampleLevel(1, { heldSince: at(1) })]);
      await levels().deleteAll(hash);
      expect(await levels().findByVariants(hash, variants(1))).toEqual([]);
      expect(await levels().findByVariants(other, variants(1))).toHaveLength(1);
    });
  });

  describe('stock moves', () => {
    const moves = () => open().tables.moves;
    const list = (hikeId: number, limit = 9, before: number | null = null) => moves().listOf(hash, hikeId as HikeProductId, { before: before === null ? null : at(before), limit });

    it('lists a variant’s moves, newest first, page by page', async () => {
      const published = sampleMove(1, 2, {
        side: 'bigcommerce',
        variantId: 11 as VariantId,
        locationId: 1 as LocationId,
        before: 12_345_678_901_234 as Quantity,
        reason: 'published',
        sum: { available: 120_000 as Quantity, reserve: 2, buffer: 1, published: 9 },
      });
      await moves().record(hash, [sampleMove(1, 1), published, sampleMove(1, 3), sampleMove(2, 9)]);
      expect(await list(1)).toEqual([sampleMove(1, 3), published, sampleMove(1, 1)]);
      expect(await list(1, 1)).toEqual([sampleMove(1, 3)]);
      expect(await list(1, 9, 3)).toEqual([published, sampleMove(1, 1)]);
    });

    it('keeps moves of one moment together, the last recorded first, so that the next page passes over none', async () => {
      await moves().record(hash, [sampleMove(1, 1), ...['a', 'b', 'c'].map((source) => sampleMove(1, 2, { source }))]);
      expect((await list(1, 2)).map(({ source }) => source)).toEqual(['c', 'b', 'a']);
      expect(await list(1, 2, 2)).toEqual([sampleMove(1, 1)]);
    });

    it('knows the newest of Hike’s counts of each', async () => {
      await moves().record(hash, [sampleMove(1, 5), sampleMove(1, 4), sampleMove(1, 9, { side: 'bigcommerce' }), sampleMove(2, 1), sampleMove(2, 1, { source: 'later' }), sampleMove(3, 1, { side: 'bigcommerce' })]);
      expect(await moves().lastHikeCounts(hash, hikeIds(1, 2, 3, 4))).toEqual(new Map([[1, sampleMove(1, 5)], [2, sampleMove(2, 1, { source: 'later' })]]));
    });

    it('forgets old moves, and keeps stores apart', async () => {
      const other = newStoreHash();
      for (const store of [hash, other]) await moves().record(store, [sampleMove(1, -60), sampleMove(1, 2)]);
      await moves().deleteOlderThan(at(-59));
      expect(await list(1)).toEqual([sampleMove(1, 2)]);
      await moves().deleteAll(hash);
      expect(await list(1)).toEqual([]);
      expect(await moves().lastHikeCounts(hash, hikeIds(1))).toEqual(new Map());
      expect(await moves().lastHikeCounts(other, hikeIds(1))).toEqual(new Map([[1, sampleMove(1, 2)]]));
    });
  });

  describe('units held back by orders', () => {
    const reserves = () => open().tables.reserves;
    const replace = (order: number, ...units: [number, number][]) => reserves().replace(hash, order as OrderId, units.map(([id, held]) => ({ variantId: id as VariantId, units: held })));
    const sums = async (...ids: number[]) => [...(await reserves().sumByVariant(hash, variants(...ids)))].sort(([a], [b]) => a - b);

    it('answers which variants an order’s change touched', async () => {
      expect(await replace(100, [1, 2], [2, 1], [1, 1])).toEqual([1, 2]);
      expect(await replace(100, [1, 3], [2, 1])).toEqual([]);
      expect(await replace(100, [2, 2], [3, 1], [4, 0])).toEqual([1, 2, 3]);
      expect(await replace(100)).toEqual([2, 3]);
      expect(await replace(100)).toEqual([]);
      expect(await sums(1, 2, 3, 4)).toEqual([]);
    });

    it('sums up over orders, and names them', async () => {
      await replace(200, [1, 1]);
      await replace(100, [1, 2], [2, 5]);
      expect(await sums(1, 2, 3)).toEqual([
        [1, { units: 3, orderIds: [100, 200] }],
        [2, { units: 5, orderIds: [100] }],
      ]);
      expect(await sums()).toEqual([]);
    });

    it('keeps one or the other of what two replace at the same moment', async () => {
      await Promise.all([1, 2, 3, 4].map((id) => replace(100, [id, 1], [id + 10, 1])));
      const held = (await sums(1, 2, 3, 4, 11, 12, 13, 14)).map(([id]) => Number(id));
      expect(held).toHaveLength(2);
      expect(held[1]).toBe(held[0]! + 10);
    });

    it('keeps stores apart', async () => {
      const other = newStoreHash();
      await replace(100, [1, 2]);
      expect(await reserves().sumByVariant(other, variants(1))).toEqual(new Map());
      await reserves().deleteAll(other);
      expect(await sums(1)).toHaveLength(1);
      await reserves().deleteAll(hash);
      expect(await sums(1)).toEqual([]);
    });
  });
};
