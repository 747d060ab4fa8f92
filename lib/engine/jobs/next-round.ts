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

const NOTICED_ATTEMPTS = 3;

/** Ends a round of upkeep and plans the next one, in the transaction that keeps what the round found. */
export const planNextRound = async (
  context: JobContext,
  tables: Tables,
  { row, inMs, subject, priority = PRIORITY.poll }: { row: DirtyRow; inMs: number; subject: Subject; priority?: number },
): Promise<Instant> => {
  const next = instantPlus(context.now(), inMs);
  await tables.dirty.settle(context.storeHash, row);
  await tables.dirty.mark(context.storeHash, { thing: row.thing, id: row.id, priority, notBefore: next, trigger: 'schedule' });
  if (row.attempts >= NOTICED_ATTEMPTS - 1) {
    await tables.entries.record(context.storeHash, {
      ...subject,
      at: context.now(),
      recordId: row.id,
      result: 'done',
      problem: null,
      message: 'Works again.',
      trigger: row.trigger,
      nextTryAt: null,
      detail: null,
    });
  }
  return next;
};
