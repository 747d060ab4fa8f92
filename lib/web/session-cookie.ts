import type { NextRequest, NextResponse } from 'next/server';
import { SESSION_MS, type SessionClaims } from '../engine/account/check-session';
import type { SessionStart } from '../engine/account/hand-over';
import type { Edge } from './edge';
import { issueSessionToken, readSessionToken } from './session-token';

/** The prefix makes browsers refuse it from any other host. One for all stores: whoever opens a second one replaces it. */
export const SESSION_COOKIE = '__Host-session';

/** Works in a frame on another site, and there alone: `Partitioned` keeps it apart from the app in a window of its own. */
const EMBEDDED = { path: '/', httpOnly: true, secure: true, sameSite: 'none', partitioned: true } as const;

export const setSessionCookie = async (services: Pick<Edge, 'env' | 'clock'>, response: NextResponse, start: SessionStart): Promise<void> => {
  const { token } = await issueSessionToken(services, 'cookie', start);
  response.cookies.set(SESSION_COOKIE, token, { ...EMBEDDED, maxAge: SESSION_MS / 1_000 });
};

export const readSessionCookie = (services: Pick<Edge, 'env' | 'clock'>, request: NextRequest): Promise<SessionClaims | null> =>
  readSessionToken(services, 'cookie', request.cookies.get(SESSION_COOKIE)?.value ?? null);

export const clearSessionCookie = (response: NextResponse): void => {
  response.cookies.set(SESSION_COOKIE, '', { ...EMBEDDED, maxAge: 0 });
};
