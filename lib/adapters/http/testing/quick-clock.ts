import { instantFromMillis } from '../../../domain/instant-arithmetic';
import type { Clock } from '../../../engine/ports/clock';

export interface QuickClock extends Clock {
  /** How long each sleep was to be. */
  slept: number[];
  advance(ms: number): void;
}

/** Sleeps take no time: they move the clock on at once. */
export const createQuickClock = (start = Date.UTC(2026, 0, 15, 3, 20)): QuickClock => {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => instantFromMillis(now),
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    advance: (ms) => {
      now += ms;
    },
  };
};
