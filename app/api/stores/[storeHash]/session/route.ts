import { type NextRequest, NextResponse } from 'next/server';
import { StoreHash } from '../../../../../lib/domain/ids';
import { answer } from '../../../../../lib/web/answer';
import { forPage } from '../../../../../lib/web/for-page';
import { readParam } from '../../../../../lib/web/read-input';
import { clearSessionCookie, readSessionCookie } from '../../../../../lib/web/session-cookie';
import { startSession } from '../../../../../lib/web/start-session';
import type { StoreParams } from '../../../../../lib/web/store-params';
import { withSession } from '../../../../../lib/web/with-session';

export const POST = (request: NextRequest, { params }: StoreParams): Promise<Response> =>
  forPage(request, async (services) => {
    const storeHash = readParam((await params).storeHash, StoreHash);
    return answer(await startSession(services, request, storeHash));
  });

/** Log-out, in step with the control panel's: ends the member's sessions with this store, in every tab. */
export const DELETE = (request: NextRequest, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, member }) => {
    await services.account.endSessions({ storeHash, userId: member.user.id });
    const response = new NextResponse(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
    // It may have become another store's meanwhile, and that tab goes on.
    if ((await readSessionCookie(services, request))?.storeHash === storeHash) clearSessionCookie(response);
    return response;
  });
