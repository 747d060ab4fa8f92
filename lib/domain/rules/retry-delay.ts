const FIRST = 15_000;
const LONGEST = 15 * 60_000;
const MOST_ATTEMPTS = 8;

/**
 * Milliseconds until the next attempt after so many failed ones, or `null`: give up and ask a person. Half of the delay is
 * random (in [0, 1)), so that many stores do not come back in step after an outage.
 */
export const retryDelay = (failedAttempts: number, random: number): number | null => {
  if (failedAttempts >= MOST_ATTEMPTS) return null;
  const full = Math.min(LONGEST, FIRST * 2 ** Math.max(0, failedAttempts - 1));
  return Math.round(full / 2 + (full / 2) * random);
};
