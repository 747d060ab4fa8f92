import { retryDelay } from '../retry-delay';

/**
 * `passing`: nothing happened, or what happened is looked up first, and later may be better. `unexpected`: a fault of ours,
 * of the database, or of the record; it may have been a hiccup. `final`: understood and refused, or not what the contract
 * promises: the same again would end the same.
 */
export type FailureKind = 'passing' | 'unexpected' | 'final';

/** Attempts at one record before a person is asked. Those that failed because a whole side was down do not count. */
const MOST_ATTEMPTS: Record<FailureKind, number> = { passing: 8, unexpected: 3, final: 1 };

/** Milliseconds until the next try after so many failed ones, at least `leastMs`; `null`: a person decides. */
export const nextTry = (kind: FailureKind, { failed, random, leastMs }: { failed: number; random: number; leastMs: number }): number | null => {
  if (failed >= MOST_ATTEMPTS[kind]) return null;
  const delay = retryDelay(failed, random);
  return delay === null ? null : Math.max(delay, leastMs);
};
