import { setTimeout as sleep } from 'node:timers/promises';
import { instantFromMillis } from '../lib/domain/instant-arithmetic';
import type { Clock } from '../lib/engine/ports/clock';

/** The system's clock, which can be put forward: nobody waits for what is due in seconds. */
export const createShiftingClock = (): Clock & { shift(ms: number): void } => {
  let ahead = 0;
  return {
    now: () => instantFromMillis(Date.now() + ahead),
    sleep: (ms) => sleep(ms, undefined, { ref: ms < 1_000 }),
    shift: (ms) => {
      ahead += ms;
    },
  };
};
