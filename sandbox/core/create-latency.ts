import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Latency } from './contract.ts';
import { createSeededRandom } from './seeded-random.ts';

/** The time that a call takes, in milliseconds of the sandbox's clock. */
export interface LatencyRange {
  min: number;
  max: number;
}

export function createLatency(clock: Clock, range: LatencyRange | undefined): Latency {
  const random = createSeededRandom(1);
  return {
    async wait() {
      if (range === undefined) return;
      await sleep((range.min + random.next() * (range.max - range.min)) / (clock.scale?.() ?? 1));
    },
  };
}
