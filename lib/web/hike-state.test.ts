import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { STAFF, STORE } from '../engine/account/testing/create-test-account';
import { readHikeState, signHikeState } from './hike-state';
import { createTestEdge } from './testing/create-test-edge';

const STATE = { storeHash: STORE, userId: STAFF.id, code: 'one-time' };

describe('the state that travels through Hike', () => {
  it('comes back as it went', async () => {
    const { edge } = createTestEdge();
    expect(await readHikeState(edge, await signHikeState(edge, STATE))).toEqual(STATE);
  });

  it('is good for ten minutes', async () => {
    const { edge, clock } = createTestEdge();
    const state = await signHikeState(edge, STATE);
    await clock.advance(10 * 60_000);
    expect(await readHikeState(edge, state)).toBeNull();
  });

  it('is refused when it is far too long, however good', async () => {
    const { edge } = createTestEdge();
    const long = new SignJWT({ ...STATE, more: 'x'.repeat(2000) }).setProtectedHeader({ alg: 'HS256' }).setAudience('hike-state').setExpirationTime('10m');
    expect(await readHikeState(edge, await long.sign(new TextEncoder().encode(edge.env.sessionSecret)))).toBeNull();
  });

  it('is refused under another secret, for another purpose, without an end, or as nonsense', async () => {
    const { edge } = createTestEdge();
    const { edge: other } = createTestEdge({ SESSION_SECRET: 'b'.repeat(40) });
    const key = new TextEncoder().encode(edge.env.sessionSecret);
    const sign = (audience: string) => new SignJWT(STATE).setProtectedHeader({ alg: 'HS256' }).setAudience(audience);
    expect(await readHikeState(edge, await signHikeState(other, STATE))).toBeNull();
    expect(await readHikeState(edge, await sign('hike-state').setExpirationTime('10m').sign(key))).toEqual(STATE);
    expect(await readHikeState(edge, await sign('session').setExpirationTime('10m').sign(key))).toBeNull();
    expect(await readHikeState(edge, await sign('hike-state').sign(key))).toBeNull();
    expect(await readHikeState(edge, 'nonsense')).toBeNull();
    expect(await readHikeState(edge, null)).toBeNull();
  });
});
