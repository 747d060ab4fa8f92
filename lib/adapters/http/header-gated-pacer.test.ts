import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisOfInstant } from '../../domain/instant-arithmetic';
import { QuotaExhausted } from '../../engine/ports/failures';
import { createTestClock } from '../../engine/testing/create-test-clock';
import { createHeaderGatedPacer } from './header-gated-pacer';
import { createQuickClock } from './testing/quick-clock';
import { rate, WINDOW } from './testing/shared-store';

const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  let settled = false;
  void promise.then(
    () => (settled = true),
    () => (settled = true),
  );
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
};

describe('the pace at which BigCommerce is called', () => {
  it.each(['urgent', 'ordinary'] as const)('sends a few %s calls at first, the rest once an answer has told of the quota', async (priority) => {
    const pacer = createHeaderGatedPacer({ clock: createQuickClock() });
    const first = await pacer.acquire(priority);
    for (let call = 0; call < 4; call += 1) await pacer.acquire(priority);
    const sixth = pacer.acquire(priority);
    expect(await isSettled(sixth)).toBe(false);
    first.observe(200, rate(140, 20_000));
    first.release();
    await expect(sixth).resolves.toBeDefined();
  });

  it('tells what the plan allows once an answer has told, and still in the next window', async () => {
    const clock = createQuickClock();
    const pacer = createHeaderGatedPacer({ clock });
    const permit = await pacer.acquire('ordinary');
    expect(pacer.callsPerSecond()).toBeNull();
    permit.observe(200, rate(449, 20_000, 450));
    permit.release();
    expect(pacer.callsPerSecond()).toBe(15);
    await clock.sleep(2 * WINDOW);
    expect(pacer.callsPerSecond()).toBe(15);
  });

  it('counts calls on their way against what is left', async () => {
    const pacer = createHeaderGatedPacer({ clock: createQuickClock() });
    const first = await pacer.acquire('urgent');
    first.observe(200, rate(2, 20_000));
    first.release();
    await pacer.acquire('urgent');
    await pacer.acquire('urgent');
    expect(await isSettled(pacer.acquire('urgent'))).toBe(false);
  });

  it('keeps a share for urgent calls, which comes free until the window ends', async () => {
    const clock = createQuickClock();
    const pacer = createHeaderGatedPacer({ clock, reserve: 1 });
    const first = await pacer.acquire('ordinary');
    first.observe(200, rate(9, 29_000, 10));
    first.release();
    // Nine of ten are kept while 27 seconds or more are left.
    await expect(pacer.acquire('ordinary')).resolves.toBeDefined();
    expect(clock.slept).toEqual([2000, 10]);
    await expect(pacer.acquire('urgent')).resolves.toBeDefined();
    expect(clock.slept).toHaveLength(2);
  });

  it('refuses an ordinary call that would have to wait long for what is kept', async () => {
    const pacer = createHeaderGatedPacer({ clock: createQuickClock() });
    const first = await pacer.acquire('ordinary');
    first.observe(200, rate(3, 20_000));
    first.release();
    await expect(pacer.acquire('ordinary')).rejects.toMatchObject({ waitMs: 14_000 });
  });

  it('lets an urgent call pass those that wait for their turn', async () => {
    const clock = createTestClock();
    const pacer = createHeaderGatedPacer({ clock });
    const first = await pacer.acquire('ordinary');
    first.observe(200, rate(9, 20_000));
    first.release();
    const ordinary = pacer.acquire('ordinary');
    expect(await isSettled(ordinary)).toBe(false);
    await expect(pacer.acquire('urgent')).resolves.toBeDefined();
    expect(await isSettled(ordinary)).toBe(false);
  });

  it('leaves some unused for what another app was seen to take', async () => {
    const clock = createQuickClock();
    const pacer = createHeaderGatedPacer({ clock });
    const ask = async (left: number, resetMs: number) => {
      const permit = await pacer.acquire('urgent');
      clock.advance(300);
      permit.observe(200, rate(left, resetMs));
      permit.release();
    };
    await ask(149, 30_000);
    await ask(4, 15_000);
    // Some 140 calls in half a window were not ours: by now the four are gone.
    await expect(pacer.acquire('urgent')).rejects.toThrow(QuotaExhausted);
  });

  it('refuses rather than wait long, and waits when the window is about to end', async () => {
    const clock = createQuickClock();
    const pacer = createHeaderGatedPacer({ clock });
    const first = await pacer.acquire('urgent');
    first.observe(200, rate(0, 20_000));
    first.release();
    await expect(pacer.acquire('urgent')).rejects.toMatchObject({ side: 'bigcommerce', waitMs: 20_040 });
    clock.advance(17_040);
    await expect(pacer.acquire('urgent')).resolves.toBeDefined();
    expect(clock.slept).toEqual([3000]);
  });

  it('pays no heed to a late answer of the window before', async () => {
    const clock = createQuickClock();
    const pacer = createHeaderGatedPacer({ clock });
    const [late, other] = [await pacer.acquire('urgent'), await pacer.acquire('urgent')];
    other.observe(200, rate(100, 1000));
    other.release();
    clock.advance(1100);
    const fresh = await pacer.acquire('urgent');
    fresh.observe(200, rate(149, 29_900));
    fresh.release();
    late.observe(200, rate(0, 10));
    late.release();
    await expect(pacer.acquire('urgent')).resolves.toBeDefined();
  });

  it.each<[string, Headers, number]>([
    ['until the window ends', rate(0, 12_000), 12_040],
    ['for as long as it says beside that', new Headers([...rate(0, 2000), ['X-Retry-After', '20']]), 20_040],
    ['ten seconds where it says nothing', new Headers(), 10_000],
    ['for as long as it says', new Headers({ 'X-Retry-After': '45' }), 45_000],
  ])('closes after a 429 %s', async (_name, headers, ms) => {
    const pacer = createHeaderGatedPacer({ clock: createQuickClock() });
    const permit = await pacer.acquire('urgent');
    permit.observe(429, headers);
    permit.release();
    expect(pacer.closedForMs()).toBe(ms);
    await expect(pacer.acquire('urgent')).rejects.toMatchObject({ waitMs: ms });
  });

  it('stays away longer each time the platform is overloaded', async () => {
    const clock = createQuickClock();
    const pacer = createHeaderGatedPacer({ clock });
    const pauses: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      const permit = await pacer.acquire('urgent');
      permit.observe(429, new Headers());
      permit.release();
      pauses.push(pacer.closedForMs());
      clock.advance(pacer.closedForMs());
    }
    expect(pauses).toEqual([10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
  });
});

/** A store with a fixed window, which others use too. */
const createStore = (quota: number, phase: number) => {
  const used = new Map<number, number>();
  const windowOf = (now: number) => Math.floor((now - phase) / WINDOW);
  const take = (now: number, calls = 1) => {
    const window = windowOf(now);
    used.set(window, (used.get(window) ?? 0) + calls);
    return { isOver: (used.get(window) ?? 0) > quota, headers: rate(Math.max(0, quota - (used.get(window) ?? 0)), phase + (window + 1) * WINDOW - now, quota) };
  };
  return { take, used };
};

describe('a store with a fixed window', () => {
  it('never sees more than its quota from us, however slow the answers', async () => {
    const latency = fc.integer({ min: 20, max: 900 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 0, max: WINDOW - 1 }), fc.array(latency, { minLength: 30, maxLength: 120 }), async (quota, phase, latencies) => {
        const clock = createTestClock();
        const now = () => millisOfInstant(clock.now());
        const store = createStore(quota, phase);
        const pacer = createHeaderGatedPacer({ clock, probes: 3, maxWaitMs: 40_000 });
        let refused = 0;
        let served = 0;
        const call = async (ms: number) => {
          const permit = await pacer.acquire('urgent');
          await clock.sleep(ms / 2);
          const { isOver, headers } = store.take(now());
          await clock.sleep(ms / 2);
          permit.observe(isOver ? 429 : 200, headers);
          permit.release();
          if (isOver) refused += 1;
          else served += 1;
        };
        const all = Promise.all(latencies.map(call));
        await clock.advance((latencies.length / quota + 3) * 2 * WINDOW);
        await all;
        expect(refused).toBe(0);
        expect(served).toBe(latencies.length);
      }),
      { numRuns: 40 },
    );
  });
});
