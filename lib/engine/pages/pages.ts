import type { OrderId, StoreHash } from '../../domain/ids';
import type { Direction, Result, Thing } from '../../domain/entry';
import type { Settings } from '../../domain/settings';
import type { ImportAnswer, OrderPanelView, OrdersTab, OrdersView, OverviewView, SettingsView, SyncLogView } from '../../domain/views/views';

export interface OrdersQuery {
  tab: OrdersTab;
  search: string;
  offset: number;
}

export interface SyncLogQuery {
  /** Empty: all results. */
  results: readonly Result[];
  direction: Direction | null;
  thing: Thing | null;
  search: string;
  /** Entries of the last so many days; `null`: all that are kept. */
  days: number | null;
  /** `next` of the page before. */
  before: string | null;
}

export type SaveAnswer =
  | { kind: 'saved'; view: SettingsView }
  | { kind: 'conflict'; savedBy: string | null }
  /** A sentence per settings path. */
  | { kind: 'invalid'; fields: Record<string, string> };

/** What the pages read and do, as the routes call it: dependencies bound, one store per call. */
export interface Pages {
  overview(storeHash: StoreHash): Promise<OverviewView>;
  settings(storeHash: StoreHash): Promise<SettingsView>;
  /** `who`: the e-mail that the next one who meets a conflict reads. */
  saveSettings(storeHash: StoreHash, input: { version: number; value: Settings }, who: string): Promise<SaveAnswer>;
  /** Asks for the lists anew; they arrive with a later look. */
  refreshHikeLists(storeHash: StoreHash): Promise<void>;
  orders(storeHash: StoreHash, query: OrdersQuery): Promise<OrdersView>;
  importOrders(storeHash: StoreHash, orderIds: readonly OrderId[]): Promise<ImportAnswer>;
  leaveOut(storeHash: StoreHash, orderIds: readonly OrderId[], leaveOut: boolean): Promise<void>;
  checkOrders(storeHash: StoreHash): Promise<void>;
  checkSales(storeHash: StoreHash): Promise<void>;
  orderPanel(storeHash: StoreHash, orderId: OrderId): Promise<OrderPanelView>;
  syncLog(storeHash: StoreHash, query: SyncLogQuery): Promise<SyncLogView>;
  /** False when there is no such entry, or nothing to try again. */
  retryEntry(storeHash: StoreHash, entryId: string): Promise<boolean>;
  ignoreEntry(storeHash: StoreHash, entryId: string): Promise<boolean>;
  pause(storeHash: StoreHash, paused: { imports?: boolean; sales?: boolean }): Promise<void>;
}
