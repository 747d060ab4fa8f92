import { z } from 'zod';
import { answer } from '../../../../../lib/web/answer';
import { readQuery } from '../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../lib/web/store-params';
import { withSession } from '../../../../../lib/web/with-session';

const Query = z.object({ offset: z.coerce.number().int().min(0).max(1_000_000).default(0) });

export const GET = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer(await services.pages.reconciliation(storeHash, readQuery(request, Query))));
