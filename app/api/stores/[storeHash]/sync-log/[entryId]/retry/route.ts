import { answerNothing } from '../../../../../../../lib/web/answer';
import { ApiRefused } from '../../../../../../../lib/web/api-refused';
import { EntryId, type EntryParams } from '../../../../../../../lib/web/entry-params';
import { readParam } from '../../../../../../../lib/web/read-input';
import { withSession } from '../../../../../../../lib/web/with-session';

/** Tries the record again now. */
export const POST = (request: Request, { params }: EntryParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash, params: { entryId } }) => {
    const wasDone = await services.pages.retryEntry(storeHash, readParam(entryId, EntryId));
    if (!wasDone) throw new ApiRefused({ code: 'not-found', message: 'This entry has changed meanwhile. Reload the log.' });
    return answerNothing();
  });
