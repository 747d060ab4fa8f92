import { millisOfInstant } from '../../../domain/instant-arithmetic';
import { QuotaExhausted } from '../../../engine/ports/failures';
import type { TestClock } from '../../../engine/testing/create-test-clock';
import type { Pacer, Priority } from '../pacer';

export const WINDOW = 30_000;

export const rate = (left: number, resetMs: number, quota = 150): Headers =>
  new Headers({
    'X-Rate-Limit-Requests-Left': String(left),
    'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
    'X-Rate-Limit-Requests-Quota': String(quota),
    'X-Rate-Limit-Time-Window-Ms': String(WINDOW),
  });

/** Numbers in [0, 1), the same for the same seed. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Use {
  ours: number;
  others: number;
  refused: number;
}

/** A store that counts in fixed windows whoever calls it. What is refused costs nothing. */
export const createSharedStore = ({ clock, quota, phase }: { clock: TestClock; quota: number; phase: number }) => {
  const now = () => millisOfInstant(clock.now());
  const windows = new Map<number, Use>();
  const numberOf = (time: number) => Math.floor((time - phase) / WINDOW);

  const take = (who: 'ours' | 'others'): { status: number; headers: Headers } => {
    const number = numberOf(now());
    const use = windows.get(number) ?? { ours: 0, others: 0, refused: 0 };
    windows.set(number, use);
    const isOver = use.ours + use.others >= quota;
    if (!isOver) use[who] += 1;
    else if (who === 'ours') use.refused += 1;
    return { status: isOver ? 429 : 200, headers: rate(quota - use.ours - use.others, phase + (number + 1) * WINDOW - now(), quota) };
  };

  return {
    take,
    refused: () => [...windows.values()].reduce((all, { refused }) => all + refused, 0),
    /** Our part of what others left us, in windows that were ours from beginning to end. */
    share: () => {
      const whole = [...windows].toSorted(([a], [b]) => a - b).flatMap(([, use]) => (use.ours > 0 ? [use] : [])).slice(1, -1);
      const ours = whole.reduce((all, use) => all + use.ours, 0);
      return ours / whole.reduce((all, use) => all + quota - use.others, 0);
    },
  };
};
export type SharedStore = ReturnType<typeof createSharedStore>;

interface Load {
  clock: TestClock;
  pacer: Pacer;
  store: SharedStore;
  random: () => number;
  until: number;
  priority: Priority;
  /** Of the whole way there and back. */
  latencyMs?: { least: number; most: number };
}

/** Calls one after another, as fast as the pacer lets it; comes back when the pacer says. */
export const keepCalling = async ({ clock, pacer, store, random, until, priority, latencyMs: { least, most } = { least: 120, most: 380 } }: Load): Promise<void> => {
  while (millisOfInstant(clock.now()) < until) {
    try {
      const permit = await pacer.acquire(priority);
      const latency = least + random() * (most - least);
      const there = latency * (0.2 + 0.6 * random());
      await clock.sleep(there);
      const { status, headers } = store.take('ours');
      await clock.sleep(latency - there);
      permit.observe(status, headers);
      permit.release();
    } catch (error) {
      if (!(error instanceof QuotaExhausted)) throw error;
      await clock.sleep(error.waitMs);
    }
  }
};

/** Another app's calls at random moments, so many a second; `perSecond` may change as time goes on. */
export const callAtRandom = async ({ clock, store, random, until, perSecond }: Pick<Load, 'clock' | 'store' | 'random' | 'until'> & { perSecond: (now: number) => number }): Promise<void> => {
  for (let now = millisOfInstant(clock.now()); now < until; now = millisOfInstant(clock.now())) {
    const pace = perSecond(now);
    await clock.sleep(pace === 0 ? 1000 : (-Math.log(1 - random()) / pace) * 1000);
    if (pace > 0) store.take('others');
  }
};
