import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccessLost, TransientFailure, UnknownOutcome } from '../ports/failures';
import type { HikeTokens } from '../ports/oauth';
import { sampleConnection, sampleStore } from '../testing/batteries/sample-records';
import { createHikeAccess, type HikeAccessDeps } from './hike-access';
import { DAY_MS, createRotatingHike } from './testing/create-rotating-hike';
import { STORE, createTestAccount } from './testing/create-test-account';

type Refresh = (refreshToken: string) => Promise<HikeTokens>;

const setUp = async () => {
  const test = createTestAccount();
  const { deps, database, clock } = test;
  const hike = createRotatingHike(() => clock.now());
  const wire: { refresh: Refresh } = { refresh: (token) => hike.refresh(token) };
  await database.tables.stores.save(sampleStore(STORE));
  await database.tables.connections.save(sampleConnection(STORE, { tokens: hike.issue() }));
  const connection = () => database.tables.connections.find(STORE);
  /** What one process has: its own memory of flights, the same database. */
  const newProcess = (rest: Partial<HikeAccessDeps> = {}) => createHikeAccess({ ...deps, ...rest, hikeOAuth: { ...deps.hikeOAuth, refresh: (token) => wire.refresh(token) } })(STORE);
  return { ...test, hike, wire, connection, newProcess };
};

describe('access to Hike', () => {
  it('uses the token at hand while more than a tenth of its life is left', async () => {
    const { newProcess, hike, clock } = await setUp();
    await clock.advance(6 * DAY_MS);
    expect(await newProcess().token()).toBe('access-1');
    expect(hike.calls()).toBe(0);
  });

  it('renews before the token ends, and keeps both new tokens before it uses one', async () => {
    const { newProcess, connection, clock } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    expect(await newProcess().token()).toBe('access-2');
    expect(await connection()).toMatchObject({ tokens: { accessToken: 'access-2', refreshToken: 'refresh-2', obtainedAt: clock.now() } });
  });

  it('renews once for all who ask at the same time, whether early or after a 401', async () => {
    const { newProcess, hike, clock } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    const process = newProcess();
    expect(await Promise.all([process.token(), process.renew('access-1'), process.token(), process.renew('access-1')])).toEqual(Array(4).fill('access-2'));
    expect(hike.calls()).toBe(1);
  });

  it('does not renew what another process renewed already', async () => {
    const { newProcess, hike } = await setUp();
    const [a, b] = [newProcess(), newProcess()];
    expect(await a.renew('access-1')).toBe('access-2');
    expect(await b.renew('access-1')).toBe('access-2');
    expect(hike.calls()).toBe(1);
  });

  it('goes on with the old token when the answer of an early renewal is lost, and rests before the next try', async () => {
    const { newProcess, hike, wire, clock, connection } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = (token) => hike.refresh(token, { losesAnswer: true });
    const process = newProcess();
    expect(await process.token()).toBe('access-1');
    expect(await process.token()).toBe('access-1');
    expect(hike.calls()).toBe(1);
    expect(await connection()).toMatchObject({ state: 'connected', trouble: null });
  });

  it('tries again after the rest when Hike could not be reached', async () => {
    const { newProcess, hike, wire, clock } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = () => Promise.reject(new TransientFailure('unreachable'));
    const process = newProcess();
    expect(await process.token()).toBe('access-1');
    wire.refresh = (token) => hike.refresh(token);
    await clock.advance(60_000);
    expect(await process.token()).toBe('access-2');
  });

  it('warns when Hike refuses to renew, and works as long as the token lives; then it asks to connect again', async () => {
    const { newProcess, hike, wire, clock, connection } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = (token) => hike.refresh(token, { losesAnswer: true });
    const process = newProcess();
    await process.token();
    wire.refresh = (token) => hike.refresh(token);
    await clock.advance(60_000);
    expect(await process.token()).toBe('access-1');
    expect(await connection()).toMatchObject({ state: 'connected', trouble: expect.stringContaining('no longer renews') as string });
    await clock.advance(DAY_MS);
    await expect(process.token()).rejects.toBeInstanceOf(AccessLost);
    expect(await connection()).toMatchObject({ state: 'reconnect', trouble: expect.stringContaining('no longer accepts') as string, fingerprint: 'f1' });
  });

  it('asks to connect again when the token is dead and cannot be renewed, and then calls Hike no more', async () => {
    const { newProcess, hike, connection } = await setUp();
    hike.revoke();
    const process = newProcess();
    await expect(process.renew('access-1')).rejects.toBeInstanceOf(AccessLost);
    expect(await connection()).toMatchObject({ state: 'reconnect' });
    await expect(process.token()).rejects.toBeInstanceOf(AccessLost);
    expect(hike.calls()).toBe(1);
  });

  it('never passes off a lost answer of its own as one of the caller’s write', async () => {
    const { newProcess, wire } = await setUp();
    wire.refresh = () => Promise.reject(new UnknownOutcome('cut'));
    await expect(newProcess().renew('access-1')).rejects.toBeInstanceOf(TransientFailure);
  });

  it('takes the tokens of a merchant who connected anew meanwhile', async () => {
    const { newProcess, wire, database } = await setUp();
    const anew: HikeTokens = { accessToken: 'anew', refreshToken: 'anew', obtainedAt: '2026-01-15T03:20:00.000Z', expiresAt: '2026-01-22T03:20:00.000Z' } as HikeTokens;
    wire.refresh = async () => {
      await database.tables.connections.save(sampleConnection(STORE, { tokens: anew }));
      throw new AccessLost('hike');
    };
    expect(await newProcess().renew('access-1')).toBe('anew');
  });

  it('keeps renewed tokens in mind when the database does not take them', async () => {
    const { newProcess, database, hike, connection } = await setUp();
    const save = database.tables.connections.saveTokens;
    let isDown = true;
    database.tables.connections.saveTokens = (...args) => (isDown ? Promise.reject(new Error('database down')) : save(...args));
    const process = newProcess();
    await expect(process.renew('access-1')).rejects.toThrow('database down');
    isDown = false;
    expect(await process.renew('access-1')).toBe('access-2');
    expect(hike.calls()).toBe(1);
    expect(await connection()).toMatchObject({ tokens: { refreshToken: 'refresh-2' } });
  });

  it('leaves a renewal to the process that began it, works on while its own token lives, and takes over from one that has stopped', async () => {
    const { newProcess, hike, wire, clock, connection } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = () => new Promise(() => undefined);
    void newProcess().token();
    await clock.advance(0);
    wire.refresh = (token) => hike.refresh(token);
    expect(await newProcess().token()).toBe('access-1');
    const waiting = newProcess().renew('access-1').catch((error: unknown) => error);
    await clock.advance(10_000);
    expect(await waiting).toBeInstanceOf(TransientFailure);
    expect(hike.calls()).toBe(0);
    await clock.advance(45_000);
    expect(await newProcess().renew('access-1')).toBe('access-2');
    expect(await connection()).toMatchObject({ state: 'connected', tokens: { refreshToken: 'refresh-2' } });
  });

  it('is lost without a connection', async () => {
    const { newProcess, database } = await setUp();
    await database.tables.connections.delete(STORE);
    await expect(newProcess().token()).rejects.toBeInstanceOf(AccessLost);
  });
});

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
