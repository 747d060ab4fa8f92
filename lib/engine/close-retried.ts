import type { Job, JobContext } from './jobs/job';
import type { DirtyRow, Tables } from './ports/tables';

/**
 * What was tried again and came through says so, also where the work itself has nothing to tell: an entry that goes on
 * promising another try would be read as trouble.
 */
export const closeRetried = async (context: JobContext, job: Job, rows: readonly DirtyRow[]): Promise<void> => {
  // Upkeep keeps its own entry: it comes round again anyway.
  if (rows.length > 0 && !job.isUpkeep) await context.record('retries-closed', (tables) => endRetries(context, tables, { job, rows }));
};

/** As `closeRetried`, in a transaction that is open. */
export const endRetries = async (context: JobContext, tables: Tables, { job, rows }: { job: Job; rows: readonly DirtyRow[] }): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  const { thing, direction } = job.subject(first);
  await closeCameThrough(context, tables, { thing, direction, recordIds: rows.map(({ id }) => id), results: ['retrying'] });
};

/** Closes what stands open about a second try that had nothing else to tell. */
export const closeCameThrough = ({ storeHash, now }: JobContext, { entries }: Tables, open: Parameters<Tables['entries']['close']>[1]): Promise<void> =>
  entries.close(storeHash, open, { at: now(), message: 'It came through when it was tried again.' });
