import { explainDifference, type Reconciliation } from '../../../domain/reconciliation';
import type { StoreHash } from '../../../domain/ids';
import { comparedInWords, comparisonNotes, dayTotalView } from '../../../domain/views/comparison-words';
import { orderUrl } from '../../../domain/views/order-url';
import type { ComparisonView, DifferenceRow, ReconciliationView } from '../../../domain/views/reconciliation-view';
import { COMPARISON_ROW } from '../../jobs/reconcile/plan-reconciliation';
import type { SeenDifference } from '../../ports/tables';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import type { DifferencesQuery } from '../pages';

const PAGE_SIZE = 50;

export const reconciliation = async (deps: PageDeps, storeHash: StoreHash, { offset }: DifferencesQuery): Promise<ReconciliationView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [[newest, before], found, open, fixing, row] = await Promise.all([
    tables.reconciliations.list(storeHash, 2),
    tables.differences.list(storeHash, { states: ['open', 'fixing'], offset, limit: PAGE_SIZE + 1 }),
    tables.differences.count(storeHash, ['open']),
    tables.differences.count(storeHash, ['fixing']),
    tables.dirty.find(storeHash, 'reconcile', COMPARISON_ROW),
  ]);
  const last = newest?.endedAt === null ? before : newest;
  return {
    last: last === undefined ? null : comparisonView(state, last),
    isRunning: newest?.endedAt === null || (row !== null && row.notBefore <= deps.clock.now()),
    next: row?.notBefore ?? null,
    open,
    fixing,
    rows: found.slice(0, PAGE_SIZE).map((seen) => rowOf(state, seen)),
    offset,
    pageSize: PAGE_SIZE,
    hasMore: found.length > PAGE_SIZE,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
  };
};

const comparisonView = ({ connection }: StoreState, { startedAt, endedAt, from, to, trigger, found, counts, totals }: Reconciliation): ComparisonView => {
  const outletNames = new Map((connection?.lists?.outlets ?? []).map(({ id, name }) => [Number(id), name]));
  return {
    startedAt,
    endedAt,
    from,
    to,
    byPerson: trigger === 'person',
    found,
    compared: comparedInWords(counts),
    notes: comparisonNotes(counts),
    totals: totals.map((total) => dayTotalView(total, outletNames)),
  };
};

const rowOf = ({ store }: StoreState, { key, difference, foundAt, state }: SeenDifference): DifferenceRow => {
  const { sentence, remedy, fix } = explainDifference(difference);
  const { orderId } = difference;
  return {
    key,
    foundAt,
    sentence,
    remedy,
    isFixing: state === 'fixing',
    canFix: state === 'open' && fix !== 'none',
    orderUrl: orderId === null ? null : orderUrl(store.profile?.controlPanelUrl ?? null, orderId),
    orderId,
  };
};
