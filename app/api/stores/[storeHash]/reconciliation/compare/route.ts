import { answerNothing } from '../../../../../../lib/web/answer';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

/** Compares both sides now. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    await services.pages.compareNow(storeHash);
    return answerNothing();
  });
