import type { SalePreview } from './sale-preview';
import type { SideWatch } from '../connection-watch';
import type { Direction, Result, Thing, Trigger } from '../entry';
import type { Instant } from '../instant';
import type { ProblemAction } from '../problems';
import type { Settings } from '../settings';
import type { HikeTax } from '../sale';
import type { Location, Outlet, PaymentType, Register, TaxClass } from '../shop-lists';

/*
 * What the pages read, as JSON. Every amount arrives formatted in the store's currency, every time as an Instant
 * beside the store's zone; pages format times only.
 */

/** `reading`: the order is being read, ask again. */
export type SalePreviewAnswer = { kind: 'reading' } | { kind: 'refused'; problem: ProblemView } | { kind: 'sale'; sale: SalePreview; notes: string[] };

export interface ChangeView {
  /** "Price", "Description of TEE-S". */
  label: string;
  before: string;
  after: string;
}

/** A problem as a page shows it. */
export interface ProblemView {
  code: string;
  sentence: string;
  remedy: string;
  action: ProblemAction;
}

/** POST /api/stores/{hash}/session with `{ code }`, or with `{}` and the cookie. */
export interface SessionView {
  /** Sent as `Authorization: Bearer`; kept in memory alone. */
  token: string;
  expiresAt: Instant;
  user: { id: number; email: string; locale: string };
  isOwner: boolean;
}

export type ConnectionState = 'connected' | 'reconnect' | 'not-connected';

/** A side as the watch last found it. */
export type WatchedSide = Pick<SideWatch, 'state' | 'since' | 'trouble' | 'reason'>;

/** One step of the set-up checklist. */
export interface SetupStep {
  key: 'connect' | 'outlet' | 'payments' | 'salePrice' | 'taxes';
  done: boolean;
  /** What is missing, in a sentence; `null` when done. */
  missing: string | null;
}

/** One thing's health: `idle` until something can sync. */
export interface HealthView {
  thing: 'orders' | 'sales' | 'products' | 'stock' | 'customers';
  state: 'up-to-date' | 'behind' | 'needs-you' | 'held' | 'paused' | 'idle';
  /** "Up to date", "Behind 4 min", "2 need you". */
  sentence: string;
  lastSuccess: Instant | null;
  nextCheck: Instant | null;
}

/** GET /api/stores/{hash}/overview */
export interface OverviewView {
  store: {
    name: string;
    hash: string;
    timeZone: string;
    currency: string;
    controlPanelUrl: string | null;
    state: 'active' | 'reauthorise';
    /** Since when BigCommerce is known to tell us of every change; `null` before the first check. */
    noticesGoodAt: Instant | null;
  };
  /** Where the app opens anew inside the control panel. */
  reopenUrl: string | null;
  hike: { state: ConnectionState; shopName: string | null; trouble: string | null; candidate: { shopName: string } | null };
  /** `null` for a side that is not connected, or not looked at since its state changed. */
  watch: Record<'bigcommerce' | 'hike', WatchedSide | null>;
  setup: SetupStep[];
  isReady: boolean;
  health: HealthView[];
  needsYou: number;
  budget: { hikeCallsToday: number; hikeCallsPerDay: number };
  paused: Settings['paused'];
}

/** GET and PUT /api/stores/{hash}/settings; PUT takes `{ version, value }`, answers 409 when somebody saved meanwhile. */
export interface SettingsView {
  value: Settings;
  version: number;
  savedAt: Instant | null;
  savedBy: string | null;
  setup: SetupStep[];
  hike: {
    state: ConnectionState;
    shopName: string | null;
    trouble: string | null;
    candidate: { shopName: string } | null;
    readAt: Instant | null;
    outlets: Outlet[];
    registers: Register[];
    paymentTypes: PaymentType[];
    taxes: HikeTax[];
    /** Of the products that were read, for buffers. */
    productTypes: { id: number; name: string }[];
    /** Those with a buffer of their own: the settings hold their numbers alone. */
    bufferedProducts: { id: number; name: string }[];
    currency: string | null;
    taxInclusive: boolean | null;
  };
  /** What was saved would have many products or counts written anew, and waits for a look on the Products page. */
  isLookedAt: boolean;
  store: {
    currency: string;
    timeZone: string;
    pricesIncludeTax: boolean | null;
    taxClasses: TaxClass[];
    locations: Location[];
    /** Methods seen in the store's orders, with how many orders, the most frequent first. */
    paymentMethods: { method: string; orders: number }[];
  };
  /** Whether this installation has a mail server; without one no alert is sent. */
  canMail: boolean;
  /** Mapped targets that Hike no longer has, by settings path: `registerId`, `payments.byMethod.PayPal`. */
  gone: { path: string; sentence: string }[];
  /** What does not fit between both sides, in sentences: currency, tax-inclusive rule. */
  warnings: string[];
}

export type OrdersTab = 'to-import' | 'needs-you' | 'importing' | 'imported' | 'left-out' | 'all';

export interface OrderRow {
  id: number;
  createdAt: Instant;
  customer: string;
  email: string;
  itemCount: number;
  /** Formatted in the order's currency. */
  total: string;
  paymentMethod: string;
  statusId: number;
  /** The store's own label. */
  status: string;
  state: 'to-import' | 'importing' | 'checking' | 'needs-you' | 'imported' | 'changed' | 'left-out';
  /** "Ready", "Checking: Hike’s answer was lost", "Imported as sale BC-1042". */
  stateSentence: string;
  problem: ProblemView | null;
  sale: { id: number; number: string } | null;
  /** The order in the control panel. */
  orderUrl: string | null;
  canImport: boolean;
  canLeaveOut: boolean;
}

/** GET /api/stores/{hash}/orders?tab=&search=&offset= */
export interface OrdersView {
  tab: OrdersTab;
  counts: Record<OrdersTab, number>;
  rows: OrderRow[];
  offset: number;
  pageSize: number;
  hasMore: boolean;
  timeZone: string;
  /** Why nothing can be imported now; `null` when it can. */
  blocked: ProblemView | null;
  /** Of the import that runs now. */
  progress: { waiting: number } | null;
}

/** POST /api/stores/{hash}/orders/import `{ orderIds }` */
export interface ImportAnswer {
  queued: number[];
  /** Those that were not queued, each with its reason. */
  notQueued: { id: number; sentence: string }[];
}

/** GET /api/stores/{hash}/orders/{id}: the panel that the control panel opens from an order's row. */
export interface OrderPanelView {
  order: OrderRow | null;
  timeZone: string;
  /** Set while the order has still to be read from BigCommerce. */
  isReading: boolean;
  blocked: ProblemView | null;
  entries: EntryRow[];
}

export interface EntryRow {
  id: string;
  at: Instant;
  direction: Direction;
  thing: Thing;
  label: string;
  bigcommerce: { id: string; url: string | null } | null;
  hike: { id: string } | null;
  result: Result;
  /** "Done", "Needs you", "Left out by rule". */
  resultLabel: string;
  message: string;
  problem: ProblemView | null;
  attempts: number;
  trigger: Trigger;
  nextTryAt: Instant | null;
  canRetry: boolean;
  canIgnore: boolean;
  /** What it changed, field by field; empty for most. */
  changes: readonly ChangeView[];
  /** Technical detail, redacted. */
  detail: Record<string, unknown> | null;
}

/** Entries that need a person for the same cause. */
export interface CauseView {
  thing: Thing;
  code: string;
  count: number;
  /** The newest entry's; its sentence may name a detail that the others differ in. */
  problem: ProblemView;
  canRetry: boolean;
}

/** GET /api/stores/{hash}/sync-log?result=&direction=&thing=&search=&days=&before= */
export interface SyncLogView {
  rows: EntryRow[];
  counts: Record<Result, number>;
  /** Of at least two entries each, the most frequent first; whatever the filters. */
  causes: CauseView[];
  /** Pass as `before` for the next page; `null` at the end. */
  next: string | null;
  timeZone: string;
  retentionDays: number;
}

/** Every refusal of an API route: a sentence for a person, a code for the page, fields where the input was wrong. */
export interface ApiRefusal {
  code: 'signed-out' | 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'blocked' | 'failed';
  message: string;
  fields?: Record<string, string>;
  /** With `signed-out`: where the app opens anew inside the control panel, when the store is known. */
  reopenUrl?: string;
}
