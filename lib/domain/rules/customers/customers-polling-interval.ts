import { millisOfInstant } from '../../instant-arithmetic';
import type { PollingFacts } from '../sales-polling-interval';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** From here on what is left of Hike's day is for sales, products and writes (reference: hike-api 2.2). */
const SPARINGLY = 2000;

/** Milliseconds until the next look for changed customers: a sale brings its customer along itself, so this one can wait. */
export const customersPollingInterval = ({ now, lastSaleAt, callsInLastDay }: Omit<PollingFacts, 'lastSeenAt'>): number => {
  if (callsInLastDay >= SPARINGLY) return HOUR;
  const isTrading = lastSaleAt !== null && millisOfInstant(now) - millisOfInstant(lastSaleAt) <= 2 * HOUR;
  return isTrading ? 5 * MINUTE : 15 * MINUTE;
};
