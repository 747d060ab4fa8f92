import { z } from 'zod';
import { Thing } from '../../../../../../lib/domain/entry';
import { Problem } from '../../../../../../lib/domain/problems';
import { answer } from '../../../../../../lib/web/answer';
import { readBody } from '../../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

const Input = z.strictObject({ thing: Thing, code: Problem.shape.code });

/** Tries everything again that needs a person for this cause. */
export const POST = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer({ retried: await services.pages.retryCause(storeHash, await readBody(request, Input)) }));
