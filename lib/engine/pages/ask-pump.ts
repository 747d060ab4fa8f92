import type { StoreHash } from '../../domain/ids';
import { type AskedFor, markNow } from '../account/mark-now';
import type { PageDeps } from './page-deps';

/** A page asks for something to be read again; the pump does it, and a later look shows it. */
export const askPump = (deps: PageDeps, storeHash: StoreHash, thing: AskedFor): Promise<void> =>
  deps.database.transaction('reading-asked-for', async (tables) => {
    await markNow(tables, storeHash, { thing, now: deps.clock.now() });
    await deps.queue.wake(storeHash, tables);
  });
