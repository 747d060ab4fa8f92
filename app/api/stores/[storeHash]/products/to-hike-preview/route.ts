import { z } from 'zod';
import { answer } from '../../../../../../lib/web/answer';
import { ProductKeys } from '../../../../../../lib/web/product-keys';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ keys: ProductKeys });

/** What these products of BigCommerce's would become in Hike; writes nothing. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    const { keys } = await readBody(request, Input);
    return answer(await services.pages.toHikePreview(storeHash, keys));
  });
