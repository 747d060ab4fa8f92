import { ApiRefusal } from '../api-refusal.ts';
import { availableToSell, defaultLocationId, moveStock, stockIdOf } from '../catalogue/stock.ts';
import type { Order, OrderLine } from '../model/order.ts';
import type { Product, Store, Variant } from '../model/store.ts';
import type { Platform } from '../platform.ts';

/** Statuses in which an order is over without goods leaving: stock may come back. */
const RETURNS_STOCK = [4, 5];
const GOODS_GONE = [2, 10];

function tracked(store: Store, line: OrderLine): { product: Product; variant: Variant } | undefined {
  const product = store.products.get(line.productId);
  const variant = store.variants.get(line.variantId);
  return product && variant && product.fields.inventory_tracking !== 'none' ? { product, variant } : undefined;
}

/** Whether an order in this status has taken its stock; incomplete orders are taken to hold none (not documented). */
function holdsStock(store: Store, statusId: number): boolean {
  if (statusId === 0 || statusId === 6) return false;
  if (RETURNS_STOCK.includes(statusId)) return false;
  return store.settings.updateStockBehavior === 'order_placed' || GOODS_GONE.includes(statusId);
}

/** Refuses an order beyond the stock, when the store is set to. Nothing has changed when it throws. */
export function assertInStock(store: Store, order: Order): void {
  if (store.settings.oversell === 'allow' || !holdsStock(store, order.statusId)) return;
  for (const line of order.lines) {
    const item = tracked(store, line);
    if (!item) continue;
    const wanted = line.quantity - line.stockTaken;
    const left = availableToSell(store, stockIdOf(item.product, item.variant));
    if (wanted <= left) continue;
    throw new ApiRefusal(400, `The product "${line.name}" has only ${left} left in stock.`, {
      invalid_reason: 'insufficient_stock',
      product_id: String(line.productId),
      available: String(left),
    });
  }
}

/** Brings the stock in line with the order: takes what it should hold and gives back what it should not. */
export function settleStock(platform: Platform, store: Store, order: Order): void {
  const holds = holdsStock(store, order.statusId);
  const mayReturn = store.settings.refundOrderStockAdjustment && RETURNS_STOCK.includes(order.statusId);
  for (const line of order.lines) {
    const item = tracked(store, line);
    if (!item) continue;
    // API refunds never restock, so only the status decides; quantityRefunded plays no part here.
    const target = holds ? line.quantity : mayReturn ? 0 : line.stockTaken;
    const taken = target - line.stockTaken;
    if (taken === 0) continue;
    moveStock(platform, store, { ...item, locationId: defaultLocationId(store), method: 'relative', value: -taken, byOrder: true });
    line.stockTaken = target;
  }
}
