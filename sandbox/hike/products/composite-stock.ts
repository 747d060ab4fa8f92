import type { Shop } from '../state/shop.ts';
import { Big } from '../wire/money.ts';
import { rowById } from './product-index.ts';
import type { ProductOutlet, ProductRow } from './product-row.ts';

/** How many whole composites the scarcest part makes at an outlet. */
function makeable(shop: Shop, row: ProductRow, count: (part: ProductRow | undefined) => Big): number {
  const each = row.components.map(({ productId, quantity }) => count(rowById(shop, productId)).div(quantity));
  return each.reduce((least, made) => (made.lt(least) ? made : least)).round(0, Big.roundDown).toNumber();
}

/** The outlet rows of a product; a composite's stock is what its parts make. */
export function outletsOf(shop: Shop, row: ProductRow): ProductOutlet[] {
  if (row.components.length === 0) return row.product_outlets;
  return row.product_outlets.map((outlet) => {
    const at = (part: ProductRow | undefined) => part?.product_outlets.find((other) => other.outlet_id === outlet.outlet_id);
    const onHand = makeable(shop, row, (part) => new Big(at(part)?.on_hand_inventory ?? 0));
    const available = makeable(shop, row, (part) => new Big(at(part)?.on_hand_inventory ?? 0).minus(at(part)?.reserved_inventory ?? 0));
    return { ...outlet, on_hand_inventory: onHand, reserved_inventory: onHand - available };
  });
}
