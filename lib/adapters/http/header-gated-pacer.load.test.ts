import { describe, expect, it } from 'vitest';
import { millisOfInstant } from '../../domain/instant-arithmetic';
import { createTestClock } from '../../engine/testing/create-test-clock';
import { createHeaderGatedPacer } from './header-gated-pacer';
import type { Priority } from './pacer';
import { callAtRandom, createSharedStore, keepCalling, seededRandom, WINDOW } from './testing/shared-store';

interface Setting {
  seed: number;
  callers: number;
  priority?: Priority;
  quota?: number;
  windows?: number;
  latencyMs?: { least: number; most: number };
  /** Another app's calls a second. */
  others?: (random: () => number) => (now: number) => number;
}

const loaded = async ({ seed, callers, priority = 'ordinary', quota = 150, windows = 8, latencyMs, others }: Setting) => {
  const random = seededRandom(seed);
  const clock = createTestClock();
  // Others were there before us, and go on all the while.
  const until = millisOfInstant(clock.now()) + (windows + 1) * WINDOW;
  const store = createSharedStore({ clock, quota, phase: Math.floor(random() * WINDOW) });
  const beside = others && callAtRandom({ clock, store, random, until, perSecond: others(random) });
  await clock.advance(WINDOW);
  const pacer = createHeaderGatedPacer({ clock });
  const ours = Array.from({ length: callers }, () => keepCalling({ clock, pacer, store, random, until, priority, ...(latencyMs && { latencyMs }) }));
  await clock.advance((windows + 2) * WINDOW);
  await Promise.all([...ours, beside]);
  return { share: store.share(), refused: store.refused() };
};

const SEEDS = [1, 2, 3, 4, 5, 6];

/** A share of 150 calls that changes every half minute. */
const randomShare = (least: number, most: number) => (random: () => number) => {
  const shares = new Map<number, number>();
  return (now: number) => {
    const window = Math.floor(now / WINDOW);
    const share = shares.get(window) ?? least + random() * (most - least);
    shares.set(window, share);
    return (share * 150) / (WINDOW / 1000);
  };
};

const GOOD = { share: expect.toSatisfy((share: number) => share >= 0.95, 'at least 95 %') as unknown, refused: 0 };

describe('a long run at the store’s limit uses 95 % or more of it without one refusal', () => {
  it.each(SEEDS)('alone, ten calls side by side (seed %i)', async (seed) => {
    expect(await loaded({ seed, callers: 10 })).toEqual(GOOD);
  });

  it.each(SEEDS)('alone, forty calls side by side, some of them slow (seed %i)', async (seed) => {
    expect(await loaded({ seed, callers: 40, latencyMs: { least: 100, most: 2500 } })).toEqual(GOOD);
  });

  it.each(SEEDS)('with all calls urgent, on the larger plan (seed %i)', async (seed) => {
    expect(await loaded({ seed, callers: 30, priority: 'urgent', quota: 450, windows: 5 })).toEqual(GOOD);
  });

  it.each(SEEDS)('beside another app with a random share of 5 to 60 % (seed %i)', async (seed) => {
    expect(await loaded({ seed, callers: 10, others: randomShare(0.05, 0.6) })).toEqual(GOOD);
  });

  it.each(SEEDS)('beside another app, with forty calls side by side (seed %i)', async (seed) => {
    expect(await loaded({ seed, callers: 40, others: randomShare(0.05, 0.6) })).toEqual(GOOD);
  });

  it.each(SEEDS)('beside another app that takes a steady third, with urgent calls (seed %i)', async (seed) => {
    expect(await loaded({ seed, callers: 10, priority: 'urgent', others: () => () => 1.7 })).toEqual(GOOD);
  });
});

describe('an app that nobody could foresee', () => {
  it.each(SEEDS)('costs few refusals, after which it is reckoned with (seed %i)', async (seed) => {
    const others = () => {
      let calls = 0;
      return () => (calls++ < 3 ? 0 : 3);
    };
    const { refused, share } = await loaded({ seed, callers: 10, others, windows: 10 });
    expect(refused).toBeLessThanOrEqual(2);
    expect(share).toBeGreaterThan(0.95);
  });
});
