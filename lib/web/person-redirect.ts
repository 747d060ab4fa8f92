import { NextResponse } from 'next/server';
import type { AppErrorReason } from '../domain/views/app-error-reasons';

/** 303, so that the browser asks for the next page with GET; the address it comes from may hold a token and is told to nobody. */
export const redirectPerson = (location: string): NextResponse => {
  const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
  return NextResponse.redirect(location, { status: 303, headers });
};

export const redirectToError = (appUrl: string, reason: AppErrorReason): NextResponse => redirectPerson(`${appUrl}/app-error?reason=${reason}`);
