import { answer } from '../../../../../lib/web/answer';
import { signHikeState } from '../../../../../lib/web/hike-state';
import type { StoreParams } from '../../../../../lib/web/store-params';
import { withSession } from '../../../../../lib/web/with-session';

/** Where Hike asks the merchant for consent; the page opens it in a window of its own. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, member }) => {
    const state = await services.account.beginHikeConnection({ storeHash, userId: member.user.id });
    return answer({ url: services.hikeOAuth.authorizeUrl(await signHikeState(services, state)) });
  });
