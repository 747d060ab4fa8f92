import type { HikeProductId, OrderId, StoreHash, VariantId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Direction, Result, Thing } from '../../domain/entry';
import type { ProblemCode } from '../../domain/problems';
import type { CustomerState } from '../../domain/catalogue-words';
import type { Settings } from '../../domain/settings';
import type {
  CatalogueRunView,
  CustomerAction,
  CustomersView,
  ProductAction,
  ProductActionAnswer,
  ProductsTab,
  ProductsView,
  StockTimelineView,
  StockView,
  ToHikePreviewView,
  ToHikeRequest,
} from '../../domain/views/product-views';
import type { ReconciliationView } from '../../domain/views/reconciliation-view';
import type { ImportAnswer, OrderPanelView, OrdersTab, OrdersView, OverviewView, SalePreviewAnswer, SettingsView, SyncLogView } from '../../domain/views/views';

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

export interface ProductsQuery {
  tab: ProductsTab;
  search: string;
  offset: number;
}

export interface StockQuery {
  search: string;
  /** Those alone whose zero waits for a person. */
  held: boolean;
  offset: number;
}

export interface DifferencesQuery {
  offset: number;
}

export interface CustomersQuery {
  /** `null`: all. */
  state: CustomerState | null;
  search: string;
  offset: number;
}

/** What a person switches off and on; what is not named stays. */
export type PauseChange = Partial<Settings['paused']>;

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
  /** The sale that the order would become by these settings; nothing is written on either side. */
  previewSale(storeHash: StoreHash, request: { orderId: OrderId; settings: Settings }): Promise<SalePreviewAnswer>;
  leaveOut(storeHash: StoreHash, orderIds: readonly OrderId[], leaveOut: boolean): Promise<void>;
  checkOrders(storeHash: StoreHash): Promise<void>;
  checkSales(storeHash: StoreHash): Promise<void>;
  checkProducts(storeHash: StoreHash): Promise<void>;
  checkCustomers(storeHash: StoreHash): Promise<void>;
  checkConnections(storeHash: StoreHash): Promise<void>;
  orderPanel(storeHash: StoreHash, orderId: OrderId): Promise<OrderPanelView>;
  syncLog(storeHash: StoreHash, query: SyncLogQuery): Promise<SyncLogView>;
  /** False when there is no such entry, or nothing to try again. */
  retryEntry(storeHash: StoreHash, entryId: string): Promise<boolean>;
  /** Everything that needs a person for this cause; answers how many entries that were. */
  retryCause(storeHash: StoreHash, cause: { thing: Thing; code: ProblemCode }): Promise<number>;
  ignoreEntry(storeHash: StoreHash, entryId: string): Promise<boolean>;
  pause(storeHash: StoreHash, paused: PauseChange): Promise<void>;
  products(storeHash: StoreHash, query: ProductsQuery): Promise<ProductsView>;
  catalogueRun(storeHash: StoreHash): Promise<CatalogueRunView>;
  actOnProducts(storeHash: StoreHash, action: ProductAction): Promise<ProductActionAnswer>;
  toHikePreview(storeHash: StoreHash, request: ToHikeRequest): Promise<ToHikePreviewView>;
  /** The dry run as the rows of a table, piece by piece. */
  planRows(storeHash: StoreHash): AsyncGenerator<(string | number)[][]>;
  stock(storeHash: StoreHash, query: StockQuery): Promise<StockView>;
  /** `null` when there is no such variant. */
  stockTimeline(storeHash: StoreHash, hikeId: HikeProductId, before: Instant | null): Promise<StockTimelineView | null>;
  /** Lets held zeros through: these variants', or all. */
  approveStock(storeHash: StoreHash, variantIds: readonly VariantId[] | null, who: string): Promise<void>;
  reconciliation(storeHash: StoreHash, query: DifferencesQuery): Promise<ReconciliationView>;
  /** Asks for a comparison; its result shows with a later look. */
  compareNow(storeHash: StoreHash): Promise<void>;
  /** Has these differences fixed, as far as a fix is offered, or with `null` all; answers how many. */
  fixDifferences(storeHash: StoreHash, keys: readonly string[] | null): Promise<number>;
  putDifferencesAside(storeHash: StoreHash, keys: readonly string[]): Promise<void>;
  customers(storeHash: StoreHash, query: CustomersQuery): Promise<CustomersView>;
  actOnCustomers(storeHash: StoreHash, action: CustomerAction): Promise<void>;
}
