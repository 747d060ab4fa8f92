import type { Instant } from '../../instant';
import { millisOfInstant } from '../../instant-arithmetic';
import { isLookedAt, type PollingFacts } from '../sales-polling-interval';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Of Hike's 5,000 calls in any 24 hours the polls together get these; see salesPollingInterval. */
const READS_PER_DAY = 3400;
const FREELY = 2000;
/** A count that is late by minutes is mended by the next one; a sale that is late is missed at once. So sales get the most of what is left. */
const SHARE = 1 / 4;
const LONGEST = HOUR;

const within = (at: Instant | null, now: Instant, millis: number): boolean => at !== null && millisOfInstant(now) - millisOfInstant(at) <= millis;

const wanted = ({ now, lastSaleAt, lastSeenAt }: PollingFacts): number => {
  if (isLookedAt({ lastSeenAt, now }) || within(lastSaleAt, now, 10 * MINUTE)) return MINUTE;
  return within(lastSaleAt, now, 2 * HOUR) ? 2 * MINUTE : 10 * MINUTE;
};

const affordable = (callsInLastDay: number): number => {
  if (callsInLastDay < FREELY) return 0;
  const left = (READS_PER_DAY - callsInLastDay) * SHARE;
  return left > 0 ? Math.min(Math.ceil(DAY / left), LONGEST) : LONGEST;
};

/** Milliseconds until the next look for changed products and counts: short while the shop trades or somebody watches, never beyond the day's quota. */
export const productsPollingInterval = (facts: PollingFacts): number => Math.max(wanted(facts), affordable(facts.callsInLastDay));
