import { z } from 'zod';
import { VERBS_FOR_ALL } from '../../../../../../lib/domain/views/product-views';
import { AllOfTab } from '../../../../../../lib/web/all-of-tab';
import { answer } from '../../../../../../lib/web/answer';
import { ProductKey, ProductKeys } from '../../../../../../lib/web/product-keys';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.union([
  z.strictObject({ action: z.enum(['dry-run', 'start', 'cancel', 'pause-reading', 'resume-reading', 'apply', 'discard']) }),
  z.strictObject({ action: z.literal('link'), hikeId: z.int().positive(), productId: z.int().positive() }),
  z.strictObject({ action: z.enum([...VERBS_FOR_ALL, 'hide', 'delete', 'keep']), keys: ProductKeys }),
  z.strictObject({ action: z.enum(VERBS_FOR_ALL), all: AllOfTab.extend({ after: ProductKey.nullable() }) }),
]);

/** What a person does about products: one, many, or a part of all that a tab holds. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer(await services.pages.actOnProducts(storeHash, await readBody(request, Input))));
