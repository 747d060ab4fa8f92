import type { OrderId, StoreHash } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { OrderPanelView } from '../../domain/views/views';
import { entryRow } from '../../domain/views/entry-row';
import { problemView } from '../../domain/views/problem-view';
import { PRIORITY } from '../priorities';
import type { EntryFilter } from '../ports/tables';
import { rowOf } from './orders';
import { type PageDeps, readStoreState } from './page-deps';
import { whyBlocked } from './why-blocked';

/** An order that is opened is read anew, but not with each refresh of the panel. */
const READ_AGAIN_MS = 60_000;

const ALL_ENTRIES: EntryFilter = { results: [], direction: null, thing: 'order', search: '', from: null, before: null, limit: 10 };

export const orderPanel = async (deps: PageDeps, storeHash: StoreHash, orderId: OrderId): Promise<OrderPanelView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [[seen], entries] = await Promise.all([tables.orders.findMany(storeHash, [orderId]), tables.entries.list(storeHash, { ...ALL_ENTRIES, recordId: String(orderId) })]);
  const isReading = await readSoon(deps, storeHash, orderId);
  const blocked = whyBlocked(state);
  return {
    order: seen === undefined ? null : rowOf(state, seen),
    timeZone: state.store.profile?.timeZone ?? 'UTC',
    isReading: isReading && seen === undefined,
    blocked: blocked === null ? null : problemView(blocked),
    entries: entries.map((entry) => entryRow(entry, state.store.profile?.controlPanelUrl ?? null)),
  };
};

/** Asks the pump to read the order; answers whether it still has to. */
const readSoon = async (deps: PageDeps, storeHash: StoreHash, orderId: OrderId): Promise<boolean> => {
  const { tables } = deps.database;
  const name = `order-opened:${orderId}`;
  const openedAt = Instant.nullable().catch(null).parse(await tables.cursors.find(storeHash, name));
  const now = deps.clock.now();
  const waits = (await tables.dirty.find(storeHash, 'order', String(orderId))) !== null;
  if (waits || (openedAt !== null && instantPlus(openedAt, READ_AGAIN_MS) > now)) return waits;
  await deps.database.transaction('order-panel-opened', async (inside) => {
    await inside.cursors.save(storeHash, name, now);
    await inside.dirty.mark(storeHash, { thing: 'order', id: String(orderId), priority: PRIORITY.person, notBefore: now, trigger: 'person' });
    await deps.queue.wake(storeHash, inside);
  });
  return true;
};
