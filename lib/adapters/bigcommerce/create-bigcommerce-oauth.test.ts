import { describe, expect, it } from 'vitest';
import { BrokenContract, RefusedByVendor, TransientFailure } from '../../engine/ports/failures';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { createBigCommerceOAuth } from './create-bigcommerce-oauth';

const oauthAnswering = (status: number, body: unknown) => {
  const { transport, sent } = scriptedTransport(() => ({ status, body }));
  const options = { loginUrl: 'https://login.example', clientId: 'id', clientSecret: 'client-secret', redirectUri: 'https://app.example/api/bigcommerce/auth' };
  return { oauth: createBigCommerceOAuth({ ...options, transport, clock: createQuickClock(), random: Math.random }), sent };
};

const callback = { code: 'code-123', scope: 'store_v2_orders', context: 'stores/abc123' };
const person = (id: number) => ({ id, username: 'x', email: `${id}@example.com` });
const grant = { access_token: 't', scope: 'store_v2_orders', user: person(1), owner: person(2), context: 'stores/real1', account_uuid: 'uuid-1' };

describe('an install', () => {
  it('is redeemed, and only the answer is believed', async () => {
    const { oauth, sent } = oauthAnswering(200, grant);
    expect(await oauth.redeem(callback)).toEqual({
      accessToken: 't', scope: 'store_v2_orders', storeHash: 'real1', accountUuid: 'uuid-1', user: { id: 1, email: '1@example.com' }, owner: { id: 2, email: '2@example.com' },
    });
    expect(sent[0]).toMatchObject({
      method: 'POST', url: '/oauth2/token',
      body: { client_id: 'id', client_secret: 'client-secret', ...callback, grant_type: 'authorization_code', redirect_uri: 'https://app.example/api/bigcommerce/auth' },
    });
  });

  it.each<[number, unknown, unknown]>([
    [400, { error: 'invalid_grant' }, RefusedByVendor],
    [401, { error: 'invalid_client' }, RefusedByVendor],
    [503, {}, TransientFailure],
    [200, { ...grant, context: 'stores/../x' }, BrokenContract],
    [200, { ...grant, user: null }, BrokenContract],
  ])('fails when the answer is %i %j', async (status, body, kind) => {
    await expect(oauthAnswering(status, body).oauth.redeem(callback)).rejects.toBeInstanceOf(kind);
  });
});
