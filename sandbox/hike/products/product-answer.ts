import { Big, wireNumber } from '../wire/money.ts';
import type { Shop } from '../state/shop.ts';
import type { ProductOutlet, ProductRow } from './product-row.ts';

/** What can be sold: on hand less what parked, laid-by and back-ordered sales hold. */
export function availableInventory(outlet: ProductOutlet): number {
  return wireNumber(new Big(outlet.on_hand_inventory).minus(outlet.reserved_inventory));
}

function outletAnswer(outlet: ProductOutlet) {
  return { ...outlet, available_inventory: availableInventory(outlet) };
}

function variantAnswer(child: ProductRow, parent: ProductRow) {
  return {
    prod_variant_id: child.id,
    variant_name: child.name.slice(`${parent.name} / `.length),
    sku: child.sku,
    barcode: child.barcode,
    variant_outlets: child.product_outlets.map(outletAnswer),
    variant_sub_values: child.variantValues,
    variant_images: [],
  };
}

/** A product row as the API answers it; a parent shows its variants, which are rows of their own as well. */
export function productAnswer(shop: Shop, row: ProductRow) {
  const { variantValues: _own, product_outlets: outlets, ...rest } = row;
  const children = shop.products.filter((other) => other.parentId === row.id);
  return {
    ...rest,
    product_outlets: outlets.map(outletAnswer),
    product_variants: children.map((child) => variantAnswer(child, row)),
  };
}
