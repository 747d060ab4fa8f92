import { z } from 'zod';
import { answerNothing } from '../../../../../../lib/web/answer';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('choose'), hikeId: z.int().positive(), customerId: z.int().positive().nullable() }),
  z.strictObject({ action: z.literal('create'), hikeId: z.int().positive() }),
  z.strictObject({ action: z.enum(['ignore', 'unignore', 'retry']), hikeIds: z.array(z.int().positive()).min(1).max(500) }),
]);

/** What a person decides about customers. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    await services.pages.actOnCustomers(storeHash, await readBody(request, Input));
    return answerNothing();
  });
