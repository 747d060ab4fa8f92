import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { PRIORITY } from '../priorities';
import type { DirtyRow, Tables } from '../ports/tables';
import type { JobContext, Subject } from './job';

/** What upkeep is called when it fails for long enough to be news. */
export const upkeepSubject = (label: string): Subject => ({
  thing: 'connection',
  direction: 'hike-to-bigcommerce',
  label,
  bigcommerceId: null,
  hikeId: null,
});

/** Most upkeep has one row per kind, and all of those rows are called alike. */
export const upkeepRecord = ({ thing, id }: DirtyRow): string => (id === '-' ? thing : id);

const isTold = async ({ storeHash }: JobContext, { entries }: Tables, row: DirtyRow): Promise<boolean> => {
  const retrying = { results: ['retrying'], direction: null, thing: 'connection', recordId: upkeepRecord(row), search: '', from: null, before: null, limit: 1 } as const;
  return (await entries.list(storeHash, retrying)).length > 0;
};

/** Ends a round of upkeep and plans the next one, in the transaction that keeps what the round found. */
export const planNextRound = async (
  context: JobContext,
  tables: Tables,
  { row, inMs, subject, priority = PRIORITY.poll }: { row: DirtyRow; inMs: number; subject: Subject; priority?: number },
): Promise<Instant> => {
  const next = instantPlus(context.now(), inMs);
  await tables.dirty.settle(context.storeHash, row);
  await tables.dirty.mark(context.storeHash, { thing: row.thing, id: row.id, priority, notBefore: next, trigger: 'schedule' });
  await endTrouble(context, tables, { row, subject });
  return next;
};

/** Nothing is to be asked until somebody marks the row again, so nothing is tried again either. */
export const restUntilMarked = async (context: JobContext, tables: Tables, { row, subject }: { row: DirtyRow; subject: Subject }): Promise<void> => {
  await tables.dirty.settle(context.storeHash, row);
  await endTrouble(context, tables, { row, subject, message: 'Not needed for now.' });
};

interface EndedTrouble {
  row: DirtyRow;
  subject: Subject;
  message?: string;
}

/** Where the sync log says that this upkeep is tried again, it says so no longer. */
export const endTrouble = async (context: JobContext, tables: Tables, { row, subject, message = 'Works again.' }: EndedTrouble): Promise<void> => {
  // How often it was tried does not tell: marked by somebody else meanwhile, or after a commit whose answer was lost, attempts are counted anew.
  if ((row.attempts === 0 && row.version === 1) || !(await isTold(context, tables, row))) return;
  await tables.entries.record(context.storeHash, {
    ...subject,
    at: context.now(),
    recordId: upkeepRecord(row),
    result: 'done',
    problem: null,
    message,
    trigger: row.trigger,
    nextTryAt: null,
    detail: null,
  });
};
