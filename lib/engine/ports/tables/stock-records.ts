import type { HikeProductId, LocationId, OrderId, StoreHash, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { StockMove } from '../../../domain/stock';

/** What we know of one variant's stock at one BigCommerce location. */
export interface SeenLevel {
  variantId: VariantId;
  locationId: LocationId;
  hikeId: HikeProductId;
  /** As BigCommerce last told it, or as we last wrote it; `null` while unknown. */
  onHand: number | null;
  seenAt: Instant | null;
  /** What we last wrote; `null` before the first time. */
  written: number | null;
  writtenAt: Instant | null;
  /** The reserve that the written quantity allowed for: what later orders took explains a lower count. */
  writtenReserve: number;
  /** A hint came that it moved: read it before the next write. */
  isStale: boolean;
  /** A zero that waits for a person, since then. */
  heldSince: Instant | null;
  /** The person said yes: the next write may be a zero. */
  isApproved: boolean;
}

export interface StockLevels {
  findByVariants(storeHash: StoreHash, variantIds: readonly VariantId[]): Promise<SeenLevel[]>;
  saveMany(storeHash: StoreHash, levels: readonly SeenLevel[]): Promise<void>;
  /** Of these products' variants, at this location or at all. Unknown ones are passed over. */
  markStale(storeHash: StoreHash, variantIds: readonly VariantId[]): Promise<void>;
  /** The longest held first. */
  listHeld(storeHash: StoreHash, limit: number): Promise<SeenLevel[]>;
  countHeld(storeHash: StoreHash): Promise<number>;
  /** Approves what is held, of these variants or all: it is held no longer. Answers the Hike ids to publish again. */
  approve(storeHash: StoreHash, variantIds: readonly VariantId[] | null): Promise<HikeProductId[]>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}

export interface StockMoves {
  record(storeHash: StoreHash, moves: readonly StockMove[]): Promise<void>;
  /** Newest first; beyond the limit when the last one's moment has more, so that `before` passes over none. */
  listOf(storeHash: StoreHash, hikeId: HikeProductId, options: { before: Instant | null; limit: number }): Promise<StockMove[]>;
  /** The newest move of each of these on Hike's side: what was known before. */
  lastHikeCounts(storeHash: StoreHash, hikeIds: readonly HikeProductId[]): Promise<Map<HikeProductId, StockMove>>;
  /** Of every store. */
  deleteOlderThan(at: Instant): Promise<void>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}

export interface ReservedUnits {
  variantId: VariantId;
  units: number;
}

/** Units in open BigCommerce orders that Hike has not heard of. */
export interface Reserves {
  /** Replaces the order's lines, those of one variant added up; answers the variants whose reserve changed. */
  replace(storeHash: StoreHash, orderId: OrderId, units: readonly ReservedUnits[]): Promise<VariantId[]>;
  /** Variants without a reserve are absent. */
  sumByVariant(storeHash: StoreHash, variantIds: readonly VariantId[]): Promise<Map<VariantId, { units: number; orderIds: OrderId[] }>>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}
