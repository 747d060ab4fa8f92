import { getToken } from 'next-auth/jwt';
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../domain/ids';
import { STAFF, STORE } from '../engine/account/testing/create-test-account';
import { SESSION_COOKIE } from './session-cookie';
import { issueSessionToken, readSessionToken } from './session-token';
import { createTestEdge } from './testing/create-test-edge';

const setUp = () => {
  const { edge, clock } = createTestEdge();
  return { edge, clock, start: { storeHash: STORE, userId: STAFF.id, startedAt: clock.now() } };
};

describe('a session token', () => {
  it('says whose session it is, with which store, and since when', async () => {
    const { edge, start, clock } = setUp();
    const { token } = await issueSessionToken(edge, 'bearer', start);
    expect(await readSessionToken(edge, 'bearer', token)).toEqual({ ...start, issuedAt: clock.now() });
  });

  it('names a person by the whole of a long number', async () => {
    const { edge, start } = setUp();
    const { token } = await issueSessionToken(edge, 'bearer', { ...start, userId: 1_234_567 as UserId });
    expect(await readSessionToken(edge, 'bearer', token)).toMatchObject({ userId: 1_234_567 });
  });

  it('serves no other purpose', async () => {
    const { edge, start } = setUp();
    const bearer = await issueSessionToken(edge, 'bearer', start);
    const cookie = await issueSessionToken(edge, 'cookie', start);
    expect(await readSessionToken(edge, 'cookie', bearer.token)).toBeNull();
    expect(await readSessionToken(edge, 'bearer', cookie.token)).toBeNull();
  });

  it('lives a quarter of an hour as a bearer, a day as a cookie', async () => {
    const { edge, start, clock } = setUp();
    const bearer = await issueSessionToken(edge, 'bearer', start);
    const cookie = await issueSessionToken(edge, 'cookie', start);
    await clock.advance(15 * 60_000);
    expect(await readSessionToken(edge, 'bearer', bearer.token)).toBeNull();
    expect(await readSessionToken(edge, 'cookie', cookie.token)).not.toBeNull();
    await clock.advance(24 * 60 * 60_000);
    expect(await readSessionToken(edge, 'cookie', cookie.token)).toBeNull();
  });

  it('means nothing under another secret, changed, or made up', async () => {
    const { edge, start } = setUp();
    const { token } = await issueSessionToken(edge, 'bearer', start);
    const { edge: other } = createTestEdge({ SESSION_SECRET: 'b'.repeat(40) });
    expect(await readSessionToken(other, 'bearer', token)).toBeNull();
    expect(await readSessionToken(edge, 'bearer', `${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(await readSessionToken(edge, 'bearer', 'nonsense')).toBeNull();
    expect(await readSessionToken(edge, 'bearer', null)).toBeNull();
  });

  it('is next-auth’s own: its getToken reads the cookie', async () => {
    const { edge, start } = setUp();
    const { token } = await issueSessionToken(edge, 'cookie', start);
    const req = new NextRequest('https://app.example/', { headers: { cookie: `${SESSION_COOKIE}=${token}` } });
    const read = await getToken({ req, cookieName: SESSION_COOKIE, secret: edge.env.sessionSecret });
    expect(read).toMatchObject({ sub: String(STAFF.id), storeHash: STORE, purpose: 'cookie' });
    expect(Number(read?.exp) - Number(read?.iat)).toBe(24 * 60 * 60);
  });
});
