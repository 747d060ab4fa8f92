import type { Instant } from '../instant';
import { millisOfInstant } from '../instant-arithmetic';
import type { HealthView } from '../views/views';
import { needsYouWords } from './needs-you-words';

export interface ThingFacts {
  now: Instant;
  /** What has to happen before anything can sync; `null` when nothing has. */
  waitsFor: 'set-up' | 'start' | 'look' | null;
  isPaused: boolean;
  needsYou: number;
  /** When the next look was planned for; `null` while none is. */
  nextCheck: Instant | null;
}

const MINUTE = 60_000;
/** A look that is this late is news: rounds take seconds. */
const LATE = 2 * MINUTE;

type Health = Pick<HealthView, 'state' | 'sentence' | 'nextCheck'>;

const WAITS: Record<NonNullable<ThingFacts['waitsFor']>, string> = { 'set-up': 'Waits for the set-up', start: 'Not started yet', look: 'Changes wait for you' };

/** How a thing fares, in three words a merchant can act on; the more urgent first. */
export const healthOf = ({ now, waitsFor, isPaused, needsYou, nextCheck }: ThingFacts): Health => {
  if (waitsFor !== null) return { state: waitsFor === 'look' ? 'held' : 'idle', sentence: WAITS[waitsFor], nextCheck: null };
  if (isPaused) return { state: 'paused', sentence: 'Paused', nextCheck: null };
  if (needsYou > 0) return { state: 'needs-you', sentence: needsYouWords(needsYou), nextCheck };
  const late = nextCheck === null ? 0 : millisOfInstant(now) - millisOfInstant(nextCheck);
  if (late > LATE) return { state: 'behind', sentence: `Behind ${Math.floor(late / MINUTE)} min`, nextCheck };
  return { state: 'up-to-date', sentence: 'Up to date', nextCheck };
};
