import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APP, RunningHike } from '../testing/running-hike.ts';
import type { TokenAnswer } from './grants.ts';

const RETURN = APP.returnUris[0] as string;
let hike: RunningHike;

beforeEach(async () => {
  hike = await RunningHike.start();
});
afterEach(() => hike.stop());

async function post(path: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${hike.base}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}

async function decide(decision: string): Promise<URL> {
  const response = await post('/oauth/authorize', { client_id: APP.clientId, redirect_uri: RETURN, state: 'abc', shop: 'shop', decision });
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

const secrets = { client_id: APP.clientId, client_secret: APP.clientSecret };

function exchange(code: string, redirectUri = RETURN): Promise<Response> {
  return post('/oauth/token', { grant_type: 'authorization_code', ...secrets, code, redirect_uri: redirectUri });
}

function refresh(token: string): Promise<Response> {
  return post('/oauth/token', { grant_type: 'refresh_token', ...secrets, refresh_token: token });
}

async function code(): Promise<string> {
  return (await decide('allow')).searchParams.get('code') ?? '';
}

async function callWith(token: string): Promise<number> {
  return (await fetch(`${hike.base}/api/v1/outlets/get_all`, { headers: { authorization: `Bearer ${token}` } })).status;
}

describe('the consent page', () => {
  test('lists the shops and carries the state', async () => {
    const query = new URLSearchParams({ response_type: 'code', client_id: APP.clientId, redirect_uri: RETURN, scope: 'all', state: 'a"b' });
    const page = await (await fetch(`${hike.base}/oauth/authorize?${query.toString()}`)).text();
    expect(page).toContain('Harbour Street Store');
    expect(page).toContain('value="a&quot;b"');
  });

  test('sends nobody to an address that the application did not register', async () => {
    const query = new URLSearchParams({ response_type: 'code', client_id: APP.clientId, redirect_uri: 'https://elsewhere.example/', scope: 'all' });
    expect((await fetch(`${hike.base}/oauth/authorize?${query.toString()}`, { redirect: 'manual' })).status).toBe(400);
  });

  test.each([
    [{ response_type: 'token', scope: 'all' }, 'unsupported_response_type'],
    [{ response_type: 'code', scope: 'some' }, 'invalid_scope'],
  ])('sends %o back as %s', async (wrong, error) => {
    const query = new URLSearchParams({ client_id: APP.clientId, redirect_uri: RETURN, state: 'abc', ...wrong });
    const response = await fetch(`${hike.base}/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? '');
    expect([back.searchParams.get('error'), back.searchParams.get('state')]).toEqual([error, 'abc']);
  });

  test('returns an error when the person denies', async () => {
    const back = await decide('deny');
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'abc' });
  });
});

describe('a code', () => {
  test('becomes tokens that work', async () => {
    const response = await exchange(await code());
    const tokens = (await response.json()) as TokenAnswer;
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 604_800 });
    expect(await callWith(tokens.access_token)).toBe(200);
  });

  test('works once', async () => {
    const given = await code();
    await exchange(given);
    const again = await exchange(given);
    expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  test('is over after ten minutes, and bound to its redirect URI', async () => {
    expect((await exchange(await code(), 'https://app.example/other')).status).toBe(400);
    const late = await code();
    await hike.core.clock.moveBy(601_000);
    expect((await exchange(late)).status).toBe(400);
  });

  test('is refused with a wrong secret or as JSON', async () => {
    const wrong = await post('/oauth/token', { grant_type: 'authorization_code', ...secrets, client_secret: 'no', code: await code(), redirect_uri: RETURN });
    expect(wrong.status).toBe(401);
    const json = await fetch(`${hike.base}/oauth/token`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(json.status).toBe(400);
  });
});

describe('a refresh token', () => {
  test('rotates: the new one works, the old one is dead', async () => {
    const first = (await (await exchange(await code())).json()) as TokenAnswer;
    const second = (await (await refresh(first.refresh_token)).json()) as TokenAnswer;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await callWith(second.access_token)).toBe(200);
    const reused = await refresh(first.refresh_token);
    expect([reused.status, await reused.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });
});

test('a shop can be told to let used refresh tokens live', async () => {
  await hike.control('PATCH', '/shops/shop', { unknowns: { oldRefreshTokenLives: true } });
  const first = (await (await exchange(await code())).json()) as TokenAnswer;
  expect([(await refresh(first.refresh_token)).status, (await refresh(first.refresh_token)).status]).toEqual([200, 200]);
});

describe('an access token', () => {
  test('is over when its time has come, and a refresh brings a new one', async () => {
    const tokens = (await (await exchange(await code())).json()) as TokenAnswer;
    await hike.core.clock.moveBy(604_801_000);
    expect(await callWith(tokens.access_token)).toBe(401);
    const next = (await (await refresh(tokens.refresh_token)).json()) as TokenAnswer;
    expect(await callWith(next.access_token)).toBe(200);
  });

  test('can be expired alone, or revoked with everything', async () => {
    const tokens = (await (await exchange(await code())).json()) as TokenAnswer;
    await hike.control('POST', '/shops/shop/expire-access-token');
    expect(await callWith(tokens.access_token)).toBe(401);
    const next = (await (await refresh(tokens.refresh_token)).json()) as TokenAnswer;
    await hike.control('POST', '/shops/shop/revoke');
    expect(await callWith(next.access_token)).toBe(401);
    expect((await refresh(next.refresh_token)).status).toBe(400);
  });

  test('survives a snapshot and a restore', async () => {
    const kept = JSON.parse(JSON.stringify(hike.hike.snapshot())) as unknown;
    hike.hike.clear();
    expect(await callWith(hike.token)).toBe(401);
    hike.hike.restore(kept);
    expect(await callWith(hike.token)).toBe(200);
  });
});
