import type { Instant } from '../instant';
import { millisOfInstant } from '../instant-arithmetic';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A page that is open is noted each minute, by a clock that may differ from the worker's: only minutes of silence mean that nobody looks. */
const LOOKING_FOR = 4 * MINUTE;

/**
 * Hike allows 5,000 calls in any 24 hours (reference: hike-api 2.2). 1,500 stay for writes; of the other 3,500 a hundred are
 * spare, for polls that go on at the longest interval when all is used.
 */
const READS_PER_DAY = 3400;
/** Enough for 8 hours of trading at the shortest interval; from here on what is left must last a day. */
const FREELY = 2000;
const LONGEST = HOUR;

export interface PollingFacts {
  now: Instant;
  /** When the newest sale was rung up; `null` when there is none. */
  lastSaleAt: Instant | null;
  /** When somebody last looked at a page of ours. */
  lastSeenAt: Instant | null;
  /** All calls to Hike in the last 24 hours, writes too. */
  callsInLastDay: number;
}

const within = (at: Instant | null, now: Instant, millis: number): boolean => at !== null && millisOfInstant(now) - millisOfInstant(at) <= millis;

/** Whether a page of the store is open, or was until just now. */
export const isLookedAt = ({ lastSeenAt, now }: Pick<PollingFacts, 'lastSeenAt' | 'now'>): boolean => within(lastSeenAt, now, LOOKING_FOR);

const wanted = ({ now, lastSaleAt, lastSeenAt }: PollingFacts): number => {
  if (isLookedAt({ lastSeenAt, now }) || within(lastSaleAt, now, 10 * MINUTE)) return 15 * SECOND;
  return within(lastSaleAt, now, 2 * HOUR) ? MINUTE : 5 * MINUTE;
};

/** As if no call of the last day were forgotten before a day is over: the bound that never breaks. */
const affordable = (callsInLastDay: number): number => {
  if (callsInLastDay < FREELY) return 0;
  const left = READS_PER_DAY - callsInLastDay;
  return left > 0 ? Math.min(Math.ceil(DAY / left), LONGEST) : LONGEST;
};

/** Milliseconds until the next look for sales: short while the shop trades or somebody watches, long while it sleeps, never beyond the day's quota. */
export const salesPollingInterval = (facts: PollingFacts): number => Math.max(wanted(facts), affordable(facts.callsInLastDay));
