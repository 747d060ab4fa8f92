import { Instant } from '../../domain/instant';
import type { JobContext } from './job';

/** Holds when this store's rows were restored from a dump; written by whoever restored it (docs/operating.md). */
export const RESTORED_CURSOR = 'restored';

/** What was done between the dump and its restoring is forgotten here and stands over there: for what is that old, one looks first. */
export const wasRestoredAfter = async ({ database, storeHash }: JobContext, knownSince: Instant | undefined): Promise<boolean> => {
  const restoredAt = Instant.nullable().catch(null).parse(await database.tables.cursors.find(storeHash, RESTORED_CURSOR));
  return restoredAt !== null && (knownSince === undefined || knownSince <= restoredAt);
};
