import type { Desk } from '../state/desk.ts';
import { Big, wireNumber } from '../wire/money.ts';
import type { Sale } from './sale.ts';
import { stockMovements, type StockMovement } from './stock-movement.ts';

function apply(desk: Desk, movement: StockMovement, sign: 1 | -1): void {
  const product = desk.shop.products.find((row) => row.id === movement.productId);
  const outlet = product?.product_outlets.find((row) => row.outlet_id === movement.outletId);
  if (!product?.track_inventory || !outlet) return;
  outlet.on_hand_inventory = wireNumber(new Big(outlet.on_hand_inventory).plus(new Big(movement.onHand).times(sign)));
  outlet.reserved_inventory = wireNumber(new Big(outlet.reserved_inventory).plus(new Big(movement.reserved).times(sign)));
  const now = desk.now().toISOString();
  if (desk.shop.unknowns.stockChangesLastModified && now > product.last_modified) product.last_modified = now;
}

function sameMovements(one: StockMovement[], other: StockMovement[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Takes back what the sale moved before, and moves what it moves now. */
export function moveStock(desk: Desk, before: Sale | undefined, after: Sale): void {
  const back = before ? stockMovements(before) : [];
  const forth = stockMovements(after);
  if (sameMovements(back, forth)) return;
  for (const movement of back) apply(desk, movement, -1);
  for (const movement of forth) apply(desk, movement, 1);
}
