import { OrderId, SaleId, type StoreHash } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import { canBeRetried, entryRow } from '../../domain/views/entry-row';
import { problemView } from '../../domain/views/problem-view';
import type { CauseView, SyncLogView } from '../../domain/views/views';
import type { ReadingTables } from '../ports/tables';
import { leaveOrderOut } from './leave-order-out';
import { type PageDeps, readStoreState } from './page-deps';
import type { SyncLogQuery } from './pages';

const PAGE_SIZE = 50;
export const RETENTION_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

export const syncLog = async (deps: PageDeps, storeHash: StoreHash, query: SyncLogQuery): Promise<SyncLogView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [found, counts, causes] = await Promise.all([
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
    causeViews(tables, storeHash),
  ]);
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return {
    rows: rows.map((entry) => entryRow(entry, state.store.profile?.controlPanelUrl ?? null)),
    counts,
    causes,
    next: found.length > PAGE_SIZE && last !== undefined ? `${last.at}_${last.id}` : null,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
    retentionDays: RETENTION_DAYS,
  };
};

const NEEDS_YOU = { results: ['needs-you'], direction: null, search: '', from: null, before: null, limit: 1 } as const;

/** Alone, an entry says it better itself. */
const FEWEST = 2;
const MOST_CAUSES = 10;

/** What needs a person for the same cause, with the newest entry's problem to stand for all of them. */
const causeViews = async ({ entries }: ReadingTables, storeHash: StoreHash): Promise<CauseView[]> => {
  const causes = (await entries.listCauses(storeHash)).filter(({ count }) => count >= FEWEST).slice(0, MOST_CAUSES);
  const views = causes.map(async ({ thing, code, count }): Promise<CauseView[]> => {
    const [newest] = await entries.list(storeHash, { ...NEEDS_YOU, thing, cause: code });
    if (newest?.problem == null) return [];
    return [{ thing, code, count, problem: problemView(newest.problem), canRetry: canBeRetried(newest) }];
  });
  return (await Promise.all(views)).flat();
};

const pageAfter = (before: string | null): { at: Instant; id: string } | null => {
  const [time, id] = before?.split('_') ?? [];
  const at = Instant.safeParse(time);
  return at.success && id !== undefined ? { at: at.data, id } : null;
};

/** Put aside by a person: nothing is tried again by itself, and the record says so. */
export const ignoreEntry = async (deps: PageDeps, storeHash: StoreHash, entryId: string): Promise<boolean> =>
  deps.database.transaction('entry-ignored', async (tables) => {
    const entry = await tables.entries.find(storeHash, entryId);
    if (entry === null || entry.result !== 'needs-you') return false;
    await tables.entries.changeResult(storeHash, entryId, { result: 'ignored', at: deps.clock.now() });
    if (entry.thing === 'order') {
      const [order] = await tables.orders.findMany(storeHash, [OrderId.parse(Number(entry.recordId))]);
      if (order?.state === 'needs-you') await leaveOrderOut(tables, storeHash, { order, now: deps.clock.now() });
    }
    if (entry.thing === 'sale') {
      const [sale] = await tables.sales.findMany(storeHash, [SaleId.parse(Number(entry.recordId))]);
      if (sale !== undefined) await tables.sales.save(storeHash, { ...sale, state: 'left-out' }, deps.clock.now());
    }
    await deps.queue.wake(storeHash, tables);
    return true;
  });
