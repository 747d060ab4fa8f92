import type { Standing } from '../../../domain/catalogue-words';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { ReadingTables, Tables } from '../../ports/tables';
import { isWriting, readRunForUpdate, saveRun } from './run-cursor';

/** What there is to write, as it was last compared. */
export const TO_WRITE: readonly Standing[] = ['create', 'update', 'removed'];

/** Calls to BigCommerce that are left of what is being written. */
export const callsLeft = (tables: ReadingTables, storeHash: StoreHash): Promise<number> => tables.hikeProducts.sumCalls(storeHash, TO_WRITE);

/** Time that products were paused tells nothing of how fast they go. */
export const restartPace = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (isWriting(run)) await saveRun(tables, storeHash, { ...run, pace: { since: now, calls: await callsLeft(tables, storeHash) } });
};
