import { rowById } from '../products/product-index.ts';
import type { ProductRow } from '../products/product-row.ts';
import { touchStock } from '../products/touch.ts';
import type { Desk } from '../state/desk.ts';
import { Big, wireNumber } from '../wire/money.ts';
import type { Sale } from './sale.ts';
import { stockMovements, type StockMovement } from './stock-movement.ts';

/** A composite leaves as its parts. */
function inParts(product: ProductRow, movement: StockMovement): StockMovement[] {
  return product.components.map(({ productId, quantity }) => {
    const times = (units: number) => wireNumber(new Big(units).times(quantity));
    return { ...movement, productId, onHand: times(movement.onHand), reserved: times(movement.reserved) };
  });
}

function apply(desk: Desk, movement: StockMovement, sign: 1 | -1): void {
  const product = rowById(desk.shop, movement.productId);
  for (const part of product ? inParts(product, movement) : []) apply(desk, part, sign);
  const outlet = product?.product_outlets.find((row) => row.outlet_id === movement.outletId);
  if (!product?.track_inventory || !outlet || product.components.length > 0) return;
  outlet.on_hand_inventory = wireNumber(new Big(outlet.on_hand_inventory).plus(new Big(movement.onHand).times(sign)));
  outlet.reserved_inventory = wireNumber(new Big(outlet.reserved_inventory).plus(new Big(movement.reserved).times(sign)));
  touchStock(desk, product);
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
