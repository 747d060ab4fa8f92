import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromMillis, millisOfInstant } from '../../domain/instant-arithmetic';
import { QuotaExhausted } from '../../engine/ports/failures';
import { createRollingPacer } from './rolling-pacer';
import type { CallCounter } from './rolling-window';
import { createQuickClock } from './testing/quick-clock';

const MINUTE = 60_000;

/** As the database keeps them: by the minute. */
const counterPerMinute = (): CallCounter & { times: number[] } => {
  const times: number[] = [];
  const minuteOf = (at: number) => at - (at % MINUTE);
  return {
    times,
    add: (at) => {
      times.push(millisOfInstant(at));
      return Promise.resolve();
    },
    countSince: (since) => Promise.resolve(times.filter((time) => minuteOf(time) >= minuteOf(millisOfInstant(since))).length),
  };
};

const mostIn = (times: readonly number[], length: number): number => Math.max(0, ...times.map((end) => times.filter((time) => time > end - length && time <= end).length));

describe('the pace at which Hike is called', () => {
  it('lets 55 ordinary calls a minute through, and 58 urgent ones', async () => {
    const pacer = createRollingPacer({ clock: createQuickClock(), counter: counterPerMinute() });
    for (let call = 0; call < 55; call += 1) await pacer.acquire('ordinary');
    await expect(pacer.acquire('ordinary')).rejects.toThrow(QuotaExhausted);
    for (let call = 0; call < 3; call += 1) await pacer.acquire('urgent');
    await expect(pacer.acquire('urgent')).rejects.toMatchObject({ side: 'hike', waitMs: 60_000 });
  });

  it('goes on a minute after a burst, not two', async () => {
    const clock = createQuickClock(Date.UTC(2026, 0, 15, 3, 20, 1));
    const pacer = createRollingPacer({ clock, counter: counterPerMinute() });
    for (let call = 0; call < 55; call += 1) await pacer.acquire('ordinary');
    clock.advance(60_001);
    await expect(pacer.acquire('ordinary')).resolves.toBeDefined();
  });

  it('waits by itself when the wait is short', async () => {
    const clock = createQuickClock();
    const pacer = createRollingPacer({ clock, counter: counterPerMinute() });
    for (let call = 0; call < 55; call += 1) await pacer.acquire('ordinary');
    clock.advance(58_500);
    await pacer.acquire('ordinary');
    expect(clock.slept.reduce((all, ms) => all + ms, 0)).toBeLessThanOrEqual(3000);
  });

  it('counts what other processes called', async () => {
    const clock = createQuickClock();
    const counter = counterPerMinute();
    for (let call = 0; call < 50; call += 1) await counter.add(clock.now());
    const pacer = createRollingPacer({ clock, counter });
    for (let call = 0; call < 5; call += 1) await pacer.acquire('ordinary');
    await expect(pacer.acquire('ordinary')).rejects.toThrow(QuotaExhausted);
  });

  it('stops at 4,500 ordinary calls a day, in steps of a quarter of an hour', async () => {
    const clock = createQuickClock();
    const counter = counterPerMinute();
    const start = millisOfInstant(clock.now());
    for (let call = 0; call < 4500; call += 1) await counter.add(instantFromMillis(start + call * 10_000));
    clock.advance(4500 * 10_000 + 2 * MINUTE);
    const pacer = createRollingPacer({ clock, counter });
    const failure = await pacer.acquire('ordinary').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(QuotaExhausted);
    // The first calls are a day old after 11 hours and 29 minutes.
    expect((failure as QuotaExhausted).waitMs).toBe(46 * 15 * MINUTE);
    await expect(pacer.acquire('urgent')).resolves.toBeDefined();
  });

  it.each([
    ['Minute', 61_000],
    ['Daily', 15 * MINUTE],
    [null, 61_000],
  ])('closes after a 429 that says %s', async (problem, ms) => {
    const pacer = createRollingPacer({ clock: createQuickClock(), counter: counterPerMinute() });
    const permit = await pacer.acquire('ordinary');
    permit.observe(429, new Headers(problem === null ? {} : { 'X-Rate-Limit-Problem': problem }));
    expect(pacer.closedForMs()).toBe(ms);
    await expect(pacer.acquire('urgent')).rejects.toMatchObject({ waitMs: ms });
  });

  it.each([200, 404, 503])('stays open after a %i', async (status) => {
    const pacer = createRollingPacer({ clock: createQuickClock(), counter: counterPerMinute() });
    (await pacer.acquire('ordinary')).observe(status, new Headers({ 'X-Rate-Limit-Problem': 'Daily' }));
    expect(pacer.closedForMs()).toBe(0);
  });

  it('waits for as long as it may, and no longer', async () => {
    const windows = [{ lengthMs: 3000, limits: { ordinary: 1, urgent: 1 }, stepMs: 1000 }];
    const [patient, hasty] = [3000, 2999].map((maxWaitMs) => createRollingPacer({ clock: createQuickClock(), counter: counterPerMinute(), windows, maxWaitMs }));
    for (const pacer of [patient, hasty]) await pacer?.acquire('ordinary');
    await expect(patient?.acquire('ordinary')).resolves.toBeDefined();
    await expect(hasty?.acquire('ordinary')).rejects.toMatchObject({ waitMs: 3000 });
  });

  it('never exceeds a limit in any stretch of time, whoever calls', async () => {
    const windows = [
      { lengthMs: 2 * MINUTE, limits: { ordinary: 4, urgent: 6 }, stepMs: 1000 },
      { lengthMs: 20 * MINUTE, limits: { ordinary: 9, urgent: 12 }, stepMs: MINUTE },
    ];
    const step = fc.record({ pause: fc.integer({ min: 0, max: 90_000 }), urgent: fc.boolean(), process: fc.integer({ min: 0, max: 1 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: MINUTE }), async (steps, offset) => {
        const clock = createQuickClock(Date.UTC(2026, 0, 15, 3, 20) + offset);
        const counter = counterPerMinute();
        const pacers = [0, 1].map(() => createRollingPacer({ clock, counter, windows }));
        for (const { pause, urgent, process } of steps) {
          clock.advance(pause);
          await pacers[process]?.acquire(urgent ? 'urgent' : 'ordinary').catch(() => undefined);
        }
        for (const { lengthMs, limits } of windows) expect(mostIn(counter.times, lengthMs)).toBeLessThanOrEqual(limits.urgent);
      }),
    );
  });
});
