import { z } from 'zod';
import { answer } from '../../../../../../lib/web/answer';
import { ProductKeys } from '../../../../../../lib/web/product-keys';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['dry-run', 'start', 'cancel', 'pause-reading', 'resume-reading', 'apply', 'discard']) }),
  z.strictObject({ action: z.literal('link'), hikeId: z.int().positive(), productId: z.int().positive() }),
  z.strictObject({ action: z.enum(['unlink', 'ignore', 'unignore', 'retry', 'hide', 'delete', 'keep', 'send-to-hike']), keys: ProductKeys }),
]);

/** What a person does about products, one or many. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer(await services.pages.actOnProducts(storeHash, await readBody(request, Input))));
