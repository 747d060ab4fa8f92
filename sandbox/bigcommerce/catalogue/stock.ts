import { stockKey, type Product, type StockLevel, type Store, type Variant } from '../model/store.ts';
import type { Platform } from '../platform.ts';

export function defaultLocationId(store: Store): number {
  return [...store.locations.values()].find((location) => location.isDefault)?.id ?? 1;
}

export function levelAt(store: Store, variantId: number, locationId: number): StockLevel {
  const key = stockKey(variantId, locationId);
  const known = store.stock.get(key);
  if (known) return known;
  const level: StockLevel = { variantId, locationId, onHand: 0, safety: 0, warning: 0, bin: '', everAbsolute: false };
  store.stock.set(key, level);
  return level;
}

/** What the catalogue shows: the total available to sell over the enabled locations. */
export function availableToSell(store: Store, variantId: number): number {
  return [...store.locations.values()]
    .filter((location) => location.enabled)
    .map((location) => store.stock.get(stockKey(variantId, location.id)))
    .reduce((total, level) => total + (level ? level.onHand - level.safety : 0), 0);
}

export function variantsOf(store: Store, productId: number): Variant[] {
  return [...store.variants.values()].filter((variant) => variant.productId === productId);
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
  } else {
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
  const level = levelAt(store, change.variant.id, change.locationId);
  level.onHand = change.method === 'absolute' ? change.value : level.onHand + change.value;
  if (change.method === 'absolute') level.everAbsolute = true;
  announceStock(platform, store, change);
}
