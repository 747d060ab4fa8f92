import type { Instant } from '../../domain/instant';
import { instantFromMillis, millisOfInstant } from '../../domain/instant-arithmetic';
import type { CallCounter } from './rolling-window';

/** Calls are kept per minute: a row for each would be 5,000 a day and shop. */
const GRAIN_MS = 60_000;

const KEEP_MS = 25 * 60 * GRAIN_MS;

const countFrom = (times: readonly number[], from: number): number => {
  let count = 0;
  for (let index = times.length - 1; index >= 0 && (times[index] ?? 0) >= from; index -= 1) count += 1;
  return count;
};

/**
 * Counts this process's calls to the millisecond, and other processes' by the minute they are kept in: counted by the
 * minute alone, a burst would close a rolling minute for up to two.
 */
export const withOwnCallTimes = (kept: CallCounter): CallCounter => {
  let own: number[] = [];
  return {
    add: async (at: Instant) => {
      const millis = millisOfInstant(at);
      if ((own[0] ?? millis) < millis - KEEP_MS) own = own.filter((time) => time >= millis - KEEP_MS);
      own.push(millis);
      await kept.add(at);
    },
    countSince: async (since: Instant) => {
      const from = millisOfInstant(since);
      const minute = from - (from % GRAIN_MS);
      const others = (await kept.countSince(instantFromMillis(minute))) - countFrom(own, minute);
      return countFrom(own, from) + Math.max(0, others);
    },
  };
};
