import type { CustomerDraft, HikeCustomer } from '../../domain/customer';
import type { HikeProduct, HikeProductDraft, HikeProductRow } from '../../domain/hike-product';
import type { HikeCustomerId, HikeProductId, SaleId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Problem } from '../../domain/problems';
import type { Sale, SaleDraft, SaleStatus } from '../../domain/sale';
import type { HikeLists } from '../../domain/shop-lists';
import type { MeetOdd, OddItem } from './odd-item';
import type { Picture } from './picture';

/**
 * Hike as the engine needs it, for one shop. Each method is one call (a paged one says so) and may throw the failures
 * of ./failures.ts. Reads are repeated by the adapter after a transient failure, writes never.
 */
export interface Hike {
  sales: HikeSales;
  products: HikeProducts;
  customers: HikeCustomers;
  images: HikeImages;
  shop: HikeShop;
}

/** One page of what changed; `next` is how many to skip for the next page, `null` at the end. */
export interface ChangedPage<T> {
  items: T[];
  next: number | null;
  /** As Hike counts: of products, children too. */
  total: number;
  /** Those that are left out because their shape is not known. Absent when there are none. */
  odd?: OddItem[];
}

export interface HikeSales {
  /**
   * All sales with a transaction date in the range, both ends included; one call per 100, de-duplicated by id. One whose
   * shape is not known fails the list, for a look-up must not take it for absent; with `meetOdd` it is told apart instead.
   */
  listByDate(from: Instant, to: Instant, meetOdd?: MeetOdd): Promise<Sale[]>;
  create(draft: SaleDraft): Promise<{ id: SaleId; number: string }>;
  /**
   * Posts the sale as Hike holds it with another status (assumption: an `id` in the body updates), unless the till has moved
   * it on meanwhile; answers the status that it was found in.
   */
  changeStatus(id: SaleId, move: SaleMove, around: Instant): Promise<SaleStatus>;
}

export interface SaleMove {
  from: SaleStatus;
  to: SaleStatus;
}

export interface HikeProductFacts {
  id: HikeProductId;
  /** The variant's own name where it is one. */
  name: string;
  sku: string;
}

export interface HikeProducts {
  /** Products and variants with exactly this SKU (trimmed, without case). */
  listBySku(sku: string): Promise<HikeProductFacts[]>;
  /** One page of rows changed since then (`Sync_From`), or of all; parents and children as they come. */
  listChanged(since: Instant | null, skip: number): Promise<ChangedPage<HikeProductRow>>;
  /** With its variants, also by the id of one; `null` when Hike answers that there is none: the proof that it was deleted. */
  find(id: HikeProductId): Promise<HikeProduct | null>;
  /** Creates a single product or one with variants; stock is never written (product: "What syncs"). */
  create(draft: HikeProductDraft): Promise<HikeProductId>;
}

export interface HikeImages {
  /** The image's file, or why there is none to be had at this address. Costs no quota. */
  fetch(url: string): Promise<Picture | Problem>;
}

export interface HikeCustomers {
  /** Customers with exactly this e-mail (without case). */
  listByEmail(email: string): Promise<HikeCustomer[]>;
  find(id: HikeCustomerId): Promise<HikeCustomer | null>;
  create(draft: CustomerDraft): Promise<HikeCustomerId>;
  /** One page of customers changed since then, or of all (assumption: `Sync_From` works here as for products). */
  listChanged(since: Instant | null, skip: number): Promise<ChangedPage<HikeCustomer>>;
}

export interface HikeShop {
  /** The smallest answer there is: whether Hike answers, and takes our token. */
  probe(): Promise<void>;
  /** Outlets, registers, payment types, taxes and the latest sale: five calls. */
  getLists(): Promise<HikeLists>;
}
