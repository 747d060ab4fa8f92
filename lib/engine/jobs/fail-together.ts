import { explainProblem, problem } from '../../domain/problems';
import { instantPlus } from '../../domain/instant-arithmetic';
import { retryDelay } from '../../domain/rules/retry-delay';
import { AccessLost, LeaseLost, QuotaExhausted, RefusedByVendor, TransientFailure } from '../ports/failures';
import type { DirtyRow } from '../ports/tables';
import { outageBehind } from '../outage-behind';
import { entryOf } from './entry-of';
import type { Failure, JobContext, Subject } from './job';

/** From here on the delay no longer grows: what is written anew as a whole is never given up. */
const SLOWEST = 7;

/** A hiccup that is over by then is no news. */
const NOTICED_ATTEMPTS = 3;

/** Names the line in the sync log that speaks for all rows. */
export const ALL_RECORDS = 'all';

interface FailedTogether {
  rows: readonly DirtyRow[];
  error: unknown;
  subject: Subject;
  /** Of the line that speaks for them. */
  recordId?: string;
}

/**
 * Many rows that were one call fail as one. What the pump has to know of a whole side is handed on to it, with one row for
 * all; what may be the fault of one of them is thrown on, so that it looks for that one.
 */
export const failTogether = async (context: JobContext, failed: FailedTogether): Promise<Failure[]> => {
  const { rows: [first, ...others], error } = failed;
  if (first === undefined) return [];
  const concernsSide = error instanceof LeaseLost || error instanceof QuotaExhausted || error instanceof AccessLost || (await outageBehind(context, error)) !== null;
  if (concernsSide) return [{ row: first, error }];
  if (error instanceof TransientFailure || error instanceof RefusedByVendor) return postponeTogether(context, failed);
  if (others.length > 0) throw error;
  return first.attempts + 1 < NOTICED_ATTEMPTS ? postponeTogether(context, failed) : [{ row: first, error }];
};

/** All of them are tried again later, and the sync log gets a line for all of them instead of thousands. */
export const postponeTogether = async (context: JobContext, { rows, error, subject, recordId = ALL_RECORDS }: FailedTogether): Promise<Failure[]> => {
  const [first] = rows;
  if (first === undefined) return [];
  const { storeHash } = context;
  context.log.warn('rows are tried again later', { storeHash, thing: first.thing, rows: rows.length, error });
  const failed = Math.max(...rows.map(({ attempts }) => attempts)) + 1;
  const least = error instanceof TransientFailure ? (error.retryAfterMs ?? 0) : 0;
  const until = instantPlus(context.now(), Math.max(least, retryDelay(Math.min(failed, SLOWEST), context.random()) ?? 0));
  await context.record('rows-postponed-together', async (tables) => {
    for (const row of rows) await tables.dirty.postpone(storeHash, row, until);
    if (failed < NOTICED_ATTEMPTS) return;
    const outcome = { result: 'retrying', ...wordsOf(error), nextTryAt: until, detail: { error: error instanceof Error ? error.message : String(error) } } as const;
    await tables.entries.record(storeHash, entryOf(context, { row: { id: recordId, trigger: first.trigger }, subject, outcome }));
  });
  return [];
};

const wordsOf = (error: unknown) => {
  if (!(error instanceof RefusedByVendor)) return { message: 'The other side did not answer properly; it is tried again by itself.' };
  const refusal = problem('refused-by-bigcommerce', { message: error.reason });
  return { message: explainProblem(refusal).sentence, problem: refusal };
};
