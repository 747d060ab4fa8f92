import type { Order, StoreProduct } from '../traffic/things';
import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';
import { isOurs, isSoldOnline, numberOfImport } from './in-words';

/** Open: paid for or not, but neither finished nor called off. */
const OPEN = new Set([1, 3, 7, 8, 9, 11, 12, 13, 14]);
const FINISHED = new Set([2, 10]);

const heldBy = (evidence: Evidence): Map<number, number> => {
  const inHike = new Set(evidence.sales.map(({ number }) => number));
  const holds = (order: Order) =>
    !order.is_deleted &&
    // Left out by the merchant: it holds nothing back any more.
    !evidence.leftOut.has(order.id) &&
    !isOurs(order) &&
    !inHike.has(numberOfImport(order)) &&
    (OPEN.has(order.status_id) || (FINISHED.has(order.status_id) && Date.parse(order.date_created) >= evidence.startDate));
  const held = new Map<number, number>();
  for (const { lines } of evidence.orders.filter(holds)) {
    for (const { variant_id: id, quantity, quantity_refunded: refunded } of lines) held.set(id, (held.get(id) ?? 0) + Math.max(0, quantity - refunded));
  }
  return held;
};

interface Shelf {
  product: StoreProduct;
  variantId: number;
  sku: string;
  level: number;
}

const shelvesOf = (product: StoreProduct): Shelf[] =>
  product.variants.map(({ id, sku, inventory_level: level }) =>
    product.variants.length === 1 ? { product, variantId: id, sku: product.sku || sku, level: product.inventory_level } : { product, variantId: id, sku, level },
  );

/** What the store shows is what is left at the outlet, less what online orders hold back, less the buffer, and never below nothing. */
export const stockIsExplained = (evidence: Evidence, { settings }: Wanted): string[] => {
  const buffer = settings.stock.buffer.value;
  const held = heldBy(evidence);
  const bySku = new Map(evidence.shop.products.filter(({ sku }) => sku !== '').map((product) => [product.sku, product]));
  return evidence.products.flatMap(shelvesOf).flatMap(({ product, variantId, sku, level }) => {
    const goods = bySku.get(sku);
    const parent = goods && evidence.shop.products.find(({ id }) => id === goods.parentId);
    if (goods === undefined || product.inventory_tracking === 'none' || !goods.track_inventory || !isSoldOnline(parent ?? goods)) return [];
    const row = goods.product_outlets.find(({ outlet_id: id }) => id === evidence.outletId);
    if (row === undefined) return [];
    const available = Math.trunc(row.on_hand_inventory - row.reserved_inventory);
    const expected = Math.max(0, available - (held.get(variantId) ?? 0) - buffer);
    if (level === expected) return [];
    return [`${sku} shows ${level}; ${available} at the outlet, ${held.get(variantId) ?? 0} held back, ${buffer} kept: ${expected}`];
  });
};
