import { StoreHash } from '../domain/ids';
import type { Member } from '../engine/ports/tables';
import { bearerOf } from './bearer-of';
import type { Edge } from './edge';
import { forPage } from './for-page';
import { readParam } from './read-input';
import { readSessionToken } from './session-token';
import { signedOut } from './signed-out';

/** What a route knows once the guard let the request in. */
export interface Session<Params> {
  services: Edge;
  storeHash: StoreHash;
  member: Member;
  params: Params;
}

/**
 * The guard of every API route: the bearer must be good, and good for the store in the path. The cookie does not count
 * here: a browser sends it by itself, also for a page that means harm, and it may belong to another store's tab.
 */
export const withSession = <Params extends { storeHash: string }>(
  request: Request,
  params: Promise<Params>,
  handler: (session: Session<Params>) => Promise<Response>,
): Promise<Response> =>
  forPage(request, async (services) => {
    const values = await params;
    const storeHash = readParam(values.storeHash, StoreHash);
    const claims = await readSessionToken(services, 'bearer', bearerOf(request));
    const session = claims && (await services.account.checkSession(storeHash, claims));
    if (!session) throw await signedOut(services, storeHash);
    await services.account.noteVisit(session.store);
    return handler({ services, storeHash, member: session.member, params: values });
  });
