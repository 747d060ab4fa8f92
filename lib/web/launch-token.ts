import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { StoreHash, UserId } from '../domain/ids';
import { instantFromMillis, millisOfInstant } from '../domain/instant-arithmetic';
import { storableText } from '../domain/storable-text';
import type { Visit } from '../engine/account/load-store';
import type { Edge } from './edge';

const TOLERANCE_SECONDS = 5;
const MAX_LENGTH = 8 * 1024;

/** The last second that an instant can name. */
const LAST_SECOND = 253_402_300_799;

const Person = z.object({ id: UserId, email: z.string().min(1).max(320).transform(storableText) });

const Claims = z.object({
  // It becomes part of addresses, so the pattern is the whole text and nothing around it.
  sub: z.string().regex(/^stores\/[a-z0-9]+$/).transform((sub) => sub.slice('stores/'.length)).pipe(StoreHash),
  jti: z.string().min(1).max(200),
  exp: z.number().positive().max(LAST_SECOND),
  user: Person.extend({ locale: z.string().max(35).transform(storableText).default('en') }),
  owner: Person,
  url: z.string().max(2_000).default('/'),
});

export type Launch = { kind: 'valid'; visit: Visit; url: string } | { kind: 'expired' } | { kind: 'invalid' };

/** Verifies BigCommerce's `signed_payload_jwt` (reference: bigcommerce 1.2). Everything about the store comes from in here. */
export const readLaunch = async ({ env, clock }: Pick<Edge, 'env' | 'clock'>, token: string | null): Promise<Launch> => {
  if (token === null || token.length > MAX_LENGTH) return { kind: 'invalid' };
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(env.bigcommerce.clientSecret), {
      // Named outright: a token must not choose how it is checked.
      algorithms: ['HS256'],
      issuer: 'bc',
      audience: env.bigcommerce.clientId,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(millisOfInstant(clock.now())),
    });
    const claims = Claims.safeParse(payload);
    if (!claims.success) return { kind: 'invalid' };
    const { sub, jti, exp, user, owner, url } = claims.data;
    return { kind: 'valid', visit: { storeHash: sub, user, owner, jti, expiresAt: instantFromMillis(exp * 1_000) }, url };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: 'expired' };
    if (error instanceof errors.JOSEError) return { kind: 'invalid' };
    throw error;
  }
};
