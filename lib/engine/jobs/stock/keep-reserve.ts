import type { OrderId, StoreHash, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { ReservedUnits, Tables } from '../../ports/tables';
import { markStock } from './mark-stock';
import { hikeIdsOf } from './stock-shelf';

/** Replaces what an order holds back, also before "Start"; where that changes anything, the stock is published anew. */
export const keepReserve = async (
  tables: Tables,
  storeHash: StoreHash,
  { orderId, units, now, movesLevels }: { orderId: OrderId; units: readonly ReservedUnits[]; now: Instant; movesLevels: boolean },
): Promise<void> => {
  const variantIds = await tables.reserves.replace(storeHash, orderId, units);
  await publishAgain(tables, storeHash, { variantIds, at: now, movesLevels });
};

/** Publishes these variants anew, from `at` on. `movesLevels`: BigCommerce may have moved their levels itself, so they are read before they are written. */
export const publishAgain = async (
  tables: Tables,
  storeHash: StoreHash,
  { variantIds, at, movesLevels }: { variantIds: readonly VariantId[]; at: Instant; movesLevels: boolean },
): Promise<void> => {
  if (variantIds.length === 0) return;
  if (movesLevels) await tables.levels.markStale(storeHash, variantIds);
  const hikeIds = await hikeIdsOf(tables, storeHash, variantIds);
  await markStock(tables, storeHash, { hikeIds: [...hikeIds.values()], now: at });
};
