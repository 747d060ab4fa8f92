import type { Instant } from '../../domain/instant';
import { instantFromMillis } from '../../domain/instant-arithmetic';
import type { Priority } from './pacer';

/** The calls of one shop, kept beyond this process: windows roll on while nobody runs. */
export interface CallCounter {
  add(at: Instant): Promise<void>;
  /** Calls at or after this moment. */
  countSince(since: Instant): Promise<number>;
}

export interface RollingWindow {
  lengthMs: number;
  /** Highest number of calls in any such stretch of time. */
  limits: Record<Priority, number>;
  /** How finely the moment is looked for at which room comes free. */
  stepMs: number;
}

interface Question {
  counter: CallCounter;
  now: number;
  priority: Priority;
}

/** How long until the window has room; 0 when it has. Halves the stretch in question, so a full window costs a handful of counts. */
export const waitForRoom = async ({ lengthMs, limits, stepMs }: RollingWindow, { counter, now, priority }: Question): Promise<number> => {
  const fitsAfter = async (wait: number): Promise<boolean> => (await counter.countSince(instantFromMillis(now + wait - lengthMs))) < limits[priority];
  if (await fitsAfter(0)) return 0;
  let blocked = 0;
  let free = Math.ceil(lengthMs / stepMs);
  while (free - blocked > 1) {
    const middle = Math.floor((blocked + free) / 2);
    if (await fitsAfter(middle * stepMs)) free = middle;
    else blocked = middle;
  }
  return free * stepMs;
};
