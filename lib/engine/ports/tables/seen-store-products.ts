import type { ProductId, StoreHash, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { StoreProduct } from '../../../domain/store-product';

export const STORE_STANDINGS = ['linked', 'only-here', 'ignored', 'gone'] as const;
/** `gone`: deleted in BigCommerce while its Hike product lives. */
export type StoreStanding = (typeof STORE_STANDINGS)[number];

/** A product as BigCommerce last told it. */
export interface SeenStoreProduct {
  product: StoreProduct;
  standing: StoreStanding;
  sweep: number;
  goneAt: Instant | null;
}

/** SKU and barcode as `skuKey` writes them. */
export interface StoreVariantKey {
  productId: ProductId;
  variantId: VariantId;
  sku: string;
  barcode: string;
}

export interface SeenStoreProductFilter {
  standings: readonly StoreStanding[];
  search: string;
  /** Those alone that share a variant's SKU or barcode with another variant; what was put aside or is gone does nobody harm. */
  areDuplicates?: boolean;
  offset: number;
  limit: number;
}

export interface SeenStoreProducts {
  findMany(storeHash: StoreHash, ids: readonly ProductId[]): Promise<SeenStoreProduct[]>;
  /** Variants of products that are not gone with one of these SKUs or barcodes, as `skuKey` writes both. */
  listVariantsByKeys(storeHash: StoreHash, keys: { skus: readonly string[]; barcodes: readonly string[] }): Promise<StoreVariantKey[]>;
  /** Products with one of these names, trimmed and without case, that are not gone. */
  findByNames(storeHash: StoreHash, names: readonly string[]): Promise<SeenStoreProduct[]>;
  saveMany(storeHash: StoreHash, seen: readonly SeenStoreProduct[]): Promise<void>;
  changeStanding(storeHash: StoreHash, ids: readonly ProductId[], standing: StoreStanding): Promise<void>;
  /** By name, then id. */
  list(storeHash: StoreHash, filter: SeenStoreProductFilter): Promise<SeenStoreProduct[]>;
  count(storeHash: StoreHash, filter: Pick<SeenStoreProductFilter, 'standings' | 'search' | 'areDuplicates'>): Promise<number>;
  countByStanding(storeHash: StoreHash): Promise<Record<StoreStanding, number>>;
  listIds(storeHash: StoreHash, options: { after: ProductId | null; limit: number } & Partial<Pick<SeenStoreProductFilter, 'standings' | 'search' | 'areDuplicates'>>): Promise<ProductId[]>;
  listMissed(storeHash: StoreHash, sweep: number, limit: number): Promise<ProductId[]>;
  delete(storeHash: StoreHash, ids: readonly ProductId[]): Promise<void>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}
