import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { StoreHash, UserId } from '../domain/ids';
import { Instant } from '../domain/instant';
import { instantPlus } from '../domain/instant-arithmetic';
import type { SessionClaims } from '../engine/account/check-session';
import { SESSION_MS } from '../engine/account/check-session';
import type { SessionStart } from '../engine/account/hand-over';
import type { Edge } from './edge';

/** The bearer lives in a page's memory; the cookie only helps a frame that was reloaded to get a new bearer. */
export type SessionPurpose = 'bearer' | 'cookie';

const LIFE_MS: Record<SessionPurpose, number> = { bearer: 15 * 60_000, cookie: SESSION_MS };

const Payload = z.object({
  sub: z.string().regex(/^\d+$/).transform(Number).pipe(UserId),
  storeHash: StoreHash,
  purpose: z.enum(['bearer', 'cookie']),
  /** Beside the JWT's own `iat`, which counts in seconds: a log-out must tell apart what came before and after it. */
  issuedAt: Instant,
  startedAt: Instant,
});

type Keeper = Pick<Edge, 'env' | 'clock'>;

/** A next-auth JWT: encrypted and authenticated with a key made from SESSION_SECRET. */
export const issueSessionToken = async (
  { env, clock }: Keeper,
  purpose: SessionPurpose,
  { storeHash, userId, startedAt }: SessionStart,
): Promise<{ token: string; expiresAt: Instant }> => {
  const issuedAt = clock.now();
  const payload: z.input<typeof Payload> = { sub: String(userId), storeHash, purpose, issuedAt, startedAt };
  const token = await encode({ secret: env.sessionSecret, maxAge: LIFE_MS[purpose] / 1_000, token: payload });
  return { token, expiresAt: instantPlus(issuedAt, LIFE_MS[purpose]) };
};

/** `null` for anything that is not ours, is past its time, or was made for the other purpose. */
export const readSessionToken = async ({ env, clock }: Keeper, purpose: SessionPurpose, token: string | null): Promise<SessionClaims | null> => {
  if (token === null) return null;
  const decoded = await decode({ secret: env.sessionSecret, token }).catch(() => null);
  const payload = Payload.safeParse(decoded);
  if (!payload.success || payload.data.purpose !== purpose) return null;
  const { sub: userId, storeHash, issuedAt, startedAt } = payload.data;
  return clock.now() < instantPlus(issuedAt, LIFE_MS[purpose]) ? { storeHash, userId, issuedAt, startedAt } : null;
};
