import type { HikeProductId, StoreHash, VariantId } from '../../../domain/ids';
import type { StockMove } from '../../../domain/stock';
import type { ReservedUnits, Reserves, SeenLevel, StockLevels, StockMoves } from '../../ports/tables';
import type { MemoryShelves } from './memory-shelves';

export const memoryStockLevels = ({ levels }: MemoryShelves): StockLevels => {
  const save = (storeHash: StoreHash, level: SeenLevel) => levels.set(storeHash, [level.variantId, level.locationId], level);
  const ofVariants = (storeHash: StoreHash, variantIds: readonly VariantId[]) => levels.listTagged(storeHash, variantIds.map(String));
  const held = (known: readonly SeenLevel[]) => known.filter(({ heldSince }) => heldSince !== null);
  return {
    findByVariants: async (storeHash, variantIds) => ofVariants(storeHash, variantIds),
    async saveMany(storeHash, many) {
      for (const level of many) save(storeHash, level);
    },
    async markStale(storeHash, variantIds) {
      for (const level of ofVariants(storeHash, variantIds)) save(storeHash, { ...level, isStale: true });
    },
    listHeld: async (storeHash, limit) => held(levels.list(storeHash)).sort(longestHeldFirst).slice(0, limit),
    countHeld: async (storeHash) => held(levels.list(storeHash)).length,
    async approve(storeHash, variantIds) {
      const approved = held(variantIds === null ? levels.list(storeHash) : ofVariants(storeHash, variantIds));
      for (const level of approved) save(storeHash, { ...level, heldSince: null, isApproved: true });
      return [...new Set(approved.map(({ hikeId }) => hikeId))];
    },
    deleteAll: async (storeHash) => levels.deleteStore(storeHash),
  };
};

const longestHeldFirst = (a: SeenLevel, b: SeenLevel): number => compare(a.heldSince ?? '', b.heldSince ?? '') || a.variantId - b.variantId || a.locationId - b.locationId;

export const memoryStockMoves = ({ moves }: MemoryShelves): StockMoves => {
  let recorded = 0;
  const newestFirst = (storeHash: StoreHash, hikeId: HikeProductId) => moves.listTagged(storeHash, [String(hikeId)]).reverse().sort((a, b) => compare(b.at, a.at));
  return {
    async record(storeHash, many) {
      for (const move of many) moves.set(storeHash, [(recorded += 1)], move);
    },
    async listOf(storeHash, hikeId, { before, limit }) {
      const older = newestFirst(storeHash, hikeId).filter(({ at }) => before === null || at < before);
      const last = older[limit - 1];
      return older.filter((move, index) => index < limit || move.at === last?.at);
    },
    async lastHikeCounts(storeHash, hikeIds) {
      const last = hikeIds.flatMap((hikeId): [HikeProductId, StockMove][] => {
        const move = newestFirst(storeHash, hikeId).find(({ side }) => side === 'hike');
        return move ? [[hikeId, move]] : [];
      });
      return new Map(last);
    },
    deleteOlderThan: async (at) => moves.deleteWhere((move) => move.at < at),
    deleteAll: async (storeHash) => moves.deleteStore(storeHash),
  };
};

export const memoryReserves = ({ reserves }: MemoryShelves): Reserves => ({
  async replace(storeHash, orderId, units) {
    const before = summed(reserves.get(storeHash, orderId)?.units ?? []);
    const after = summed(units);
    const kept = [...after].flatMap(([variantId, held]) => (held > 0 ? [{ variantId, units: held }] : []));
    if (kept.length === 0) reserves.delete(storeHash, orderId);
    else reserves.set(storeHash, [orderId], { orderId, units: kept });
    return [...new Set([...before.keys(), ...after.keys()])].filter((id) => (before.get(id) ?? 0) !== (after.get(id) ?? 0)).sort((a, b) => a - b);
  },
  async sumByVariant(storeHash, variantIds) {
    const orders = reserves.listTagged(storeHash, variantIds.map(String)).sort((a, b) => a.orderId - b.orderId);
    const sums = [...new Set(variantIds)].map((variantId) => {
      const holding = orders.filter(({ units }) => units.some((one) => one.variantId === variantId));
      const held = holding.flatMap(({ units }) => units.filter((one) => one.variantId === variantId));
      return [variantId, { units: held.reduce((sum, one) => sum + one.units, 0), orderIds: holding.map(({ orderId }) => orderId) }] as const;
    });
    return new Map(sums.filter(([, { orderIds }]) => orderIds.length > 0));
  },
  deleteAll: async (storeHash) => reserves.deleteStore(storeHash),
});

/** An order may name a variant on several lines. */
const summed = (units: readonly ReservedUnits[]): Map<VariantId, number> => {
  const sums = new Map<VariantId, number>();
  for (const { variantId, units: held } of units) sums.set(variantId, (sums.get(variantId) ?? 0) + held);
  return sums;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
