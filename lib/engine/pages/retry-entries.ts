import type { Thing } from '../../domain/entry';
import { OrderId, type StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { ProblemCode } from '../../domain/problems';
import { canBeRetried } from '../../domain/views/entry-row';
import { holdBackAgain } from '../jobs/follow-orders/hold-back-again';
import { PRIORITY } from '../priorities';
import type { DirtyMark, Entry, SeenOrder, Tables } from '../ports/tables';
import type { PageDeps } from './page-deps';

/** Whether it was a chosen import that failed. An order that was only to be read, or followed, is not imported for that. */
const wasChosen = ({ result }: Entry, order: SeenOrder | undefined): boolean => {
  if (order?.state === 'left-out') return result === 'ignored' && order.problem === null;
  return order?.state === 'needs-you' || order?.state === 'importing' || order?.state === 'checking';
};

/** The work behind an entry, due now; `null` where there is nothing to try again. */
const workOf = (entry: Entry, order: SeenOrder | undefined): Pick<DirtyMark, 'thing' | 'id'> | null => {
  switch (entry.thing) {
    case 'order':
      return { thing: wasChosen(entry, order) ? 'import-order' : 'order', id: entry.recordId };
    case 'sale':
      return { thing: 'sale', id: entry.recordId };
    case 'product':
      return { thing: entry.direction === 'hike-to-bigcommerce' ? 'product' : 'product-to-hike', id: entry.recordId };
    case 'stock':
      return { thing: 'stock', id: entry.recordId };
    case 'customer':
      return { thing: 'customer', id: entry.recordId };
    case 'connection':
    case 'settings':
      return null;
  }
};

const retry = async (tables: Tables, storeHash: StoreHash, { entry, now }: { entry: Entry; now: Instant }): Promise<boolean> => {
  const [order] = entry.thing === 'order' ? await tables.orders.findMany(storeHash, [OrderId.parse(Number(entry.recordId))]) : [];
  const work = workOf(entry, order);
  if (work === null) return false;
  await tables.dirty.mark(storeHash, { ...work, priority: PRIORITY.person, notBefore: now, trigger: 'person' });
  await tables.entries.changeResult(storeHash, entry.id, { result: 'waiting', at: now });
  if (work.thing === 'import-order' && order !== undefined) {
    await tables.orders.save(storeHash, { ...order, state: 'importing', problem: null });
    await holdBackAgain(tables, storeHash, { order, now });
  }
  return true;
};

export const retryEntry = (deps: PageDeps, storeHash: StoreHash, entryId: string): Promise<boolean> =>
  deps.database.transaction('entry-retried', async (tables) => {
    const entry = await tables.entries.find(storeHash, entryId);
    if (entry === null || !(await retry(tables, storeHash, { entry, now: deps.clock.now() }))) return false;
    await deps.queue.wake(storeHash, tables);
    return true;
  });

/** Entries per transaction: a group may be a whole catalogue. */
const CHUNK = 100;

/** All that needs a person for one cause is tried again; answers how many entries that were. One that is killed half way is pressed again. */
export const retryCause = async (deps: PageDeps, storeHash: StoreHash, { thing, code }: { thing: Thing; code: ProblemCode }): Promise<number> => {
  const filter = { results: ['needs-you'], direction: null, thing, cause: code, search: '', from: null, before: null, limit: CHUNK } as const;
  for (let retried = 0; ; ) {
    const done = await deps.database.transaction('entries-retried', async (tables) => {
      const now = deps.clock.now();
      const entries = (await tables.entries.list(storeHash, filter)).filter(canBeRetried);
      for (const entry of entries) await retry(tables, storeHash, { entry, now });
      await deps.queue.wake(storeHash, tables);
      return entries.length;
    });
    retried += done;
    if (done < CHUNK) return retried;
  }
};
