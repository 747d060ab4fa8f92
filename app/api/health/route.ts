import { StoreHash } from '../../../lib/domain/ids';
import { logger } from '../../../lib/logger';
import { answer } from '../../../lib/web/answer';
import { edge } from '../../../lib/web/edge';

const NO_STORE = StoreHash.parse('health');

/** For whatever watches the app; not logged, because it is asked every few seconds. */
export const GET = async (): Promise<Response> => {
  try {
    const { database } = await edge();
    await database.tables.stores.find(NO_STORE);
    return answer({ ok: true });
  } catch (error) {
    logger.error('the database does not answer', { error });
    return answer({ ok: false }, { status: 503 });
  }
};
