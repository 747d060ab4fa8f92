import { setTimeout as sleep } from 'node:timers/promises';
import { instantFromDate } from './domain/instant-arithmetic';
import type { Clock } from './engine/ports/clock';

export const systemClock: Clock = {
  now: () => instantFromDate(new Date()),
  // A process that wants to end does not wait for a renewal that is seconds away.
  sleep: (ms) => sleep(ms, undefined, { ref: ms < 1000 }),
};
