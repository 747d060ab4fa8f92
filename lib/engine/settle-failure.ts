import { type Problem, explainProblem, problem } from '../domain/problems';
import type { Instant } from '../domain/instant';
import { instantPlus } from '../domain/instant-arithmetic';
import { retryDelay } from '../domain/rules/retry-delay';
import { type FailureKind, nextTry } from '../domain/rules/retries/next-try';
import { endRetries } from './close-retried';
import { loseAccess } from './account/lose-access';
import type { Failure, Job, JobContext } from './jobs/job';
import { upkeepRecord } from './jobs/next-round';
import { markWatch } from './mark-watch';
import { outageBehind } from './outage-behind';
import type { EntryDraft, Tables } from './ports/tables';
import { AccessLost, BrokenContract, LeaseLost, QuotaExhausted, RefusedByVendor, type Side, TransientFailure, UnknownOutcome } from './ports/failures';

export interface Block {
  side: Side;
  until: Instant;
}

/** How long a side rests after it refused our access; a person has to act anyway. */
const ACCESS_REST_MS = 60_000;

/** Until the watch, which is asked for at the same time, has looked at the side and takes over. */
const OUTAGE_REST_MS = 30_000;

/**
 * Gives a failed row its future: later (what may pass), never by itself (a person decides), or untouched because the whole
 * side rests. Answers which side rests, until when.
 */
export const settleFailure = async (context: JobContext, job: Job, { row, error }: Failure): Promise<Block | null> => {
  if (error instanceof LeaseLost) throw error;
  if (error instanceof QuotaExhausted) return rest(context, job, { row, error, side: error.side, restMs: error.waitMs });
  if (error instanceof AccessLost) {
    await loseAccess(context, error.side);
    return rest(context, job, { row, error, side: error.side, restMs: ACCESS_REST_MS });
  }
  const silent = await outageBehind(context, error);
  if (silent !== null) {
    await context.record('watch-asked-for', (tables) => markWatch(tables, context.storeHash, { now: context.now() }));
    return rest(context, job, { row, error, side: silent, restMs: OUTAGE_REST_MS });
  }
  const delay = delayOf(context, job, { row, error });
  if (delay === null) await giveUp(context, job, { row, error });
  else await postpone(context, job, { row, error, delay, isAttempt: true });
  return null;
};

/** The row stays as it was: no attempt is counted, and whoever waits for this side waits with it. */
const rest = async (context: JobContext, job: Job, { row, error, side, restMs }: Failure & { side: Side; restMs: number }): Promise<Block> => {
  // Work that does without this side is not held back by its rest, so it gets a time of its own.
  if (!job.needs.includes(side)) await postpone(context, job, { row, error, delay: restMs, isAttempt: false });
  return { side, until: instantPlus(context.now(), restMs) };
};

/** Milliseconds until the next try; `null` when a person has to decide first. */
const delayOf = (context: JobContext, job: Job, { row, error }: Failure): number | null => {
  const failed = row.attempts + 1;
  if (job.isUpkeep) return retryDelay(Math.min(failed, SLOWEST_UPKEEP), context.random());
  const leastMs = error instanceof TransientFailure ? (error.retryAfterMs ?? 0) : 0;
  return nextTry(kindOf(error), { failed, random: context.random(), leastMs });
};

const kindOf = (error: unknown): FailureKind => {
  if (error instanceof TransientFailure || error instanceof UnknownOutcome) return 'passing';
  return error instanceof RefusedByVendor || error instanceof BrokenContract ? 'final' : 'unexpected';
};

/** Upkeep never gives up; from here on its delay no longer grows. */
const SLOWEST_UPKEEP = 7;

/** A hiccup of the upkeep that is over by the next round is no news. */
const QUIET_UPKEEP_ATTEMPTS = 3;

interface Postponed extends Failure {
  /** Milliseconds. */
  delay: number;
  /** Otherwise the row keeps the tries that it has left. */
  isAttempt: boolean;
}

const postpone = async (context: JobContext, job: Job, { row, error, delay, isAttempt }: Postponed): Promise<void> => {
  const until = instantPlus(context.now(), delay);
  context.log.warn('a row is tried again later', { storeHash: context.storeHash, thing: row.thing, id: row.id, error });
  await context.record('row-postponed', async (tables) => {
    if (await wasSettled(context, tables, row)) return endRetries(context, tables, { job, rows: [row] });
    if (isAttempt) await tables.dirty.postpone(context.storeHash, row, until);
    else await tables.dirty.rest(context.storeHash, row, until);
    // To stand in line for a quota is no failure.
    if (error instanceof QuotaExhausted) return;
    await job.onFailure?.(context, tables, { row, willRetry: true });
    if (job.isUpkeep && row.attempts + 1 < QUIET_UPKEEP_ATTEMPTS) return;
    const entry = failureEntry(context, job, { row, error });
    if (row.trigger !== 'person' && (await waitsForPerson(context, tables, entry))) return;
    await tables.entries.record(context.storeHash, {
      ...entry,
      result: 'retrying',
      problem: kindOf(error) === 'passing' ? null : problemOf(error, row.attempts + 1),
      message: kindOf(error) === 'unexpected' ? 'Something went wrong in this app; it is tried again by itself.' : 'The other side did not answer properly; it is tried again by itself.',
      nextTryAt: until,
    });
  });
};

const giveUp = async (context: JobContext, job: Job, { row, error }: Failure): Promise<void> => {
  const reason = problemOf(error, row.attempts + 1);
  context.log.error('a row needs a person', { storeHash: context.storeHash, thing: row.thing, id: row.id, error });
  await context.record('row-given-up', async (tables) => {
    if (await wasSettled(context, tables, row)) return endRetries(context, tables, { job, rows: [row] });
    await tables.dirty.settle(context.storeHash, row);
    await job.onFailure?.(context, tables, { row, willRetry: false, problem: reason });
    await tables.entries.record(context.storeHash, {
      ...failureEntry(context, job, { row, error }),
      result: 'needs-you',
      problem: reason,
      message: explainProblem(reason).sentence,
      nextTryAt: null,
    });
  });
};

/** The commit that settled the row went through although its answer was lost: the work is done, and nobody would come back to close an entry of this. */
const wasSettled = async ({ storeHash }: JobContext, tables: Tables, { thing, id }: Failure['row']): Promise<boolean> => (await tables.dirty.find(storeHash, thing, id)) === null;

/** What was put to a person stands until it is settled: a hiccup of other work on the same record, as of reading its order, says nothing of that. */
const waitsForPerson = async ({ storeHash }: JobContext, { entries }: Tables, { thing, direction, recordId }: Pick<EntryDraft, 'thing' | 'direction' | 'recordId'>): Promise<boolean> => {
  const asked = { results: ['needs-you'], thing, direction, recordId, search: '', from: null, before: null, limit: 1 } as const;
  return (await entries.list(storeHash, asked)).length > 0;
};

const failureEntry = (context: JobContext, job: Job, { row, error }: Failure) => ({
  ...job.subject(row),
  at: context.now(),
  recordId: job.isUpkeep ? upkeepRecord(row) : row.id,
  trigger: row.trigger,
  detail: { error: error instanceof Error ? error.message : String(error) },
});

const SIDE_NAMES: Record<Side, string> = { bigcommerce: 'BigCommerce', hike: 'Hike' };

const nameOf = (side: Side | null): string => (side === null ? 'The other side' : SIDE_NAMES[side]);

const problemOf = (error: unknown, attempts: number): Problem => {
  if (error instanceof RefusedByVendor) return problem(error.side === 'hike' ? 'refused-by-hike' : 'refused-by-bigcommerce', { message: error.reason });
  if (error instanceof BrokenContract) return problem('not-understood', { side: SIDE_NAMES[error.side], reference: error.message.slice(0, 200) });
  if (error instanceof TransientFailure || error instanceof UnknownOutcome) return problem('gave-up', { side: nameOf(error.side), attempts: String(attempts) });
  return problem('failed-inside', { attempts: String(attempts), reference: error instanceof Error ? error.name : 'unknown' });
};
