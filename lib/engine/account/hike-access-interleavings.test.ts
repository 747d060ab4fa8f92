import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccessLost, TransientFailure } from '../ports/failures';
import { createAccessBench as setUp } from './testing/create-access-bench';

describe('in every interleaving', () => {
  it('of one process, a renewal happens once and everybody gets its token', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (scheduler, askers) => {
        const { newProcess, hike, wire } = await setUp();
        wire.refresh = (token) => scheduler.schedule(Promise.resolve(), 'sent').then(() => scheduler.schedule(hike.refresh(token), 'answered'));
        const process = newProcess();
        const asked = askers.map((starts) => (starts ? scheduler.schedule(Promise.resolve()).then(() => process.renew('access-1')) : process.renew('access-1')));
        expect(await scheduler.waitFor(Promise.all(asked))).toEqual(askers.map(() => 'access-2'));
        expect(hike.calls()).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('of two processes, a renewal happens once, and the other waits for it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }), async (scheduler, askers) => {
        const { newProcess, hike, wire, connection, clock: still } = await setUp();
        wire.refresh = (token) => scheduler.schedule(Promise.resolve(), 'sent').then(() => scheduler.schedule(hike.refresh(token), 'answered'));
        const clock = { ...still, sleep: () => scheduler.schedule(Promise.resolve(), 'slept') };
        const [first, second] = [newProcess({ clock }), newProcess({ clock })];
        const asked = askers.map((isSecond) => (isSecond ? second : first).renew('access-1').catch((error: unknown) => error));
        const answers = await scheduler.waitFor(Promise.all(asked));
        // Who waited too long tries again later; nobody is sent to the merchant, or handed the token before.
        for (const got of answers) expect(got instanceof TransientFailure || got === 'access-2').toBe(true);
        expect(hike.calls()).toBe(1);
        expect(await connection()).toMatchObject({ state: 'connected', trouble: null, tokens: { refreshToken: hike.current() } });
      }),
      { numRuns: 200 },
    );
  });

  it('with answers lost at any time, the connection works or says that it does not', async () => {
    const step = fc.record({ losesAnswer: fc.boolean(), hours: fc.integer({ min: 1, max: 60 }), got401: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { newProcess, hike, wire, clock, connection } = await setUp();
        const process = newProcess();
        for (const { losesAnswer, hours, got401 } of steps) {
          wire.refresh = (token) => hike.refresh(token, { losesAnswer });
          await clock.advance(hours * 60 * 60_000);
          const stored = await connection();
          const call = got401 ? process.renew(stored?.tokens.accessToken ?? '') : process.token();
          const got = await call.catch((error: unknown) => error);
          const after = await connection();
          if (typeof got === 'string') expect(hike.isLive(got)).toBe(true);
          else if (got instanceof AccessLost) expect(after).toMatchObject({ state: 'reconnect', trouble: expect.any(String) as string });
          else expect(got).toBeInstanceOf(TransientFailure);
        }
      }),
      { numRuns: 200 },
    );
  });
});
