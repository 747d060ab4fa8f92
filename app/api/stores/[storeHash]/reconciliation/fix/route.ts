import { z } from 'zod';
import type { FixAnswer } from '../../../../../../lib/domain/views/reconciliation-view';
import { answer } from '../../../../../../lib/web/answer';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ keys: z.array(z.string().min(1).max(200)).min(1).max(500).nullable() });

/** Has differences fixed: these, or all. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    const { keys } = await readBody(request, Input);
    return answer({ fixing: await services.pages.fixDifferences(storeHash, keys) } satisfies FixAnswer);
  });
