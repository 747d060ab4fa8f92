import { z } from 'zod';
import { VariantId } from '../../../../../../lib/domain/ids';
import { answerNothing } from '../../../../../../lib/web/answer';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ variantIds: z.array(VariantId).min(1).max(2000).nullable() });

/** Lets held zeros through: these variants', or all. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, member }) => {
    const { variantIds } = await readBody(request, Input);
    await services.pages.approveStock(storeHash, variantIds, member.user.email);
    return answerNothing();
  });
