import { z } from 'zod';
import { OrderId } from '../../../../../../lib/domain/ids';
import { answerNothing } from '../../../../../../lib/web/answer';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ orderIds: z.array(OrderId).min(1).max(500), leaveOut: z.boolean() });

/** Puts orders aside, or takes them back. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    const { orderIds, leaveOut } = await readBody(request, Input);
    await services.pages.leaveOut(storeHash, orderIds, leaveOut);
    return answerNothing();
  });
