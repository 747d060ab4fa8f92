import { z } from 'zod';
import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { AccessLost, RefusedByVendor } from '../../engine/ports/failures';
import type { HikeOAuth, HikeTokens } from '../../engine/ports/oauth';
import { createHttpClient, type HttpClientOptions } from '../http/create-http-client';
import { unpaced } from '../http/unpaced';
import { REFRESH_TOKEN_MAY_STAY, TOKEN_LIFETIME_SECONDS } from './assumptions';
import { reasonFromAnswer } from './reason-from-answer';

export interface HikeOAuthOptions extends Omit<HttpClientOptions, 'side' | 'baseUrl' | 'reasonOf' | 'pacer' | 'hasAccess'> {
  url: string;
  clientId: string;
  clientSecret: string;
  /** Byte for byte the one registered in Hike's partner dashboard. */
  redirectUri: string;
}

const seconds = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/).transform(Number)]);
const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: seconds.nullish(),
});
const first = answer.required({ refresh_token: true }).extend({ refresh_token: z.string().min(1) });

const INVALID_GRANT = 'invalid_grant';

/** Why a token was refused; the code counts, the description beside it is for people. */
const reasonOf: NonNullable<HttpClientOptions['reasonOf']> = (response) =>
  response.text.includes(INVALID_GRANT) ? INVALID_GRANT : reasonFromAnswer(response);

const tokensOf = ({ access_token: accessToken, expires_in: lifetime }: z.output<typeof answer>, refreshToken: string, obtainedAt: Instant): HikeTokens => ({
  accessToken,
  refreshToken,
  obtainedAt,
  expiresAt: instantPlus(obtainedAt, Math.floor((lifetime ?? TOKEN_LIFETIME_SECONDS) * 1000)),
});

export const createHikeOAuth = ({ url, clientId, clientSecret, redirectUri, ...http }: HikeOAuthOptions): HikeOAuth => {
  const baseUrl = url.replace(/\/+$/, '');
  const client = createHttpClient({ ...http, pacer: unpaced, side: 'hike', baseUrl, reasonOf, hasAccess: false });
  const ask = <T>(form: Record<string, string>, schema: z.ZodType<T>): Promise<T> => {
    const body = { form: { client_id: clientId, client_secret: clientSecret, ...form } };
    return client.write({ method: 'POST', path: '/oauth/token', body }, schema);
  };

  return {
    authorizeUrl: (state) =>
      `${baseUrl}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: 'all', state }).toString()}`,
    redeem: async (code) => {
      const now = http.clock.now();
      const tokens = await ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, first);
      return tokensOf(tokens, tokens.refresh_token, now);
    },
    refresh: async (refreshToken) => {
      const now = http.clock.now();
      try {
        const tokens = await ask({ grant_type: 'refresh_token', refresh_token: refreshToken }, REFRESH_TOKEN_MAY_STAY ? answer : first);
        return tokensOf(tokens, tokens.refresh_token ?? refreshToken, now);
      } catch (error) {
        if (error instanceof RefusedByVendor && error.reason === INVALID_GRANT) throw new AccessLost('hike');
        throw error;
      }
    },
  };
};
