import type { MemorySnapshot } from '../create-memory-database';
import type { TestEngine } from '../create-test-engine';
import type { FakeVendors } from '../fake-vendors';

/** Times, and counts of how often something was tried or read: a death costs time, and nothing else. */
const OF_THE_WAY = /(^at|At|Until|Since|Before)$|^(token|version|attempts|looks|order|came|sweep|minute|calls|nextTry|transactionDate|read|fingerprint|pass|since|skip|drain|detail|trigger|message|tokens|accessToken|hookSecret|previousHookSecret|orphans|shopName|to)$/;

/** What only says how far work has come, or who is at it. */
const OF_THE_WORK = new Set(['leases', 'calls', 'cursors', 'intents', 'entries', 'dirty', 'inbox', 'codes']);

/** What the log says on the way to its end. */
const ON_THE_WAY = new Set(['checking', 'retrying']);

const withoutTheWay = (value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Map || value instanceof Set) return withoutTheWay([...value]);
  if (Array.isArray(value)) return value.map(withoutTheWay);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !OF_THE_WAY.test(key)).map(([key, held]) => [key, withoutTheWay(held)]));
};

/** Which counts were published and foreseen on the way depends on when; that somebody else moved one does not. */
const isLasting = ({ reason }: { reason: string }): boolean => reason !== 'published' && reason !== 'order';

/** An incident's record is named for the moment at which it opened. */
const withoutMoment = (recordId: string): string => recordId.replace(/ \d{4}-\d\d-\d\dT.*$/, '');

const inOrder = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(withoutTheWay(value))).sort();

const valuesOf = <T>(snapshot: MemorySnapshot, shelf: string): T[] => (snapshot[shelf]?.items ?? []).map(({ value }) => value as T);

interface EntryFacts {
  thing: string;
  recordId: string;
  result: string;
}

const oursOf = (snapshot: MemorySnapshot) => ({
  ...Object.fromEntries(
    Object.keys(snapshot)
      .filter((shelf) => !OF_THE_WORK.has(shelf))
      .map((shelf) => [shelf, inOrder(valuesOf(snapshot, shelf))]),
  ),
  moves: inOrder(valuesOf<{ reason: string }>(snapshot, 'moves').filter(isLasting)),
  intents: inOrder(valuesOf<{ state: string }>(snapshot, 'intents').filter(({ state }) => state === 'done')),
  dirty: inOrder(valuesOf<{ thing: string; id: string }>(snapshot, 'dirty').map(({ thing, id }) => ({ thing, id }))),
  entries: inOrder(
    valuesOf<EntryFacts>(snapshot, 'entries')
      .filter(({ result }) => !ON_THE_WAY.has(result))
      .map(({ thing, recordId, result }) => ({ thing, recordId: withoutMoment(recordId), result })),
  ),
});

/** What the platforms hold, and what was created there; a change that was made twice shows in nothing. */
const theirsOf = (vendors: FakeVendors) => ({
  orders: inOrder([...vendors.orders.values()]),
  createdOrders: inOrder(vendors.createdOrders),
  sales: inOrder([...vendors.sales.values()]),
  createdSales: inOrder(vendors.createdSales),
  movedSales: [...new Set(inOrder(vendors.saleMoves))],
  customers: inOrder([...vendors.customers]),
  createdCustomers: inOrder(vendors.createdCustomers),
  hikeCustomers: inOrder([...vendors.hikeCustomers.values()]),
  storeProducts: inOrder([...vendors.storeProducts.values()]),
  createdProducts: inOrder(vendors.createdProducts),
  addedVariants: inOrder(vendors.addedVariants),
  addedImages: inOrder(vendors.addedImages),
  categories: inOrder(vendors.categories),
  inChannel: [...new Set(vendors.assignedToChannel)].sort(),
  levels: inOrder(vendors.levels),
  hikeProducts: inOrder([...vendors.hikeProducts.values()]),
  createdHikeProducts: inOrder(vendors.createdHikeProducts),
});

/** Both sides and our own books, so that two ends can be compared whatever happened on the way. */
export const stateOf = ({ vendors, database }: TestEngine): Record<'theirs' | 'ours', Record<string, unknown>> => ({ theirs: theirsOf(vendors), ours: oursOf(database.snapshot()) });
