import { z } from 'zod';
import { answerNothing } from '../../../../../../lib/web/answer';
import { ApiRefused } from '../../../../../../lib/web/api-refused';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ accept: z.boolean() });

/** The merchant says whether the different shop that they connected is meant. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, member }) => {
    const { accept } = await readBody(request, Input);
    const wasWaiting = await services.account.answerCandidate({ storeHash, accept, who: member.user.email });
    if (!wasWaiting) throw new ApiRefused({ code: 'conflict', message: 'This was decided already. Reload the page.' });
    return answerNothing();
  });
