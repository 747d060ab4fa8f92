import { z } from 'zod';
import { StoreHash, UserId } from '../../domain/ids';
import { TransientFailure, UnknownOutcome } from '../../engine/ports/failures';
import type { BigCommerceOAuth } from '../../engine/ports/oauth';
import { createHttpClient, type HttpClientOptions } from '../http/create-http-client';
import { parseWire } from '../http/parse-wire';
import { unpaced } from '../http/unpaced';
import { reasonFromAnswer } from './reason-from-answer';

export interface BigCommerceOAuthOptions extends Omit<HttpClientOptions, 'side' | 'baseUrl' | 'reasonOf' | 'pacer' | 'hasAccess'> {
  /** `https://login.bigcommerce.com`, or whatever stands in for it. */
  loginUrl: string;
  clientId: string;
  clientSecret: string;
  /** Byte for byte the auth callback registered in the developer portal. */
  redirectUri: string;
}

const person = z.object({ id: UserId, email: z.string() });
const grant = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  context: z.string().regex(/^stores\/[a-z0-9]{1,40}$/),
  account_uuid: z.string(),
  user: person,
  owner: person,
});
const answer = z.unknown();

export const createBigCommerceOAuth = ({ loginUrl, clientId, clientSecret, redirectUri, ...http }: BigCommerceOAuthOptions): BigCommerceOAuth => {
  const client = createHttpClient({ ...http, pacer: unpaced, side: 'bigcommerce', baseUrl: loginUrl, reasonOf: reasonFromAnswer, hasAccess: false });

  return {
    redeem: async ({ code, scope, context }) => {
      const json = { client_id: clientId, client_secret: clientSecret, code, context, scope, grant_type: 'authorization_code', redirect_uri: redirectUri };
      try {
        const body = await client.write({ method: 'POST', path: '/oauth2/token', body: { json } }, answer);
        const { context: store, ...given } = parseWire(grant, body, { side: 'bigcommerce', what: 'POST /oauth2/token' });
        return {
          accessToken: given.access_token,
          scope: given.scope,
          storeHash: StoreHash.parse(store.slice('stores/'.length)),
          accountUuid: given.account_uuid,
          user: given.user,
          owner: given.owner,
        };
      } catch (error) {
        // A lost answer spends the code, but harms nothing: installing again brings a new one.
        if (error instanceof UnknownOutcome) throw new TransientFailure(error.message);
        throw error;
      }
    },
  };
};
