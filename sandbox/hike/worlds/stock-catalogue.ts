import type { CatalogueGood, GoodImage, GoodStock } from '../../worlds/catalogue/catalogue-good.ts';
import type { ProductImage } from '../images/product-image.ts';
import { onePrimary } from '../images/save-images.ts';
import { rowByCode, variantsOf } from '../products/product-index.ts';
import type { ProductBody } from '../products/product-body.ts';
import type { ProductRow } from '../products/product-row.ts';
import { saveProduct } from '../products/save-product.ts';
import { setComponents } from '../products/set-components.ts';
import type { Desk } from '../state/desk.ts';

/** Shared by all rows: nothing changes an array of a row in place. */
const NONE: never[] = [];
const AT_TILL = [{ sales_channels: '1' }];
const AT_TILL_AND_ONLINE = [{ sales_channels: '1' }, { sales_channels: '2' }];

function outletRows({ shop }: Desk, good: CatalogueGood, stock: GoodStock): ProductBody['product_outlets'] {
  const noTax = shop.taxes.find((tax) => tax.rate === 0);
  return shop.outlets.map((outlet, index) => ({
    outlet_id: outlet.id,
    cost_price: good.costCents / 100,
    price_inc_tax: good.priceCents / 100,
    tax_id: good.isTaxFree ? noTax?.id : outlet.taxId,
    on_hand_inventory: stock[index] ?? 0,
  }));
}

function bodyOf(desk: Desk, good: CatalogueGood): ProductBody {
  return {
    name: good.name,
    description: good.description || null,
    sku: good.sku || null,
    barcode: good.barcode || null,
    bran_name: good.brand,
    track_inventory: good.tracksStock,
    isActive: good.isActive,
    product_type: [{ type_name: good.type }],
    product_tags: good.tags.length > 0 ? good.tags.map((name) => ({ name })) : NONE,
    sales_channels: good.isOnline ? AT_TILL_AND_ONLINE : AT_TILL,
    product_outlets: outletRows(desk, good, good.variants.length > 0 ? [0, 0] : good.stock),
    product_attributes: good.options.map((name, at) => ({ attribute_name: name, attribute_values: [...new Set(good.variants.map((variant) => variant.values[at] ?? ''))] })),
    product_variants: good.variants.map((variant) => ({
      sku: variant.sku,
      barcode: variant.barcode || null,
      variant_outlets: outletRows(desk, good, variant.stock),
      variant_sub_values: variant.values.map((value) => ({ variant_sub_value_name: value })),
      variant_images: NONE,
    })),
    additional_images: NONE,
    product_suppliers: NONE,
    product_extras: NONE,
    product_unit_of_measures: NONE,
  };
}

function imagesOf({ state }: Desk, images: GoodImage[]): ProductImage[] {
  return images.length === 0 ? NONE : onePrimary(images.map((image, index) => ({ ...image, id: state.nextId('image'), name: '', isPrimary: index === 0 })));
}

/** What `products/create` cannot say: images of any kind, and outlets without a record. */
function finish(desk: Desk, row: ProductRow, given: { stock: GoodStock; images: GoodImage[] }): void {
  row.images = imagesOf(desk, given.images);
  if (given.stock.includes(null)) row.product_outlets = row.product_outlets.filter((_outlet, index) => given.stock[index] !== null);
}

/** Puts goods of a generated world on the shelves. The parts of a composite must be there before it. */
export function stockCatalogue(desk: Desk, goods: Iterable<CatalogueGood>): void {
  for (const good of goods) {
    const { product } = saveProduct(desk, bodyOf(desk, good));
    variantsOf(desk.shop, product.id).forEach((row, index) => {
      const variant = good.variants[index];
      if (variant) finish(desk, row, variant);
    });
    finish(desk, product, good);
    const parts = good.parts.filter((part) => rowByCode(desk.shop, 'sku', part.sku));
    if (parts.length > 0) setComponents(desk, product, parts);
  }
}
