import { z } from 'zod';
import { AllOfTab } from '../../../../../../lib/web/all-of-tab';
import { answer } from '../../../../../../lib/web/answer';
import { ProductKeys } from '../../../../../../lib/web/product-keys';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.union([z.strictObject({ keys: ProductKeys }), z.strictObject({ all: AllOfTab })]);

/** What these products of BigCommerce's would become in Hike; writes nothing. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer(await services.pages.toHikePreview(storeHash, await readBody(request, Input))));
