import { createOthersPace } from './others-pace';
import type { QuotaWindow } from './quota-window';

/**
 * How many calls of a shared quota to leave unused: what other apps may take between an answer that tells what is left and
 * the arrival of the next call.
 */
export interface OthersMargin {
  answered(answer: { window: QuotaWindow; now: number; sentAt: number; inFlight: number; isRefused: boolean }): void;
  rolled(): void;
  calls(now: number): number;
}

const KEPT_FLIGHT = 0.95;
/** Three standard deviations above the mean: of calls that come at random, more are rare. */
const DEVIATIONS = 3;
/** After a refusal some are left besides, one fewer with each window that goes without. */
const CAUTION = { step: 2, most: 10 };

export const createOthersMargin = (): OthersMargin => {
  const pace = createOthersPace();
  let flightMs = 0;
  let toldAt = 0;
  let caution = 0;
  let wasRefused = false;

  return {
    answered: ({ sentAt, ...answer }) => {
      pace.answered(answer);
      flightMs = Math.max(answer.now - sentAt, flightMs * KEPT_FLIGHT);
      toldAt = answer.now;
      if (!answer.isRefused) return;
      wasRefused = true;
      caution = Math.min(CAUTION.most, caution + CAUTION.step);
    },
    rolled: () => {
      pace.rolled();
      if (!wasRefused) caution = Math.max(0, caution - 1);
      wasRefused = false;
    },
    calls: (now) => {
      // An answer tells what was left when it was made, up to a flight ago; the next call needs about half of one to arrive.
      const expected = pace.callsPerMs() * (now - toldAt + 1.5 * flightMs);
      return caution + Math.ceil(expected + DEVIATIONS * Math.sqrt(expected));
    },
  };
};
