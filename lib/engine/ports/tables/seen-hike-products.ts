import type { Standing } from '../../../domain/catalogue-words';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId, ProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { ProductPlan } from '../../../domain/product-plan';

/** A product as Hike last told it, and where it stands with BigCommerce. */
export interface SeenHikeProduct {
  product: HikeProduct;
  /** Of all that the rules look at; an unchanged product costs a comparison. */
  fingerprint: string;
  /** The full reading that last met it: whatever a later full reading misses may be gone. */
  sweep: number;
  /** Hike answered that it is gone. */
  goneAt: Instant | null;
  /** `null` until it was compared. */
  plan: ProductPlan | null;
  /** Per group of fields what is remembered of our writes to BigCommerce, mostly as a hash; empty before. */
  written: Record<string, string>;
  /** A person put it aside. */
  isIgnored: boolean;
  /** What a person decided to do in BigCommerce about a product that is `removed`. */
  removal: 'hide' | 'delete' | 'keep' | null;
  /** Which variants it has was told by the product itself, not by a list alone: only then is a missing one gone. */
  variantsConfirmed: boolean;
}

/** SKU and barcode as `skuKey` writes them. */
export interface VariantKey {
  productId: HikeProductId;
  variantId: HikeProductId;
  sku: string;
  barcode: string;
}

export interface SeenHikeProductFilter {
  /** None named: all of them. */
  standings: readonly Standing[];
  /** Looks at name, SKUs and barcodes. */
  search: string;
  /** Those alone whose plan takes a SKU to zero, moves a level, or moves a price by more than the alarm. */
  warns?: 'zero' | 'level' | 'price';
  offset: number;
  limit: number;
}

export interface SeenHikeProducts {
  findMany(storeHash: StoreHash, ids: readonly HikeProductId[]): Promise<SeenHikeProduct[]>;
  /** The products that these variants belong to; a single product's variant has its own id. */
  findByVariants(storeHash: StoreHash, variantIds: readonly HikeProductId[]): Promise<SeenHikeProduct[]>;
  /** Variants of products that are not gone with one of these SKUs or barcodes, as `skuKey` writes both. */
  listVariantsByKeys(storeHash: StoreHash, keys: { skus: readonly string[]; barcodes: readonly string[] }): Promise<VariantKey[]>;
  /** New, or replaced as a whole with its variants. */
  saveMany(storeHash: StoreHash, seen: readonly SeenHikeProduct[]): Promise<void>;
  savePlans(storeHash: StoreHash, plans: readonly { id: HikeProductId; plan: ProductPlan }[]): Promise<void>;
  saveWritten(storeHash: StoreHash, products: readonly { id: HikeProductId; written: Record<string, string> }[]): Promise<void>;
  /** By name, then id. */
  list(storeHash: StoreHash, filter: SeenHikeProductFilter): Promise<SeenHikeProduct[]>;
  count(storeHash: StoreHash, filter: Pick<SeenHikeProductFilter, 'standings' | 'search' | 'warns'>): Promise<number>;
  countByStanding(storeHash: StoreHash): Promise<Record<Standing, number>>;
  /** Product types met, by name. */
  listTypes(storeHash: StoreHash): Promise<{ id: number; name: string }[]>;
  /** Sums over all plans, for the dry run's head line: SKUs that go to zero, levels that change, and plans whose price moves by more than this percentage. */
  sumPlans(storeHash: StoreHash, priceAlarmPercent?: number): Promise<{ goesToZero: number; levels: number; priceAlarms: number }>;
  /** Calls to BigCommerce that carrying out the plans of these standings costs. */
  sumCalls(storeHash: StoreHash, standings: readonly Standing[]): Promise<number>;
  /** Ids after this one, ascending: for passes over everything in bounded memory. */
  listIds(storeHash: StoreHash, options: { after: HikeProductId | null; limit: number } & Partial<Pick<SeenHikeProductFilter, 'standings' | 'search' | 'warns'>>): Promise<HikeProductId[]>;
  /** Products that wait for a person and name one of these in BigCommerce among the candidates of their plans. */
  listWanting(storeHash: StoreHash, productIds: readonly ProductId[]): Promise<{ productId: ProductId; hikeId: HikeProductId }[]>;
  /** Ids that the full reading `sweep` did not meet and that are not known to be gone. */
  listMissed(storeHash: StoreHash, sweep: number, limit: number): Promise<HikeProductId[]>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}
