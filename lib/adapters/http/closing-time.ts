import type { RateHeaders } from './rate-headers';

const OVERLOAD_MS = 10_000;
const LONGEST_OVERLOAD_MS = 120_000;
/** The reset is stated in whole milliseconds and seen through the network, so a new window is entered a little late. */
export const AFTER_RESET_MS = 40;

/** For how long to send nothing after this answer; `overloads` counts the 429s without headers just before it. */
export const closingTime = (status: number, { rate, retryAfterMs }: { rate: RateHeaders | null; retryAfterMs: number | null }, overloads: number): number => {
  if (status !== 429) return retryAfterMs ?? 0;
  if (rate) return Math.max(rate.resetMs, retryAfterMs ?? 0) + AFTER_RESET_MS;
  // Without headers the platform is overloaded, not our quota used up (reference: bigcommerce 5.1): ever longer pauses.
  return Math.max(Math.min(OVERLOAD_MS * 2 ** overloads, LONGEST_OVERLOAD_MS), retryAfterMs ?? 0);
};
