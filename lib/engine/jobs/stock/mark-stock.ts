import type { HikeProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { PRIORITY } from '../../priorities';
import type { Tables } from '../../ports/tables';

/** The stock of these Hike variants is to be published; what is not linked costs a look at the links alone. */
export const markStock = (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds, now, priority = PRIORITY.stock }: { hikeIds: readonly HikeProductId[]; now: Instant; priority?: number },
): Promise<void> =>
  tables.dirty.markMany(
    storeHash,
    [...new Set(hikeIds)].map((id) => ({ thing: 'stock', id: String(id), priority, notBefore: now, trigger: 'follow-up' })),
  );
