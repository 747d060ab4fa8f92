import type { CatalogueRun } from '../../../domain/catalogue-run';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Tables } from '../../ports/tables';
import { markEverything } from './mark-everything';
import { saveRun } from './run-cursor';

/** One side's catalogue was read to the end; after the other's, both are compared. */
export const endReading = async (tables: Tables, storeHash: StoreHash, { run, side, now }: { run: CatalogueRun; side: 'hike' | 'store'; now: Instant }): Promise<void> => {
  const ended = { ...run, [side]: { ...run[side], isDone: true } };
  const isLast = run.state === 'reading' && ended.hike.isDone && ended.store.isDone;
  await saveRun(tables, storeHash, isLast ? { ...ended, state: 'comparing', total: 0, stageSince: now } : ended);
  if (isLast) await markEverything(tables, storeHash, { now, trigger: 'person' });
};
