import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import { StoreHash, UserId } from '../domain/ids';
import { millisOfInstant } from '../domain/instant-arithmetic';
import { HIKE_STATE_MS, type HikeState } from '../engine/account/connect-hike';
import type { Edge } from './edge';

/** Our one secret signs other things too; the audience keeps them apart. */
const AUDIENCE = 'hike-state';
const MAX_LENGTH = 2_000;

const Claims = z.object({ storeHash: StoreHash, userId: UserId, code: z.string().min(1).max(100) });

const keyOf = ({ env }: Pick<Edge, 'env'>): Uint8Array => new TextEncoder().encode(env.sessionSecret);

/** What travels through Hike's window: who asked, for which store, once, within ten minutes. */
export const signHikeState = (services: Pick<Edge, 'env' | 'clock'>, { storeHash, userId, code }: HikeState): Promise<string> =>
  new SignJWT({ storeHash, userId, code })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(AUDIENCE)
    .setExpirationTime(Math.floor((millisOfInstant(services.clock.now()) + HIKE_STATE_MS) / 1_000))
    .sign(keyOf(services));

export const readHikeState = async (services: Pick<Edge, 'env' | 'clock'>, state: string | null): Promise<HikeState | null> => {
  if (state === null || state.length > MAX_LENGTH) return null;
  const currentDate = new Date(millisOfInstant(services.clock.now()));
  const verified = await jwtVerify(state, keyOf(services), { algorithms: ['HS256'], audience: AUDIENCE, currentDate, requiredClaims: ['exp'] }).catch(() => null);
  const claims = Claims.safeParse(verified?.payload);
  return claims.success ? claims.data : null;
};
