import type { CustomerState, STOCK_REASONS, STOCK_SIDES, Standing } from '../catalogue-words';
import type { Instant } from '../instant';
import type { ChangeView, ProblemView } from './views';

/*
 * What the Products and Customers pages read, as JSON; see views.ts. Prices and quantities arrive as text ready to show.
 */

/**
 * The match desk's tabs. `changing`, `level-changes`, `to-zero` and `price-moves` are what a dry run tells, parts of other
 * lists; those from `ambiguous` on need a person, or were left out or put aside.
 */
export const PRODUCTS_TABS = ['linked', 'changing', 'level-changes', 'to-zero', 'price-moves', 'only-hike', 'only-bigcommerce', 'ambiguous', 'clash', 'duplicate', 'refused', 'removed', 'kept', 'left-out', 'ignored'] as const;
export type ProductsTab = (typeof PRODUCTS_TABS)[number];

/** One product of either side, or a linked pair. */
export interface ProductRow {
  /** `hike:812` or `bigcommerce:77`; what link, ignore and the rest name it by. */
  key: string;
  hike: { id: number; name: string; skus: string[] } | null;
  bigcommerce: { id: number; name: string; skus: string[]; url: string | null } | null;
  /** `null` for a product that is in BigCommerce alone. */
  standing: Standing | null;
  /** "Linked, up to date", "Will be created", "Could be any of 3 products". */
  sentence: string;
  problem: ProblemView | null;
  changes: ChangeView[];
  /** Counts that would be published anew: "Stock of TEE-S at Harbour". They are no fields of the product. */
  levels: ChangeView[];
  goesToZero: string[];
  /** "+45 %"; `null` below the threshold. */
  priceMove: string | null;
  /** The side that holds something else with the same SKU or barcode. */
  duplicateIn: 'hike' | 'bigcommerce' | null;
  /** `skus` are `null` where they were not kept. */
  candidates: { id: number; name: string; skus: string[] | null; url: string | null }[];
  can: { link: boolean; linkCandidate: boolean; unlink: boolean; ignore: boolean; unignore: boolean; hide: boolean; delete: boolean; keep: boolean; sendToHike: boolean; retry: boolean };
}

/** GET /api/stores/{hash}/products?tab=&search=&offset= */
export interface ProductsView {
  tab: ProductsTab;
  counts: Record<ProductsTab, number>;
  rows: ProductRow[];
  /** Of the tab, as far as the search finds them. */
  total: number;
  offset: number;
  pageSize: number;
  hasMore: boolean;
  run: CatalogueRunView;
}

/**
 * Where the dry run or the sync stands. `never`: nothing was read yet. `reading`: both catalogues are being read.
 * `comparing`: what was read is compared. `ready`: the dry run can be looked at, nothing was written. `running`: after
 * Start, until the first full pass is done. `applying`: what a person let through later is written. `in-step`: changes
 * flow by themselves.
 */
export type CatalogueRunState = 'never' | 'reading' | 'comparing' | 'ready' | 'running' | 'applying' | 'in-step';

/** GET /api/stores/{hash}/products/run */
export interface CatalogueRunView {
  state: CatalogueRunState;
  /** Of the stage that runs: the first reading, or else products. */
  isPaused: boolean;
  paused: { products: boolean; stock: boolean; customers: boolean };
  /** After Start: no product is written while a person looks at a dry run, or at what saved settings would have written. `null` when changes flow. */
  hold: { bySettings: boolean; ofStock: boolean } | null;
  /** Why nothing can be read or started now; `null` when it can. */
  blocked: ProblemView | null;
  /** Of the dry run, by what would happen. */
  counts: { create: number; update: number; unchanged: number; needsYou: number; leftOut: number; removed: number; onlyInBigCommerce: number; levels: number; goesToZero: number; priceAlarms: number };
  /** Of the stage that runs now. `total` is `null` while nobody knows it. */
  progress: { done: number; total: number | null; failed: number; sentence: string } | null;
  /** "About 12 minutes"; `null` when nothing runs or nobody can tell yet. */
  timeLeft: string | null;
  /** When the dry run was finished, and when the sync was started. */
  comparedAt: Instant | null;
  startedAt: Instant | null;
  can: { dryRun: boolean; start: boolean; apply: boolean; discard: boolean; pause: boolean; resume: boolean; cancel: boolean };
  timeZone: string;
}

/**
 * What may be done to all that a tab holds, beyond the page that is shown; nothing that BigCommerce would lose by.
 * `link-candidate`: each with its only candidate in BigCommerce, one to one or not at all.
 */
export const VERBS_FOR_ALL = ['link-candidate', 'send-to-hike', 'retry', 'unlink', 'ignore', 'unignore'] as const;
export type VerbForAll = (typeof VERBS_FOR_ALL)[number];

/** All of a tab, as far as the search finds them. */
export interface AllOfTab {
  tab: ProductsTab;
  search: string;
}

/** POST /api/stores/{hash}/products/actions; answers 200 with what was done. */
export type ProductAction =
  | { action: 'dry-run' | 'start' | 'cancel' | 'pause-reading' | 'resume-reading' | 'apply' | 'discard' }
  | { action: 'link'; hikeId: number; productId: number }
  /** Hide, delete and keep are for the lists "removed" and "kept": what happens in BigCommerce. */
  | { action: VerbForAll | 'hide' | 'delete' | 'keep'; keys: string[] }
  /** Part by part: `after` is the `next` of the answer before. */
  | { action: VerbForAll; all: AllOfTab & { after: string | null } };

export interface ProductActionAnswer {
  done: number;
  /** Where the next part of "all" begins; `null` when nothing is left. */
  next: string | null;
  /** Those that were not done, each with its reason. */
  notDone: { key: string; sentence: string }[];
}

export type ToHikeRequest = { keys: string[] } | { all: AllOfTab };

/** What would be created in Hike from BigCommerce; POST /api/stores/{hash}/products/to-hike-preview. */
export interface ToHikePreviewView {
  totals: { possible: number; variants: number; impossible: number };
  /** Each that was named; of "all" the first that can be created, and the first that cannot. */
  rows: { key: string; name: string; skus: string[]; price: string; variants: number; problem: ProblemView | null }[];
}

export interface StockRow {
  hikeId: number;
  /** The BigCommerce variant that it is linked with; what approving names it by. */
  variantId: number | null;
  name: string;
  sku: string;
  isLinked: boolean;
  /** Per mapped BigCommerce location. */
  locations: {
    id: number;
    name: string;
    /** "12 available − 2 reserved − 1 buffer = 9"; or why nothing is published. */
    sum: string;
    /** What BigCommerce holds, as last seen; `null` while unknown. */
    inBigCommerce: number | null;
    published: number | null;
    isHeld: boolean;
  }[];
}

/** GET /api/stores/{hash}/stock?search=&held=&offset= */
export interface StockView {
  rows: StockRow[];
  offset: number;
  pageSize: number;
  hasMore: boolean;
  held: number;
  isPaused: boolean;
  timeZone: string;
}

/** GET /api/stores/{hash}/stock/{hikeId}?before= */
export interface StockTimelineView {
  row: StockRow;
  moves: {
    at: Instant;
    side: (typeof STOCK_SIDES)[number];
    location: string | null;
    before: string | null;
    after: string;
    reason: (typeof STOCK_REASONS)[number];
    /** "Published", "Order 123 took it", "Changed outside, no order explains it". */
    sentence: string;
    sum: string | null;
  }[];
  next: Instant | null;
  /** Orders that hold units back now. */
  reservedBy: { orderId: number; url: string | null }[];
  timeZone: string;
}

export interface CustomerRow {
  hikeId: number;
  name: string;
  email: string;
  state: CustomerState;
  sentence: string;
  problem: ProblemView | null;
  customer: { id: number; url: string | null } | null;
  candidates: { id: number; label: string; url: string | null }[];
}

/** GET /api/stores/{hash}/customers?state=&search=&offset= */
export interface CustomersView {
  counts: Record<CustomerState, number>;
  rows: CustomerRow[];
  offset: number;
  pageSize: number;
  hasMore: boolean;
  isPaused: boolean;
}

/** POST /api/stores/{hash}/customers/actions */
export type CustomerAction =
  /** Which of several it is; `null` sends it as none of them, never. */
  | { action: 'choose'; hikeId: number; customerId: number | null }
  /** Of several in Hike with an e-mail that nobody has in BigCommerce, this one is created there; the others are not sent under it. */
  | { action: 'create'; hikeId: number }
  | { action: 'ignore' | 'unignore' | 'retry'; hikeIds: number[] };
