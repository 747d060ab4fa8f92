import type { OrderId, SaleId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Sale } from '../../../domain/sale';

export const SEEN_SALE_STATES = ['waiting', 'sent', 'checking', 'left-out', 'needs-you'] as const;

export const UNSETTLED_SALE_STATES = ['waiting', 'checking'] as const satisfies readonly (typeof SEEN_SALE_STATES)[number][];

export interface SeenSale {
  sale: Sale;
  fingerprint: string;
  orderId: OrderId | null;
  state: (typeof SEEN_SALE_STATES)[number];
}

export interface SeenSales {
  findMany(storeHash: StoreHash, ids: readonly SaleId[]): Promise<SeenSale[]>;
  save(storeHash: StoreHash, sale: SeenSale, at: Instant): Promise<void>;
  /** The oldest transaction date among sales that may still change (lay-by, on account, back order). */
  oldestOpen(storeHash: StoreHash, openStatuses: readonly string[]): Promise<Instant | null>;
  newest(storeHash: StoreHash): Promise<Instant | null>;
  /** Those that are still to be sent or looked up, the oldest first. */
  listUnsettled(storeHash: StoreHash): Promise<SaleId[]>;
  /** Refunds and exchanges of this sale, the oldest first. */
  listByOriginal(storeHash: StoreHash, originalSaleId: SaleId): Promise<Sale[]>;
  /** Forgets all of a store's sales: they belong to a shop that is no longer connected. */
  deleteAll(storeHash: StoreHash): Promise<void>;
}
