import { stockKey, type Product, type StockLevel, type Store, type Variant } from '../model/store.ts';
import type { Platform } from '../platform.ts';
import { catalogueIndex } from './catalogue-index.ts';

export function defaultLocationId(store: Store): number {
  for (const location of store.locations.values()) if (location.isDefault) return location.id;
  return 1;
}

/** Under which id a variant's stock is kept: a product with variants that is tracked as a whole has one stock for all. */
export function stockIdOf(product: Product, variant: Variant): number {
  const together = product.fields.inventory_tracking === 'product' && variant.optionValues.length > 0;
  return together ? -product.id : variant.id;
}

/** The level as it is; a place that never had stock is not remembered for having been looked at. */
export function levelSeen(store: Store, stockId: number, locationId: number): StockLevel {
  return store.stock.get(stockKey(stockId, locationId)) ?? { variantId: stockId, locationId, onHand: 0, safety: 0, warning: 0, bin: '', everAbsolute: false };
}

/** The level to be changed. */
export function levelAt(store: Store, stockId: number, locationId: number): StockLevel {
  const level = levelSeen(store, stockId, locationId);
  store.stock.set(stockKey(stockId, locationId), level);
  return level;
}

/** What the catalogue shows: the total available to sell over the enabled locations. */
export function availableToSell(store: Store, stockId: number): number {
  let total = 0;
  for (const location of store.locations.values()) {
    const level = location.enabled ? store.stock.get(stockKey(stockId, location.id)) : undefined;
    if (level) total += level.onHand - level.safety;
  }
  return total;
}

export function variantsOf(store: Store, productId: number): Variant[] {
  return catalogueIndex(store).variantsOf.get(productId) ?? [];
}

/** The level that a product shows as a whole. */
export function productLevel(store: Store, product: Product): number {
  if (product.fields.inventory_tracking === 'none') return 0;
  const stockIds = new Set(variantsOf(store, product.id).map((variant) => stockIdOf(product, variant)));
  return [...stockIds].reduce((total, stockId) => total + availableToSell(store, stockId), 0);
}

export interface StockChange {
  product: Product;
  variant: Variant;
  locationId: number;
  method: 'absolute' | 'relative';
  value: number;
  byOrder: boolean;
}

/**
 * Tells what a change of stock tells: the product topic for simple products and for tracking by product, the SKU topic
 * only for tracking by variant, and the one topic that names the location. That orders fire the latter too is a guess.
 */
function announceStock(platform: Platform, store: Store, change: StockChange): void {
  const { product, variant, method, value } = change;
  const middle = change.byOrder ? 'inventory/order' : 'inventory';
  if (product.fields.inventory_tracking === 'variant') {
    const inventory = { product_id: product.id, variant_id: variant.id, method, value };
    platform.emit(store, `store/sku/${middle}/updated`, { type: 'sku', id: variant.id, inventory });
  }
  if (product.fields.inventory_tracking !== 'variant' || variant.optionValues.length === 0) {
    const inventory = { product_id: product.id, method, value };
    platform.emit(store, `store/product/${middle}/updated`, { type: 'product', id: product.id, inventory });
  }
  platform.emit(store, 'store/channel/*/inventory/product/stock_changed', {
    type: 'product',
    variant_id: variant.id,
    product_id: product.id,
    location_id: change.locationId,
  });
}

/** Moves the stock of one variant at one location and tells the hooks. */
export function moveStock(platform: Platform, store: Store, change: StockChange): void {
  const level = levelAt(store, stockIdOf(change.product, change.variant), change.locationId);
  level.onHand = change.method === 'absolute' ? change.value : level.onHand + change.value;
  if (change.method === 'absolute') level.everAbsolute = true;
  announceStock(platform, store, change);
}
