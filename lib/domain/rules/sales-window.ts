import { z } from 'zod';
import { Instant } from '../instant';
import { instantPlus } from '../instant-arithmetic';
import type { SaleStatus } from '../sale';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Statuses that a sale is still to leave. Reading far back for them is bounded below, so none is left out for thrift. */
export const OPEN_SALE_STATUSES: readonly SaleStatus[] = [
  'Initial', 'Pending', 'Parked', 'LayBy', 'BackOrder', 'OnAccount', 'Quote', 'PartialFulfilled', 'Packed', 'ReadyToShip', 'EmailSent', 'OnGoing',
];

/** How far a poll reaches: new sales only, all of the last week, or back to the oldest sale that is still open. */
type SalesReach = 'new' | 'week' | 'open';

const Reach = z.object({
  /** Polls since the last one that reached as far. */
  polls: z.int().nonnegative(),
  /** Calls that it took then. */
  calls: z.int().positive(),
});

/** Kept between polls. */
export const SalesCursor = z.object({
  /** Start of the last poll that went well; `null` before the first. */
  goodUntil: Instant.nullable(),
  week: Reach,
  open: Reach,
});
export type SalesCursor = z.infer<typeof SalesCursor>;

export const NEW_SALES_CURSOR: SalesCursor = { goodUntil: null, week: { polls: 0, calls: 1 }, open: { polls: 0, calls: 1 } };

export interface SalesWindow {
  from: Instant;
  to: Instant;
  reach: SalesReach;
}

/** Tills that were offline or whose clock is off show up late or early. */
const OVERLAP = 10 * MINUTE;
const WEEK = 7 * DAY;
/** A lay-by older than this is no longer looked for. */
const OLDEST = 30 * DAY;
/** Polls are an hour apart at most; after more than this a reach that was not due yet would come too late. */
const LONG_PAUSE = 120 * MINUTE;
/**
 * What fits into one call is read each time, for it costs no more than the new sales alone. Each call beyond that waits for
 * five polls: a reach costs a fifth of the ordinary polls at most, however much the shop sells.
 */
const POLLS_PER_CALL = 5;

const isDue = ({ polls, calls }: z.infer<typeof Reach>): boolean => polls + 1 >= POLLS_PER_CALL * (calls - 1);

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/**
 * The dates to ask Hike for. Its filter most likely knows the transaction date alone (reference: hike-api 6.7), so voids,
 * refunds and paid-off lay-bys of older sales are found by reading those dates again: a week for voids and late tills,
 * further back, 30 days at most, only while a sale that old is still open.
 */
export const salesWindow = (cursor: SalesCursor, facts: { now: Instant; startDate: Instant; oldestOpen: Instant | null }): SalesWindow => {
  const { now, startDate, oldestOpen } = facts;
  const to = instantPlus(now, OVERLAP);
  // Whatever changed since we last read counts from then: after a re-install weeks may lie between.
  const reached = cursor.goodUntil ?? now;
  const weekAgo = instantPlus(reached, -WEEK);
  const fresh = cursor.goodUntil === null ? startDate : instantPlus(cursor.goodUntil, -OVERLAP);
  const window = (from: Instant, reach: SalesReach): SalesWindow => ({ from: later(from < fresh ? from : fresh, startDate), to, reach });
  if (oldestOpen !== null && oldestOpen < weekAgo && isDue(cursor.open)) return window(later(oldestOpen, instantPlus(reached, -OLDEST)), 'open');
  const wasAway = instantPlus(reached, LONG_PAUSE) < now;
  return wasAway || isDue(cursor.week) ? window(weekAgo, 'week') : window(fresh, 'new');
};

/** The cursor after a poll that went well; one that failed leaves it as it was, so that nothing is skipped. */
export const salesCursorAfterPoll = (cursor: SalesCursor, poll: { reach: SalesReach; startedAt: Instant; calls: number }): SalesCursor => {
  const read = { polls: 0, calls: Math.max(1, poll.calls) };
  const skipped = ({ polls, calls }: z.infer<typeof Reach>) => ({ polls: polls + 1, calls });
  return {
    goodUntil: poll.startedAt,
    week: poll.reach === 'new' ? skipped(cursor.week) : poll.reach === 'week' ? read : { ...cursor.week, polls: 0 },
    open: poll.reach === 'open' ? read : skipped(cursor.open),
  };
};
