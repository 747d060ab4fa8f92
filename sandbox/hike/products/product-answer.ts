import { imageAnswer } from '../images/image-answer.ts';
import type { HikeState } from '../state/hike-state.ts';
import type { Shop } from '../state/shop.ts';
import { Big, wireNumber } from '../wire/money.ts';
import { outletsOf } from './composite-stock.ts';
import { variantsOf } from './product-index.ts';
import type { ProductOutlet, ProductRow } from './product-row.ts';

/** Whose goods are shown, and where their images are found. */
export interface Shown {
  shop: Shop;
  state: HikeState;
}

/** What can be sold: on hand less what parked, laid-by and back-ordered sales hold. */
export function availableInventory(outlet: ProductOutlet): number {
  return wireNumber(new Big(outlet.on_hand_inventory).minus(outlet.reserved_inventory));
}

function outletAnswer(outlet: ProductOutlet) {
  return { ...outlet, available_inventory: availableInventory(outlet) };
}

function variantAnswer({ state }: Shown, child: ProductRow, parent: ProductRow) {
  return {
    prod_variant_id: child.id,
    variant_name: child.name.slice(`${parent.name} / `.length),
    sku: child.sku,
    barcode: child.barcode,
    variant_outlets: child.product_outlets.map(outletAnswer),
    variant_sub_values: child.variantValues,
    variant_images: child.images.map((image) => imageAnswer(state.publicUrl(), image)),
  };
}

/** A product row as the API answers it; a parent shows its variants, which are rows of their own as well. */
export function productAnswer(shown: Shown, row: ProductRow) {
  const { shop, state } = shown;
  const { variantValues: _own, images, components: _parts, product_outlets: _outlets, ...rest } = row;
  return {
    ...rest,
    product_outlets: outletsOf(shop, row).map(outletAnswer),
    product_variants: variantsOf(shop, row.id).map((child) => variantAnswer(shown, child, row)),
    additional_images: images.map((image) => imageAnswer(state.publicUrl(), image)),
  };
}
