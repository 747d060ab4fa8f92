import { setTimeout as sleep } from 'node:timers/promises';
import { instantFromMillis } from '../../domain/instant-arithmetic';
import type { Clock } from '../../engine/ports/clock';

/** The clock of a sandbox that runs `scale` times as fast as real time, read now; sleep is as much shorter. */
export const scaledClock = async (controlUrl: string): Promise<Clock & { scale: number }> => {
  const { now, scale } = (await (await fetch(`${controlUrl}/clock`)).json()) as { now: string; scale: number };
  const [shown, real] = [Date.parse(now), Date.now()];
  return {
    scale,
    now: () => instantFromMillis(Math.floor(shown + (Date.now() - real) * scale)),
    // As the system's: a process that wants to end does not wait.
    sleep: (ms) => sleep(ms / scale, undefined, { ref: ms / scale < 1000 }),
  };
};
