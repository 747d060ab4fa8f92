import type { OrderId, StoreHash } from '../../domain/ids';
import type { ImportAnswer, OrderRow, OrdersTab, OrdersView } from '../../domain/views/views';
import { orderRow } from '../../domain/views/order-row';
import { problemView } from '../../domain/views/problem-view';
import { holdBackAgain } from '../jobs/follow-orders/hold-back-again';
import { isLeftOutByPerson } from '../jobs/follow-orders/is-left-out-by-person';
import { PRIORITY } from '../priorities';
import type { SeenOrder, SeenOrderState } from '../ports/tables';
import { leaveOrderOut } from './leave-order-out';
import { type PageDeps, readStoreState, type StoreState } from './page-deps';
import type { OrdersQuery } from './pages';
import { whyBlocked } from './why-blocked';

const PAGE_SIZE = 50;

const STATES: Record<OrdersTab, readonly SeenOrderState[]> = {
  'to-import': ['to-import'],
  'needs-you': ['needs-you', 'changed'],
  importing: ['importing', 'checking'],
  imported: ['imported'],
  'left-out': ['left-out'],
  all: [],
};

export const orders = async (deps: PageDeps, storeHash: StoreHash, { tab, search, offset }: OrdersQuery): Promise<OrdersView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [found, byState] = await Promise.all([
    tables.orders.list(storeHash, { states: STATES[tab], search, offset, limit: PAGE_SIZE + 1 }),
    tables.orders.countByState(storeHash),
  ]);
  const blocked = whyBlocked(state);
  const counts = countsByTab(byState);
  return {
    tab,
    counts,
    rows: found.slice(0, PAGE_SIZE).map((seen) => rowOf(state, seen)),
    offset,
    pageSize: PAGE_SIZE,
    hasMore: found.length > PAGE_SIZE,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
    blocked: blocked === null ? null : problemView(blocked),
    progress: counts.importing === 0 ? null : { waiting: counts.importing },
  };
};

const countsByTab = (byState: Record<SeenOrderState, number>): Record<OrdersTab, number> => {
  const count = (states: readonly SeenOrderState[]) => states.reduce((sum, state) => sum + byState[state], 0);
  const all = Object.values(byState).reduce((sum, one) => sum + one, 0);
  return {
    'to-import': count(STATES['to-import']),
    'needs-you': count(STATES['needs-you']),
    importing: count(STATES.importing),
    imported: count(STATES.imported),
    'left-out': count(STATES['left-out']),
    all,
  };
};

export const rowOf = (state: StoreState, seen: SeenOrder): OrderRow =>
  orderRow(seen, { settings: state.settings, profile: state.store.profile, hikeCurrency: state.connection?.lists?.currency ?? null, isBlocked: whyBlocked(state) !== null });

/** Only from here on does an import happen: the row says so at once, the pump does it. */
export const importOrders = async (deps: PageDeps, storeHash: StoreHash, orderIds: readonly OrderId[]): Promise<ImportAnswer> => {
  const state = await readStoreState(deps, storeHash);
  const blocked = whyBlocked(state);
  const ids = [...new Set(orderIds)];
  if (blocked !== null) return { queued: [], notQueued: ids.map((id) => ({ id, sentence: problemView(blocked).sentence })) };
  return deps.database.transaction('imports-asked-for', async (tables) => {
    const seen = new Map((await tables.orders.findMany(storeHash, ids)).map((order) => [order.id, order]));
    const answer: ImportAnswer = { queued: [], notQueued: [] };
    for (const id of ids) {
      const order = seen.get(id);
      const row = order === undefined ? null : rowOf(state, order);
      if (order === undefined || row?.canImport !== true) {
        answer.notQueued.push({ id, sentence: row?.problem?.sentence ?? row?.stateSentence ?? 'This order has not been read from BigCommerce yet.' });
        continue;
      }
      await tables.orders.save(storeHash, { ...order, state: 'importing', problem: null });
      await tables.dirty.mark(storeHash, { thing: 'import-order', id: String(id), priority: PRIORITY.person, notBefore: deps.clock.now(), trigger: 'person' });
      await holdBackAgain(tables, storeHash, { order, now: deps.clock.now() });
      answer.queued.push(id);
    }
    if (answer.queued.length > 0) await deps.queue.wake(storeHash, tables);
    return answer;
  });
};

export const leaveOut = (deps: PageDeps, storeHash: StoreHash, { orderIds, leaveOut: isLeftOut }: { orderIds: readonly OrderId[]; leaveOut: boolean }): Promise<void> =>
  deps.database.transaction('orders-left-out', async (tables) => {
    const now = deps.clock.now();
    for (const order of await tables.orders.findMany(storeHash, [...new Set(orderIds)])) {
      if (isLeftOut && (order.state === 'to-import' || order.state === 'needs-you')) await leaveOrderOut(tables, storeHash, { order, now });
      if (!isLeftOut && isLeftOutByPerson(order)) {
        await tables.orders.save(storeHash, { ...order, state: 'to-import' });
        await holdBackAgain(tables, storeHash, { order, now });
      }
    }
    await deps.queue.wake(storeHash, tables);
  });
