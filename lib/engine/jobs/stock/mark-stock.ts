import type { HikeProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantFromMillis, millisOfInstant } from '../../../domain/instant-arithmetic';
import { PRIORITY } from '../../priorities';
import type { Tables } from '../../ports/tables';

/** Some seventy products are made in that time, and their counts travel in one call. */
const ROUND_MS = 15_000;

/** What comes one after the other and is in no hurry is published together, at the end of the quarter minute. */
export const endOfRound = (now: Instant): Instant => instantFromMillis(Math.ceil(millisOfInstant(now) / ROUND_MS) * ROUND_MS);

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
