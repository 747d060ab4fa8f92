import type { NextResponse } from 'next/server';
import type { SessionStart } from '../engine/account/hand-over';
import type { Edge } from './edge';
import { redirectPerson } from './person-redirect';
import { setSessionCookie } from './session-cookie';

/** Sends the browser from an address that holds a token to a clean one with a one-time code; the cookie is an extra. */
export const openStore = async (
  services: Pick<Edge, 'env' | 'clock'>,
  start: SessionStart,
  { path, code }: { path: string; code: string },
): Promise<NextResponse> => {
  const location = new URL(path, services.env.appUrl);
  location.searchParams.set('once', code);
  const response = redirectPerson(location.toString());
  await setSessionCookie(services, response, start);
  return response;
};
