import { answerNothing } from '../../../../../../lib/web/answer';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

/** Reads outlets, registers, payment types and taxes anew; the page sees them with a later look. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    await services.pages.refreshHikeLists(storeHash);
    return answerNothing();
  });
