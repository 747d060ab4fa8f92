import { OrderId, SaleId, type StoreHash } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { SyncLogView } from '../../domain/views/views';
import { entryRow } from '../../domain/views/entry-row';
import { keepReserve } from '../jobs/stock/keep-reserve';
import { PRIORITY } from '../priorities';
import type { DirtyMark, Entry } from '../ports/tables';
import { type PageDeps, readStoreState } from './page-deps';
import type { SyncLogQuery } from './pages';

const PAGE_SIZE = 50;
export const RETENTION_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

export const syncLog = async (deps: PageDeps, storeHash: StoreHash, query: SyncLogQuery): Promise<SyncLogView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [found, counts] = await Promise.all([
    tables.entries.list(storeHash, {
      results: query.results,
      direction: query.direction,
      thing: query.thing,
      search: query.search,
      from: query.days === null ? null : instantPlus(deps.clock.now(), -query.days * DAY_MS),
      before: pageAfter(query.before),
      limit: PAGE_SIZE + 1,
    }),
    tables.entries.countByResult(storeHash),
  ]);
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return {
    rows: rows.map((entry) => entryRow(entry, state.store.profile?.controlPanelUrl ?? null)),
    counts,
    next: found.length > PAGE_SIZE && last !== undefined ? `${last.at}_${last.id}` : null,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
    retentionDays: RETENTION_DAYS,
  };
};

const pageAfter = (before: string | null): { at: Instant; id: string } | null => {
  const [time, id] = before?.split('_') ?? [];
  const at = Instant.safeParse(time);
  return at.success && id !== undefined ? { at: at.data, id } : null;
};

/** The work behind an entry, due now; `null` where there is nothing to try again. */
const workOf = (entry: Entry): Pick<DirtyMark, 'thing' | 'id'> | null => {
  switch (entry.thing) {
    case 'order':
      return { thing: entry.problem?.code === 'changed-since-import' ? 'order' : 'import-order', id: entry.recordId };
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

export const retryEntry = async (deps: PageDeps, storeHash: StoreHash, entryId: string): Promise<boolean> =>
  deps.database.transaction(async (tables) => {
    const entry = await tables.entries.find(storeHash, entryId);
    const work = entry === null ? null : workOf(entry);
    if (entry === null || work === null) return false;
    const now = deps.clock.now();
    await tables.dirty.mark(storeHash, { ...work, priority: PRIORITY.person, notBefore: now, trigger: 'person' });
    await tables.entries.changeResult(storeHash, entryId, { result: 'waiting', at: now });
    if (work.thing === 'import-order') {
      const [order] = await tables.orders.findMany(storeHash, [OrderId.parse(Number(work.id))]);
      if (order !== undefined) await tables.orders.save(storeHash, { ...order, state: 'importing', problem: null });
    }
    await deps.queue.wake(storeHash, tables);
    return true;
  });

/** Put aside by a person: nothing is tried again by itself, and the record says so. */
export const ignoreEntry = async (deps: PageDeps, storeHash: StoreHash, entryId: string): Promise<boolean> =>
  deps.database.transaction(async (tables) => {
    const entry = await tables.entries.find(storeHash, entryId);
    if (entry === null || entry.result !== 'needs-you') return false;
    await tables.entries.changeResult(storeHash, entryId, { result: 'ignored', at: deps.clock.now() });
    if (entry.thing === 'order') {
      const [order] = await tables.orders.findMany(storeHash, [OrderId.parse(Number(entry.recordId))]);
      if (order?.state === 'needs-you') {
        await tables.orders.save(storeHash, { ...order, state: 'left-out', problem: null });
        await keepReserve(tables, storeHash, { orderId: order.id, units: [], now: deps.clock.now(), movesLevels: false });
      }
    }
    if (entry.thing === 'sale') {
      const [sale] = await tables.sales.findMany(storeHash, [SaleId.parse(Number(entry.recordId))]);
      if (sale !== undefined) await tables.sales.save(storeHash, { ...sale, state: 'left-out' }, deps.clock.now());
    }
    return true;
  });
