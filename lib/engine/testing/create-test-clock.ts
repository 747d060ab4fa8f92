import type { Instant } from '../../domain/instant';
import { instantFromMillis, millisOfInstant } from '../../domain/instant-arithmetic';
import type { Clock } from '../ports/clock';

export interface TestClock extends Clock {
  /** Moves time on and wakes each sleeper at its moment, in order; whoever sleeps again on the way is woken again. */
  advance(ms: number): Promise<void>;
}

interface Sleeper {
  wakeAt: number;
  wake(): void;
}

/** Time stands still until a test moves it. */
export const createTestClock = (start = '2026-01-15T03:20:00.000Z' as Instant): TestClock => {
  let now = millisOfInstant(start);
  const sleepers: Sleeper[] = [];

  const nextSleeper = (until: number): Sleeper | undefined => {
    const [next] = sleepers.sort((a, b) => a.wakeAt - b.wakeAt);
    return next !== undefined && next.wakeAt <= until ? sleepers.shift() : undefined;
  };

  return {
    now: () => instantFromMillis(now),
    sleep: (ms) => new Promise((wake) => sleepers.push({ wakeAt: now + Math.max(0, ms), wake })),
    async advance(ms) {
      const end = now + ms;
      await settled();
      for (let sleeper = nextSleeper(end); sleeper; sleeper = nextSleeper(end)) {
        now = Math.max(now, sleeper.wakeAt);
        sleeper.wake();
        await settled();
      }
      now = end;
    },
  };
};

/** Until every promise that can go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
