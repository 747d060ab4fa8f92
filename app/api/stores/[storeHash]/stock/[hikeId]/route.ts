import { z } from 'zod';
import { HikeProductId } from '../../../../../../lib/domain/ids';
import { Instant } from '../../../../../../lib/domain/instant';
import { answer } from '../../../../../../lib/web/answer';
import { idParam } from '../../../../../../lib/web/id-param';
import { ApiRefused } from '../../../../../../lib/web/api-refused';
import { readParam, readQuery } from '../../../../../../lib/web/read-input';
import { withSession } from '../../../../../../lib/web/with-session';

const Param = idParam(HikeProductId);
const Query = z.object({ before: Instant.nullable().default(null) });

export const GET = (request: Request, { params }: { params: Promise<{ storeHash: string; hikeId: string }> }): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, params: { hikeId } }) => {
    const timeline = await services.pages.stockTimeline(storeHash, readParam(hikeId, Param), readQuery(request, Query).before);
    if (timeline === null) throw new ApiRefused({ code: 'not-found', message: 'There is no such product in Hike.' });
    return answer(timeline);
  });
