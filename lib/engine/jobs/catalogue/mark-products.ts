import type { Trigger } from '../../../domain/entry';
import type { HikeProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { PRIORITY } from '../../priorities';
import type { JobThing, Tables } from '../../ports/tables';
import { readRun } from './run-cursor';

/**
 * What is done about changed products now: they are brought in step after "Start" and compared before it; nothing while
 * everything will be compared anyway. While a person looks at what would be written both are due: one for the list that is
 * looked at, the other waits until the look has ended, however it ends.
 */
export const worksOfProducts = async (tables: Tables, storeHash: StoreHash): Promise<Extract<JobThing, 'product' | 'compare'>[]> => {
  const { value: { catalogue } } = await tables.settings.get(storeHash);
  const { state, hold } = await readRun(tables, storeHash);
  const isLookedAt = (state === 'comparing' || state === 'ready') && (catalogue.startedAt === null || hold !== null);
  return [...(catalogue.startedAt === null ? [] : ['product' as const]), ...(isLookedAt ? ['compare' as const] : [])];
};

export const markProducts = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds, now, trigger, priority = PRIORITY.product }: { hikeIds: readonly HikeProductId[]; now: Instant; trigger: Trigger; priority?: number },
): Promise<void> => {
  if (hikeIds.length === 0) return;
  const things = await worksOfProducts(tables, storeHash);
  await tables.dirty.markMany(
    storeHash,
    [...new Set(hikeIds)].flatMap((id) => things.map((thing) => ({ thing, id: String(id), priority, notBefore: now, trigger }))),
  );
};
