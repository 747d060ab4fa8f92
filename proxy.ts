import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from './lib/env';
import { contentSecurityPolicy } from './lib/web/content-security-policy';

/** What Hike's window ends on: a page at top level, that nobody needs to frame. */
const isInOwnWindow = ({ pathname, searchParams }: URL): boolean => pathname === '/app-error' && (searchParams.get('reason') ?? '').startsWith('hike-');

/**
 * Gives every page its Content-Security-Policy. It is made per request, because the hosts in it come from the environment
 * that the app runs in, and because Next reads the nonce from the request's own header and puts it on its scripts.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(env(), { nonce, isFramed: !isInOwnWindow(request.nextUrl) });
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
};

export const config = {
  // Pages alone: routes answer JSON or a redirect, and a webhook's acknowledgement must stay small.
  matcher: ['/((?!api/|_next/static|_next/image|favicon.ico).*)'],
};
