import type { StoreHash } from '../../../domain/ids';
import { explainDifference } from '../../../domain/reconciliation';
import { PRIORITY } from '../../priorities';
import type { SeenDifference, Tables } from '../../ports/tables';
import type { PageDeps } from '../page-deps';

/** More at once than anybody reads; the rest is still there afterwards. */
const MOST_AT_ONCE = 1_000;

/** Has differences fixed by the pump; those that only a person can mend stay as they are. */
export const fixDifferences = (deps: PageDeps, storeHash: StoreHash, keys: readonly string[] | null): Promise<number> =>
  deps.database.transaction('fixes-asked-for', async (tables) => {
    const open = (await listWanted(tables, storeHash, keys)).filter(({ state }) => state === 'open');
    const fixable = open.filter(({ difference }) => explainDifference(difference).fix !== 'none');
    if (fixable.length === 0) return 0;
    await tables.differences.saveMany(storeHash, fixable.map((seen) => ({ ...seen, state: 'fixing' })));
    const due = { thing: 'reconcile', priority: PRIORITY.person, notBefore: deps.clock.now(), trigger: 'person' } as const;
    await tables.dirty.markMany(storeHash, fixable.map(({ key }) => ({ ...due, id: key })));
    await deps.queue.wake(storeHash, tables);
    return fixable.length;
  });

/** A person knows of them and wants them so: they are told again only when they change. */
export const putDifferencesAside = (deps: PageDeps, storeHash: StoreHash, keys: readonly string[]): Promise<void> =>
  deps.database.transaction('differences-put-aside', async (tables) => {
    const open = (await tables.differences.findMany(storeHash, keys)).filter(({ state }) => state === 'open' || state === 'fixing');
    await tables.differences.saveMany(storeHash, open.map((seen) => ({ ...seen, state: 'ignored' })));
  });

const listWanted = (tables: Tables, storeHash: StoreHash, keys: readonly string[] | null): Promise<SeenDifference[]> =>
  keys === null ? tables.differences.list(storeHash, { states: ['open'], offset: 0, limit: MOST_AT_ONCE }) : tables.differences.findMany(storeHash, keys);
