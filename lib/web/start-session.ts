import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { StoreHash } from '../domain/ids';
import type { SessionView } from '../domain/views/views';
import type { SessionClaims } from '../engine/account/check-session';
import { ApiRefused } from './api-refused';
import { bearerOf } from './bearer-of';
import type { Edge } from './edge';
import { readBody } from './read-input';
import { isSameOrigin } from './same-origin';
import { readSessionCookie } from './session-cookie';
import { issueSessionToken, readSessionToken } from './session-token';
import { signedOut } from './signed-out';

const Input = z.strictObject({ code: z.string().min(1).max(200).optional() });

/** A bearer for the page: against the one-time code, against a bearer that still lives, or against the cookie. */
export const startSession = async (services: Edge, request: NextRequest, storeHash: StoreHash): Promise<SessionView> => {
  if (!isSameOrigin(request, services.env.appUrl)) {
    throw new ApiRefused({ code: 'forbidden', message: 'Only the app’s own pages may start a session.' });
  }
  const { code } = await readBody(request, Input);
  const claims = code === undefined ? await knownClaims(services, request) : await claimsFromCode(services, { storeHash, code });
  const session = claims && (await services.account.checkSession(storeHash, claims));
  if (!claims || !session) throw await signedOut(services, storeHash);
  const { user, isOwner } = session.member;
  return { ...(await issueSessionToken(services, 'bearer', claims)), user, isOwner };
};

const knownClaims = async (services: Edge, request: NextRequest): Promise<SessionClaims | null> =>
  (await readSessionToken(services, 'bearer', bearerOf(request))) ?? (await readSessionCookie(services, request));

const claimsFromCode = async (services: Edge, handover: { storeHash: StoreHash; code: string }): Promise<SessionClaims | null> => {
  const start = await services.account.redeemHandover(handover);
  // Issued when the launch was, so that a log-out in between ends this one as well.
  return start && { ...start, issuedAt: start.startedAt };
};
