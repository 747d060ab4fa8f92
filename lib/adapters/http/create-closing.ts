import { closingTime } from './closing-time';
import type { RateHeaders } from './rate-headers';

export interface Closing {
  answered(status: number, stated: { rate: RateHeaders | null; retryAfterMs: number | null }): void;
  /** Nothing may be sent before this moment. */
  until(): number;
}

/** When the other side has had enough of us, and for how long. */
export const createClosing = (now: () => number): Closing => {
  let until = 0;
  let overloads = 0;
  return {
    answered: (status, stated) => {
      until = Math.max(until, now() + closingTime(status, stated, overloads));
      overloads = status === 429 && !stated.rate ? overloads + 1 : 0;
    },
    until: () => until,
  };
};
