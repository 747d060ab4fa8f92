import { z } from 'zod';
import { Direction, Result, Thing } from '../../../../../lib/domain/entry';
import { answer } from '../../../../../lib/web/answer';
import { readQuery } from '../../../../../lib/web/read-input';
import type { StoreParams } from '../../../../../lib/web/store-params';
import { withSession } from '../../../../../lib/web/with-session';

/** An empty choice in the page's filters means "all". */
const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal('').transform(() => null), schema]).default(null);

const Query = z
  .object({
    result: z.string().max(200).transform((text) => text.split(',').filter((part) => part !== '')).pipe(z.array(Result)).default([]),
    direction: orNull(Direction),
    thing: orNull(Thing),
    search: z.string().trim().max(200).default(''),
    days: orNull(z.coerce.number().int().min(1).max(366)),
    before: orNull(z.string().max(200)),
  })
  .transform(({ result, ...rest }) => ({ results: result, ...rest }));

export const GET = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => answer(await services.pages.syncLog(storeHash, readQuery(request, Query))));
