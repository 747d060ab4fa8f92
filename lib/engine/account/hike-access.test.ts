import { describe, expect, it } from 'vitest';
import { AccessLost, TransientFailure, UnknownOutcome } from '../ports/failures';
import type { HikeTokens } from '../ports/oauth';
import { sampleConnection } from '../testing/batteries/sample-records';
import { createAccessBench as setUp } from './testing/create-access-bench';
import { DAY_MS } from './testing/create-rotating-hike';
import { STORE } from './testing/create-test-account';

describe('access to Hike', () => {
  it('uses the token at hand while more than a tenth of its life is left', async () => {
    const { newProcess, hike, clock } = await setUp();
    await clock.advance(6 * DAY_MS);
    expect(await newProcess().token()).toBe('access-1');
    expect(hike.calls()).toBe(0);
  });

  it('renews once less than a tenth of its life is left', async () => {
    const { newProcess, clock } = await setUp();
    await clock.advance(6.3 * DAY_MS);
    expect(await newProcess().token()).toBe('access-1');
    await clock.advance(1);
    expect(await newProcess().token()).toBe('access-2');
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

  it('renews once for all parts of a process that ask for their own access', async () => {
    const { accessOf, hike } = await setUp();
    const access = accessOf();
    expect(await Promise.all([access(STORE).renew('access-1'), access(STORE).renew('access-1')])).toEqual(['access-2', 'access-2']);
    expect(hike.calls()).toBe(1);
  });

  it('renews again for who got a 401 while an early renewal failed', async () => {
    const { newProcess, hike, wire, clock } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    let fail = (_error: Error): void => undefined;
    wire.refresh = () => new Promise((_resolve, reject) => (fail = reject));
    const process = newProcess();
    const early = process.token();
    await clock.advance(0);
    const renewed = process.renew('access-1');
    wire.refresh = (token) => hike.refresh(token);
    fail(new TransientFailure('unreachable'));
    expect(await Promise.all([early, renewed])).toEqual(['access-1', 'access-2']);
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

  it.each<[string, Error, number]>([
    ['a minute after Hike could not be reached', new TransientFailure('unreachable'), 60_000],
    ['a minute after its answer was lost', new UnknownOutcome('cut'), 60_000],
    ['half an hour after Hike refused', new AccessLost('hike'), 30 * 60_000],
  ])('tries again %s, and not before', async (_, failure, restMs) => {
    const { newProcess, wire, clock } = await setUp();
    let tries = 0;
    wire.refresh = () => {
      tries += 1;
      return Promise.reject(failure);
    };
    await clock.advance(6.5 * DAY_MS);
    const process = newProcess();
    await process.token();
    await clock.advance(restMs - 1);
    await process.token();
    expect(tries).toBe(1);
    await clock.advance(1);
    await process.token();
    expect(tries).toBe(2);
  });

  it('does not rest with a token that has ended', async () => {
    const { newProcess, hike, wire, clock } = await setUp();
    await clock.advance(7 * DAY_MS - 30_000);
    wire.refresh = () => Promise.reject(new TransientFailure('unreachable'));
    const process = newProcess();
    expect(await process.token()).toBe('access-1');
    wire.refresh = (token) => hike.refresh(token);
    await clock.advance(30_000);
    expect(await process.token()).toBe('access-2');
  });

  it('has another process try at once where nothing happened', async () => {
    const { newProcess, hike, wire, clock, logged } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = () => Promise.reject(new TransientFailure('unreachable'));
    await newProcess().token();
    expect(logged).toEqual(['the Hike token could not be renewed']);
    wire.refresh = (token) => hike.refresh(token);
    expect(await newProcess().token()).toBe('access-2');
  });

  it('has no other process try for a while where the answer was lost', async () => {
    const { newProcess, hike, wire, clock } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = () => Promise.reject(new UnknownOutcome('cut'));
    await newProcess().token();
    wire.refresh = (token) => hike.refresh(token);
    await clock.advance(44_999);
    expect([await newProcess().token(), hike.calls()]).toEqual(['access-1', 0]);
    await clock.advance(1);
    expect(await newProcess().token()).toBe('access-2');
  });

  it('says when the token ends that Hike no longer renews', async () => {
    const { newProcess, wire, clock, connection } = await setUp();
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = () => Promise.reject(new AccessLost('hike'));
    await newProcess().token();
    const { tokens, trouble } = (await connection())!;
    expect(trouble).toBe(`Hike no longer renews our access: it ends on ${tokens.expiresAt.slice(0, 10)} at ${tokens.expiresAt.slice(11, 16)} UTC. Connect again before; every setting is kept.`);
  });

  it('says nothing of the kind where the merchant connected anew meanwhile, and is lost where they took Hike away', async () => {
    const { newProcess, wire, clock, database, connection, hike } = await setUp();
    const anew = { ...hike.issue(), accessToken: 'anew', refreshToken: 'anew' };
    await clock.advance(6.5 * DAY_MS);
    wire.refresh = async () => {
      await database.tables.connections.save(sampleConnection(STORE, { tokens: anew }));
      throw new AccessLost('hike');
    };
    expect([await newProcess().token(), (await connection())?.trouble]).toEqual(['anew', null]);
    wire.refresh = async () => {
      await database.tables.connections.delete(STORE);
      throw new AccessLost('hike');
    };
    await expect(newProcess().token()).rejects.toBeInstanceOf(AccessLost);
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
    for (const asked of [process.token(), process.renew('access-1')]) await expect(asked).rejects.toEqual(new AccessLost('hike'));
    expect(hike.calls()).toBe(1);
  });

  it('never passes off a lost answer of its own as one of the caller’s write', async () => {
    const { newProcess, wire } = await setUp();
    wire.refresh = () => Promise.reject(new UnknownOutcome('cut'));
    const failed = newProcess().renew('access-1');
    await expect(failed).rejects.toBeInstanceOf(TransientFailure);
    await expect(failed).rejects.toMatchObject({ message: 'the Hike token could not be renewed: cut', retryAfterMs: null, side: 'hike' });
  });

  it('lets any other failure through as it is where the token is dead', async () => {
    const { newProcess, wire } = await setUp();
    const failure = new TransientFailure('unreachable', 5_000, 'hike');
    wire.refresh = () => Promise.reject(failure);
    await expect(newProcess().renew('access-1')).rejects.toBe(failure);
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
    expect(await waiting).toMatchObject({ message: 'the Hike token is being renewed by another process', retryAfterMs: 60_000, side: 'hike' });
    expect(hike.calls()).toBe(0);
    await clock.advance(45_000);
    expect(await newProcess().renew('access-1')).toBe('access-2');
    expect(await connection()).toMatchObject({ state: 'connected', tokens: { refreshToken: 'refresh-2' } });
  });

  it('is lost without a connection', async () => {
    const { newProcess, database } = await setUp();
    await database.tables.connections.delete(STORE);
    for (const asked of [newProcess().token(), newProcess().renew('access-1')]) await expect(asked).rejects.toEqual(new AccessLost('hike'));
  });
});
