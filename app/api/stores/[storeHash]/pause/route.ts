import { z } from 'zod';
import { answerNothing } from '../../../../../lib/web/answer';
import { readBody } from '../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../lib/web/store-params';
import { withSession } from '../../../../../lib/web/with-session';

const flag = z.boolean().exactOptional();
const Input = z.strictObject({ imports: flag, sales: flag, products: flag, stock: flag, customers: flag });

/** Pauses or resumes single things; what is not named stays. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    await services.pages.pause(storeHash, await readBody(request, Input));
    return answerNothing();
  });
