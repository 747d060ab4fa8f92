import { answerNothing } from '../../../../../../lib/web/answer';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

/** Looks at both sides now. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    await services.pages.checkConnections(storeHash);
    return answerNothing();
  });
