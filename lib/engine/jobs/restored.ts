import { Instant } from '../../domain/instant';
import type { JobContext } from './job';

/** Holds when this store's rows were restored from a dump; written by whoever restored it (docs/operating.md). */
export const RESTORED_CURSOR = 'restored';

/** When that was; `null` where it never was. */
export const readRestored = async ({ database, storeHash }: JobContext): Promise<Instant | null> =>
  Instant.nullable().catch(null).parse(await database.tables.cursors.find(storeHash, RESTORED_CURSOR));

/** What was done between the dump and its restoring is forgotten here and stands over there: for what is that old, one looks first. */
export const wasRestoredAfter = (restoredAt: Instant | null, knownSince: Instant | undefined): boolean => restoredAt !== null && (knownSince === undefined || knownSince <= restoredAt);
