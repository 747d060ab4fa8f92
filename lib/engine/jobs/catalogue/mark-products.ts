import type { Trigger } from '../../../domain/entry';
import type { HikeProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { PRIORITY } from '../../priorities';
import type { JobThing, Tables } from '../../ports/tables';
import { readRun } from './run-cursor';

/** What is done about changed products now: they are brought in step after "Start" and compared before it; `null` while everything will be compared anyway. */
export const workOfProducts = async (tables: Tables, storeHash: StoreHash): Promise<Extract<JobThing, 'product' | 'compare'> | null> => {
  const { value } = await tables.settings.get(storeHash);
  if (value.catalogue.startedAt !== null) return 'product';
  const { state } = await readRun(tables, storeHash);
  return state === 'comparing' || state === 'ready' ? 'compare' : null;
};

export const markProducts = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeIds, now, trigger, priority = PRIORITY.product }: { hikeIds: readonly HikeProductId[]; now: Instant; trigger: Trigger; priority?: number },
): Promise<void> => {
  if (hikeIds.length === 0) return;
  const thing = await workOfProducts(tables, storeHash);
  if (thing === null) return;
  await tables.dirty.markMany(
    storeHash,
    [...new Set(hikeIds)].map((id) => ({ thing, id: String(id), priority, notBefore: now, trigger })),
  );
};
