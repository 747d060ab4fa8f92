import { isOpen } from '../../../domain/entry';
import { RESULTS } from '../../../domain/entry-words';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { SEEN_ORDER_STATES, UNSETTLED_SALE_STATES, type Entries, type Entry, type EntryCause, type EntryDraft, type EntryFilter, type Link, type Links, type SeenOrders, type SeenSales } from '../../ports/tables';
import { countEach } from './count-each';
import { holdsText } from './holds-text';
import { linkTag, type MemoryShelves } from './memory-shelves';

export const memoryLinks = ({ links }: MemoryShelves): Links => {
  const save = (storeHash: StoreHash, link: Link) => {
    for (const other of links.listTagged(storeHash, [linkTag.hike(link), linkTag.bigcommerce(link)])) links.delete(storeHash, other.thing, other.bigcommerceId);
    links.set(storeHash, [link.thing, link.bigcommerceId], link);
  };
  return {
    findByBigCommerce: async (storeHash, thing, ids) => links.listTagged(storeHash, ids.map((bigcommerceId) => linkTag.bigcommerce({ thing, bigcommerceId }))),
    findByHike: async (storeHash, thing, ids) => links.listTagged(storeHash, ids.map((hikeId) => linkTag.hike({ thing, hikeId }))),
    save: async (storeHash, link) => save(storeHash, link),
    async saveMany(storeHash, many) {
      for (const link of many) save(storeHash, link);
    },
    delete: async (storeHash, thing, bigcommerceId) => links.delete(storeHash, thing, bigcommerceId),
    async deleteMany(storeHash, many) {
      for (const { thing, bigcommerceId } of many) links.delete(storeHash, thing, bigcommerceId);
    },
    deleteAll: async (storeHash) => links.deleteStore(storeHash),
  };
};

export const memorySeenOrders = ({ orders }: MemoryShelves): SeenOrders => ({
  findMany: async (storeHash, ids) => orders.list(storeHash).filter((order) => ids.includes(order.id)),
  save: async (storeHash, order) => orders.set(storeHash, [order.id], order),
  async list(storeHash, { states, search, offset, limit }) {
    const matching = orders
      .list(storeHash)
      .filter((order) => states.length === 0 || states.includes(order.state))
      .filter((order) => holdsText(search, [String(order.id), order.customerName, order.email]));
    return matching.sort((a, b) => descending(a.createdAt, b.createdAt) || b.id - a.id).slice(offset, offset + limit);
  },
  async countByState(storeHash) {
    return countEach(SEEN_ORDER_STATES, orders.list(storeHash).map((order) => order.state));
  },
  async listPaymentMethods(storeHash) {
    const named = orders.list(storeHash).map((order) => order.paymentMethod).filter((method) => method !== '');
    const counts = Object.entries(countEach([...new Set(named)], named)).map(([method, count]) => ({ method, orders: count }));
    return counts.sort((a, b) => b.orders - a.orders || descending(b.method, a.method));
  },
});

export const memorySeenSales = ({ sales }: MemoryShelves): SeenSales => ({
  findMany: async (storeHash, ids) => sales.list(storeHash).filter(({ sale }) => ids.includes(sale.id)),
  save: async (storeHash, seen) => sales.set(storeHash, [seen.sale.id], seen),
  async oldestOpen(storeHash, openStatuses) {
    const open = sales.list(storeHash).filter(({ sale }) => openStatuses.includes(sale.status));
    return open.map(({ sale }) => sale.transactionDate).sort()[0] ?? null;
  },
  newest: async (storeHash) => sales.list(storeHash).map(({ sale }) => sale.transactionDate).sort().at(-1) ?? null,
  async listUnsettled(storeHash) {
    const unsettled: readonly string[] = UNSETTLED_SALE_STATES;
    const found = sales.list(storeHash).filter(({ state }) => unsettled.includes(state));
    return found.map(({ sale }) => sale.id).sort((a, b) => a - b);
  },
  async listByOriginal(storeHash, originalSaleId) {
    const later = sales.list(storeHash).map(({ sale }) => sale).filter((sale) => sale.originalSaleId === originalSaleId);
    return later.sort((a, b) => a.id - b.id);
  },
  deleteAll: async (storeHash) => sales.deleteStore(storeHash),
});

const recordEntry = (entries: MemoryShelves['entries'], storeHash: StoreHash, draft: EntryDraft): void => {
  const isSame = (entry: Entry) => entry.thing === draft.thing && entry.recordId === draft.recordId && entry.direction === draft.direction;
  const [open] = entries.list(storeHash).filter((entry) => isSame(entry) && isOpen(entry.result)).sort(newestFirst);
  const entry = open ? { id: open.id, attempts: open.attempts + 1 } : { id: nextId(entries.all().map(({ value }) => value.id)), attempts: 1 };
  entries.set(storeHash, [entry.id], { ...draft, ...entry });
};

export const memoryEntries = ({ entries }: MemoryShelves): Entries => ({
  record: async (storeHash, draft) => recordEntry(entries, storeHash, draft),
  async recordMany(storeHash, drafts) {
    for (const draft of drafts) recordEntry(entries, storeHash, draft);
  },
  list: async (storeHash, filter) => entries.list(storeHash).filter((entry) => matches(entry, filter)).sort(newestFirst).slice(0, filter.limit),
  find: async (storeHash, id) => entries.get(storeHash, id),
  async close(storeHash, { thing, direction, recordIds, results }, { at, message }) {
    const found = entries.list(storeHash).filter((entry) => entry.thing === thing && entry.direction === direction && recordIds.includes(entry.recordId) && results.includes(entry.result));
    for (const entry of found) entries.set(storeHash, [entry.id], { ...entry, at, message, result: 'no-change', problem: null, nextTryAt: null });
  },
  changeResult: async (storeHash, id, { result, at }) => void entries.change(storeHash, [id], (entry) => ({ ...entry, result, at, nextTryAt: null })),
  countByResult: async (storeHash, thing) =>
    countEach(RESULTS, entries.list(storeHash).filter((entry) => thing === undefined || entry.thing === thing).map((entry) => entry.result)),
  async listCauses(storeHash) {
    const waiting = entries.list(storeHash).filter(({ result }) => result === 'needs-you');
    const causes = new Map<string, EntryCause>();
    for (const { thing, problem, at } of waiting) {
      if (problem === null) continue;
      const key = `${thing} ${problem.code}`;
      const known = causes.get(key);
      const newest = known !== undefined && known.newest > at ? known.newest : at;
      causes.set(key, { thing, code: problem.code, count: (known?.count ?? 0) + 1, newest });
    }
    return [...causes.values()].sort((a, b) => b.count - a.count || descending(b.thing, a.thing) || descending(b.code, a.code));
  },
  async latest(storeHash, thing, result) {
    const times = entries.list(storeHash).flatMap((entry) => (entry.thing === thing && entry.result === result ? [entry.at] : []));
    return times.sort().at(-1) ?? null;
  },
  deleteOlderThan: async (at) => entries.deleteWhere((entry) => entry.at < at && !isOpen(entry.result)),
});

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

const newestFirst = (a: Entry, b: Entry): number => descending(a.at, b.at) || descending(a.id, b.id);

/** Grows like the database's, so that the newer of two entries of one moment has the greater id. */
const nextId = (ids: readonly string[]): string => {
  const last = Math.max(0, ...ids.map((id) => Number(id.slice(-12))));
  return `00000000-0000-7000-8000-${String(last + 1).padStart(12, '0')}`;
};

const matches = (entry: Entry, { results, direction, thing, cause, recordId, search, from, before }: EntryFilter): boolean =>
  (results.length === 0 || results.includes(entry.result)) &&
  (direction === null || entry.direction === direction) &&
  (thing === null || entry.thing === thing) &&
  (cause === undefined || entry.problem?.code === cause) &&
  (recordId === undefined || entry.recordId === recordId) &&
  (from === null || entry.at >= from) &&
  (before === null || isBefore(entry, before)) &&
  holdsText(search, [entry.label, entry.message, entry.bigcommerceId, entry.hikeId]);

const isBefore = (entry: Entry, { at, id }: { at: Instant; id: string }): boolean => entry.at < at || (entry.at === at && entry.id < id);
