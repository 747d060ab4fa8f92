import { describe, expect, it } from 'vitest';
import { AccessLost, RefusedByVendor, UnknownOutcome } from '../../engine/ports/failures';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { createHikeOAuth } from './create-hike-oauth';

const oauthAnswering = (status: number, body: unknown) => {
  const { transport, sent } = scriptedTransport(() => (typeof body === 'string' ? { status, text: body } : { status, body }));
  const options = { url: 'https://api.hike.example/', clientId: 'app', clientSecret: 'app-secret', redirectUri: 'https://us.example/api/hike/callback' };
  return { oauth: createHikeOAuth({ ...options, transport, clock: createQuickClock(), random: Math.random }), sent };
};

const tokens = { access_token: 'a1', token_type: 'bearer', expires_in: 3600, refresh_token: 'r1' };

describe('connecting to Hike', () => {
  it('sends the merchant to Hike’s own page', () => {
    const url = new URL(oauthAnswering(200, tokens).oauth.authorizeUrl('s&1'));
    expect(url.origin + url.pathname).toBe('https://api.hike.example/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code', client_id: 'app', redirect_uri: 'https://us.example/api/hike/callback', scope: 'all', state: 's&1',
    });
  });

  it('redeems a code', async () => {
    const { oauth, sent } = oauthAnswering(200, tokens);
    expect(await oauth.redeem('c1')).toEqual({ accessToken: 'a1', refreshToken: 'r1', obtainedAt: '2026-01-15T03:20:00.000Z', expiresAt: '2026-01-15T04:20:00.000Z' });
    expect(sent[0]).toMatchObject({
      method: 'POST', url: '/oauth/token', headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: { grant_type: 'authorization_code', client_id: 'app', client_secret: 'app-secret', code: 'c1', redirect_uri: 'https://us.example/api/hike/callback' },
    });
  });

  it.each([
    ['a lifetime as text', { ...tokens, expires_in: '3600' }, '2026-01-15T04:20:00.000Z', 'r1'],
    ['no lifetime', { ...tokens, expires_in: undefined }, '2026-01-22T03:20:00.000Z', 'r1'],
    ['no new refresh token', { ...tokens, refresh_token: undefined }, '2026-01-15T04:20:00.000Z', 'r0'],
  ])('refreshes with %s', async (_name, body, expiresAt, refreshToken) => {
    const { oauth, sent } = oauthAnswering(200, body);
    expect(await oauth.refresh('r0')).toMatchObject({ expiresAt, refreshToken });
    expect(sent[0]?.body).toEqual({ grant_type: 'refresh_token', client_id: 'app', client_secret: 'app-secret', refresh_token: 'r0' });
  });

  it.each([
    [400, { error: 'invalid_grant' }],
    [401, { error: 'invalid_grant', error_description: 'The token was used.' }],
    [400, 'error=invalid_grant'],
  ])('has lost access when a refresh is answered %s %j', async (status, body) => {
    await expect(oauthAnswering(status, body).oauth.refresh('r0')).rejects.toThrow(AccessLost);
  });

  it('is refused, not lost, when a code or our own secret is not accepted', async () => {
    await expect(oauthAnswering(400, { error: 'invalid_grant' }).oauth.redeem('c1')).rejects.toThrow(RefusedByVendor);
    await expect(oauthAnswering(401, { error: 'invalid_client' }).oauth.refresh('r0')).rejects.toThrow(RefusedByVendor);
  });

  it('does not know what became of a refresh whose answer was lost', async () => {
    await expect(oauthAnswering(502, '<h1>Bad gateway</h1>').oauth.refresh('r0')).rejects.toThrow(UnknownOutcome);
    await expect(oauthAnswering(200, { access_token: '' }).oauth.refresh('r0')).rejects.toThrow(UnknownOutcome);
  });
});
