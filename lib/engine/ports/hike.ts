import type { CustomerDraft, HikeCustomer } from '../../domain/customer';
import type { HikeCustomerId, HikeProductId, SaleId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Sale, SaleDraft, SaleStatus } from '../../domain/sale';
import type { HikeLists } from '../../domain/shop-lists';

/**
 * Hike as the engine needs it, for one shop. Each method is one call (a paged one says so) and may throw the failures
 * of ./failures.ts. Reads are repeated by the adapter after a transient failure, writes never.
 */
export interface Hike {
  sales: HikeSales;
  products: HikeProducts;
  customers: HikeCustomers;
  shop: HikeShop;
}

export interface HikeSales {
  /** All sales with a transaction date in the range, both ends included; one call per 100, de-duplicated by id. */
  listByDate(from: Instant, to: Instant): Promise<Sale[]>;
  create(draft: SaleDraft): Promise<{ id: SaleId; number: string }>;
  /** Posts the sale as Hike holds it with another status (assumption: an `id` in the body updates). */
  changeStatus(id: SaleId, status: SaleStatus, around: Instant): Promise<void>;
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
}

export interface HikeCustomers {
  /** Customers with exactly this e-mail (without case). */
  listByEmail(email: string): Promise<HikeCustomer[]>;
  find(id: HikeCustomerId): Promise<HikeCustomer | null>;
  create(draft: CustomerDraft): Promise<HikeCustomerId>;
}

export interface HikeShop {
  /** Outlets, registers, payment types, taxes and the latest sale: five calls. */
  getLists(): Promise<HikeLists>;
}
