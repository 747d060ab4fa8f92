import { millisOfInstant } from '../../domain/instant-arithmetic';
import type { Clock } from '../../engine/ports/clock';
import { QuotaExhausted } from '../../engine/ports/failures';
import type { Pacer, Permit, Priority } from './pacer';
import { withOwnCallTimes } from './own-call-times';
import { waitForRoom, type CallCounter, type RollingWindow } from './rolling-window';
import { createTurns } from './turns';

export interface RollingOptions {
  clock: Clock;
  counter: CallCounter;
  /** A longer wait than this is the engine's business, not a sleep. */
  maxWaitMs?: number;
  windows?: readonly RollingWindow[];
}

const MINUTE = 60_000;
/** Hike's 60 a minute and 5,000 a day (reference: hike-api 2.2), less what writes and people need, less a little for clocks that differ. */
const HIKE_WINDOWS: readonly RollingWindow[] = [
  { lengthMs: MINUTE, limits: { ordinary: 55, urgent: 58 }, stepMs: 1000 },
  { lengthMs: 24 * 60 * MINUTE, limits: { ordinary: 4500, urgent: 4950 }, stepMs: 15 * MINUTE },
];

/** Calling while limited prolongs the limit, and no answer says when it ends. */
const closingTime = (headers: Headers): number => (headers.get('X-Rate-Limit-Problem')?.toLowerCase() === 'daily' ? 15 * MINUTE : MINUTE + 1000);

/** Paces by our own count, for Hike reports none: never more than the limit in any stretch of a window's length. */
export const createRollingPacer = ({ clock, counter: kept, maxWaitMs = 3000, windows = HIKE_WINDOWS }: RollingOptions): Pacer => {
  const now = () => millisOfInstant(clock.now());
  const counter = withOwnCallTimes(kept);
  const turns = createTurns();
  let closedUntil = 0;

  const permit: Permit = {
    observe: (status, headers) => {
      if (status === 429) closedUntil = Math.max(closedUntil, now() + closingTime(headers));
    },
    release: () => undefined,
  };

  const longestWait = async (priority: Priority): Promise<number> => {
    const waits = [Math.max(0, closedUntil - now())];
    for (const window of windows) waits.push(await waitForRoom(window, { counter, now: now(), priority }));
    return Math.max(...waits);
  };

  const enter = async (priority: Priority): Promise<Permit> => {
    for (let wait = await longestWait(priority); wait > 0; wait = await longestWait(priority)) {
      if (wait > maxWaitMs) throw new QuotaExhausted('hike', wait);
      await clock.sleep(wait);
    }
    await counter.add(clock.now());
    return permit;
  };

  return {
    acquire: (priority) => turns.take(() => enter(priority)),
    closedForMs: () => Math.max(0, closedUntil - now()),
  };
};
