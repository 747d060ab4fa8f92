import { instantPlus } from '../domain/instant-arithmetic';
import { RETENTION_DAYS } from './pages/sync-log';
import type { Clock } from './ports/clock';
import type { Queue } from './ports/queue';
import type { Database } from './ports/tables';

export interface SweepDeps {
  database: Database;
  queue: Queue;
  clock: Clock;
}

/** Wakes every store that has something due and nobody working on it: what comes due by time, and what a lost wake-up left. */
export const wakeDueStores = async ({ database, queue, clock }: SweepDeps): Promise<void> => {
  for (const storeHash of await database.tables.dirty.listStoresDue(clock.now())) await queue.wake(storeHash);
};

const DAY_MS = 24 * 60 * 60_000;
/** Beyond the two days for which BigCommerce repeats a delivery. */
const INBOX_DAYS = 7;
const STOCK_TIMELINE_DAYS = 90;

/** Forgets what is past its time. */
export const forgetTheOld = ({ database, clock }: Omit<SweepDeps, 'queue'>): Promise<void> =>
  database.transaction('old-forgotten', async (tables) => {
    const daysAgo = (days: number) => instantPlus(clock.now(), -days * DAY_MS);
    await tables.codes.deleteExpired(clock.now());
    await tables.calls.deleteOlderThan(daysAgo(2));
    await tables.inbox.deleteOlderThan(daysAgo(INBOX_DAYS));
    await tables.entries.deleteOlderThan(daysAgo(RETENTION_DAYS));
    await tables.moves.deleteOlderThan(daysAgo(STOCK_TIMELINE_DAYS));
    await tables.incidents.deleteClosedBefore(daysAgo(RETENTION_DAYS));
    await tables.reconciliations.deleteOlderThan(daysAgo(RETENTION_DAYS));
    await tables.differences.deleteClosedBefore(daysAgo(RETENTION_DAYS));
  });
