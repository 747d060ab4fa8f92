import { z } from 'zod';
import { answerNothing } from '../../../../../../lib/web/answer';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ keys: z.array(z.string().min(1).max(200)).min(1).max(500) });

/** These differences are meant. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    const { keys } = await readBody(request, Input);
    await services.pages.putDifferencesAside(storeHash, keys);
    return answerNothing();
  });
