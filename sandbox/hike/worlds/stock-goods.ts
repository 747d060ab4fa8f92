import type { Good } from '../../worlds/goods.ts';
import { productBody, type ProductInput } from '../products/product-body.ts';
import type { ProductRow } from '../products/product-row.ts';
import { saveProduct } from '../products/save-product.ts';
import type { Desk } from '../state/desk.ts';
import type { Shop } from '../state/shop.ts';
import { parseBody } from '../wire/parse-body.ts';

function outletRows(shop: Shop, good: Good, stock: number) {
  const taxName = good.taxFree ? 'No Tax' : undefined;
  return shop.outlets.map((outlet, index) => ({
    outlet_id: outlet.id,
    cost_price: Number(good.cost),
    // The goods' price is the one that the shop's rule has people enter.
    ...(shop.taxInclusive ? { price_inc_tax: Number(good.price) } : { price_ex_tax: Number(good.price) }),
    tax_id: taxName === undefined ? outlet.taxId : shop.taxes.find((tax) => tax.name === taxName)?.id,
    // All stands in the first outlet; the others start empty.
    on_hand_inventory: index === 0 ? stock : 0,
  }));
}

function productOf(shop: Shop, good: Good): ProductInput {
  return {
    name: good.name,
    description: `<p>${good.name} by ${good.brand}.</p>`,
    sku: good.sku,
    barcode: good.barcode,
    bran_name: good.brand,
    product_type: [{ type_name: good.type }],
    sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }],
    product_outlets: outletRows(shop, good, good.variants ? 0 : good.stock),
    product_attributes: [...new Set(good.variants?.map((variant) => variant.option))].map((name) => ({ attribute_name: name, attribute_values: (good.variants ?? []).map((variant) => variant.value) })),
    product_variants: (good.variants ?? []).map((variant) => ({
      variant_name: variant.value,
      sku: variant.sku,
      barcode: variant.barcode,
      variant_outlets: outletRows(shop, good, variant.stock),
      variant_sub_values: [{ variant_sub_value_name: variant.value }],
    })),
  };
}

/** A picture of each, and two of what has variants. */
function hangImages(desk: Desk, product: ProductRow): void {
  const names = product.has_variants ? ['front', 'back'] : ['front'];
  product.images = names.map((name, index) => ({
    id: desk.state.nextId('image'),
    name,
    content: `${product.sku}-${name}`,
    isPrimary: index === 0,
    hasFullUrl: false,
    hasLongUrl: false,
    reach: 'public',
  }));
}

/** Puts the goods that this side carries on the shelves. */
export function stockGoods(desk: Desk, goods: Good[]): void {
  for (const good of goods.filter((candidate) => candidate.on.hike)) hangImages(desk, saveProduct(desk, parseBody(productBody, productOf(desk.shop, good))).product);
}
