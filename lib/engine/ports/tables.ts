import type { Commit } from './commits';
import type { ApiCalls } from './tables/api-calls';
import type { Cursors } from './tables/cursors';
import type { DirtySet } from './tables/dirty-set';
import type { Entries } from './tables/entries';
import type { HikeConnections } from './tables/hike-connections';
import type { Inbox } from './tables/inbox';
import type { Incidents } from './tables/incidents';
import type { Intents } from './tables/intents';
import type { Leases } from './tables/leases';
import type { Links } from './tables/links';
import type { Members } from './tables/members';
import type { OneTimeCodes } from './tables/one-time-codes';
import type { ProductImages } from './tables/product-images';
import type { Differences, Reconciliations } from './tables/reconciliations';
import type { SeenCustomers } from './tables/seen-customers';
import type { SeenHikeProducts } from './tables/seen-hike-products';
import type { SeenOrders } from './tables/seen-orders';
import type { SeenSales } from './tables/seen-sales';
import type { SeenStoreProducts } from './tables/seen-store-products';
import type { SettingsRecords } from './tables/settings-records';
import type { Reserves, StockLevels, StockMoves } from './tables/stock-records';
import type { Stores } from './tables/stores';

// The front of this port: whoever uses it imports from here, and the rooms behind stay free to move.
export * from './tables/api-calls';
export * from './tables/cursors';
export * from './tables/dirty-set';
export * from './tables/entries';
export * from './tables/hike-connections';
export * from './tables/inbox';
export * from './tables/incidents';
export * from './tables/intents';
export * from './tables/leases';
export * from './tables/links';
export * from './tables/members';
export * from './tables/one-time-codes';
export * from './tables/product-images';
export * from './tables/reconciliations';
export * from './tables/seen-customers';
export * from './tables/seen-hike-products';
export * from './tables/seen-orders';
export * from './tables/seen-sales';
export * from './tables/seen-store-products';
export * from './tables/settings-records';
export * from './tables/stock-records';
export * from './tables/stores';

type ReadingVerb = 'find' | 'get' | 'list' | 'count' | 'sum' | 'newest' | 'oldestOpen' | 'latest' | 'lastHikeCounts' | 'nextDue';
type Writes<Table> = Exclude<keyof Table & string, `${ReadingVerb}${string}`>;

/** What only reads. */
export type ReadingTables = { readonly [Name in keyof Tables]: Omit<Tables[Name], Writes<Tables[Name]> | 'findForUpdate'> };

/** What is written in one statement outside of a transaction, and good by itself: a process may die on either side of it. */
export const LONE_WRITES = ['calls.add', 'codes.create', 'codes.redeem', 'connections.saveTokens', 'dirty.deleteAll', 'leases.acquire', 'leases.release', 'leases.renew', 'members.delete'] as const;
type LoneWrite = (typeof LONE_WRITES)[number];

type LoneWriting = { readonly [Name in keyof Tables]: { [Method in keyof Tables[Name] as `${Name}.${Method & string}` extends LoneWrite ? Method : never]: Tables[Name][Method] } };

/** What the engine keeps. Whatever is written belongs into a transaction that has a name. */
export interface Database {
  tables: ReadingTables & LoneWriting;
  /**
   * All or nothing; no network call belongs in here. `work` runs again when the database undid it to end a deadlock, so
   * it does nothing that its tables would not undo. Inside it, only the tables handed in are used.
   */
  transaction<T>(commit: Commit, work: (tables: Tables) => Promise<T>): Promise<T>;
}

/** As adapters make it, and tests prepare it: its tables can also be written outside of transactions. */
export interface WholeDatabase extends Database {
  tables: Tables;
}

export interface Tables {
  stores: Stores;
  members: Members;
  codes: OneTimeCodes;
  connections: HikeConnections;
  settings: SettingsRecords;
  links: Links;
  orders: SeenOrders;
  sales: SeenSales;
  dirty: DirtySet;
  leases: Leases;
  intents: Intents;
  entries: Entries;
  inbox: Inbox;
  incidents: Incidents;
  cursors: Cursors;
  calls: ApiCalls;
  hikeProducts: SeenHikeProducts;
  storeProducts: SeenStoreProducts;
  images: ProductImages;
  levels: StockLevels;
  moves: StockMoves;
  reserves: Reserves;
  customers: SeenCustomers;
  reconciliations: Reconciliations;
  differences: Differences;
}
