import { AFTER_RESET_MS } from './closing-time';
import { learnWindow, type QuotaWindow, unknownWindow, windowAfter } from './quota-window';
import type { RateHeaders } from './rate-headers';

export interface WindowTrack {
  /** The window of this moment, as far as answers have told. */
  current(): QuotaWindow;
  /** False for a late answer of an earlier window. */
  learn(rate: RateHeaders, sentIn: number): boolean;
}

/** Windows follow each other by the clock, and by what answers say; `onRoll` hears of each new one. */
export const createWindowTrack = (now: () => number, onRoll: () => void): WindowTrack => {
  let window = unknownWindow(now());

  const enter = (next: QuotaWindow): void => {
    if (next.number !== window.number) onRoll();
    window = next;
  };

  const current = (): QuotaWindow => {
    if (now() >= window.resetAt + AFTER_RESET_MS) enter(windowAfter(window, now()));
    return window;
  };

  return {
    current,
    learn: (rate, sentIn) => {
      const before = current();
      const learnt = learnWindow(before, rate, { now: now(), sentIn });
      enter(learnt);
      return learnt !== before;
    },
  };
};
