import type { StoreHash } from '../domain/ids';
import type { Instant } from '../domain/instant';
import { instantPlus } from '../domain/instant-arithmetic';
import { productsPollingInterval } from '../domain/rules/catalogue/products-polling-interval';
import { type PollingFacts, salesPollingInterval } from '../domain/rules/sales-polling-interval';
import { readHikeReading } from './jobs/catalogue/hike-reading';
import { findSalesCursor } from './jobs/sales-cursor';
import type { JobContext } from './jobs/job';
import type { Tables } from './ports/tables';
import { PRIORITY } from './priorities';

interface Asking {
  storeHash: StoreHash;
  now: Instant;
  /** When somebody last looked at a page of the store. */
  lastSeenAt: Instant | null;
}

export const askingFor = ({ storeHash, store, now }: JobContext): Asking => ({ storeHash, now: now(), lastSeenAt: store.lastSeenAt });

const DAY_MS = 24 * 60 * 60_000;

const pollingFacts = async (tables: Tables, { storeHash, now, lastSeenAt }: Asking): Promise<PollingFacts> => ({
  now,
  lastSaleAt: await tables.sales.newest(storeHash),
  lastSeenAt,
  callsInLastDay: await tables.calls.countSince(storeHash, instantPlus(now, -DAY_MS)),
});

/** How long the shop's sales are not asked for again. */
export const salesInterval = async (tables: Tables, asking: Asking): Promise<number> => salesPollingInterval(await pollingFacts(tables, asking));

/** How long the shop's products and counts are not asked for again. */
export const productsInterval = async (tables: Tables, asking: Asking): Promise<number> => productsPollingInterval(await pollingFacts(tables, asking));

const after = (last: Instant | null, { now }: Asking, interval: number): Instant => {
  const due = last === null ? now : instantPlus(last, interval);
  return due > now ? due : now;
};

/** When the counts that the newest sales left are read: at once in a shop that slept, else a trading shop's interval after the last look. */
export const nextLookAtProducts = async (tables: Tables, asking: Asking): Promise<Instant> => {
  const { goodUntil } = await readHikeReading(tables, asking.storeHash);
  return after(goodUntil, asking, await productsInterval(tables, asking));
};

const bringForward = (tables: Tables, storeHash: StoreHash, { thing, to }: { thing: 'hike-sales' | 'hike-products'; to: Instant }): Promise<void> =>
  tables.dirty.mark(storeHash, { thing, id: '-', priority: PRIORITY.poll, notBefore: to, trigger: 'schedule' });

/** New sales moved counts: the next look at these, planned while the shop slept, comes sooner. */
export const lookAfterSales = async (tables: Tables, asking: Asking): Promise<void> =>
  bringForward(tables, asking.storeHash, { thing: 'hike-products', to: await nextLookAtProducts(tables, asking) });

/** Somebody opened a page: what was planned while nobody looked comes sooner. */
export const lookForVisitor = async (tables: Tables, asking: Asking): Promise<void> => {
  const { goodUntil } = await findSalesCursor(tables, asking.storeHash);
  await bringForward(tables, asking.storeHash, { thing: 'hike-sales', to: after(goodUntil, asking, await salesInterval(tables, asking)) });
  await lookAfterSales(tables, asking);
};
