import { z } from 'zod';
import { record, type Desk } from '../state/desk.ts';
import { Refusal } from '../wire/refusal.ts';
import { amount } from '../wire/wire-types.ts';
import { putRow } from './product-index.ts';
import type { ProductAttribute, ProductRow } from './product-row.ts';
import { saveVariant } from './save-product.ts';
import { touch } from './touch.ts';

export const variantToAdd = z.strictObject({
  /** One per option, in their order. */
  values: z.array(z.string().min(1)).min(1).max(3),
  /** Names of the options, for a product that had none. */
  options: z.array(z.string().min(1)).max(3).optional(),
  sku: z.string().optional(),
  barcode: z.string().optional(),
  /** At every outlet; the product's own when absent. */
  price: amount.optional(),
  /** At the first outlet. */
  onHand: amount.default(0),
});

type VariantToAdd = z.output<typeof variantToAdd>;

function attributesWith(product: ProductRow, { values, options = [] }: VariantToAdd): ProductAttribute[] {
  const known = product.product_attributes;
  const attributes = known.length > 0 ? known : options.map((name) => ({ attribute_name: name, attribute_values: [] as string[] }));
  if (attributes.length !== values.length) throw Refusal.invalid([{ field: 'values', message: `The product has ${attributes.length} options.` }]);
  return attributes.map((attribute, index) => ({ ...attribute, attribute_values: [...new Set([...attribute.attribute_values, values[index] ?? ''])] }));
}

/** Adds a variant to a product by hand; a single product becomes one with variants. */
export function addVariant(desk: Desk, product: ProductRow, wanted: VariantToAdd): ProductRow {
  const { shop } = desk;
  const parent = putRow(shop, { ...product, product_attributes: attributesWith(product, wanted), has_variants: true });
  const { price } = wanted;
  const variant = saveVariant(desk, parent, {
    sku: wanted.sku,
    barcode: wanted.barcode,
    variant_sub_values: wanted.values.map((value) => ({ variant_sub_value_name: value })),
    variant_images: [],
    variant_outlets: shop.outlets.map((outlet, index) => ({
      outlet_id: outlet.id,
      ...(price === undefined ? {} : shop.taxInclusive ? { price_inc_tax: price } : { price_ex_tax: price }),
      on_hand_inventory: index === 0 ? wanted.onHand : 0,
    })),
  });
  variant.last_modified = parent.last_modified;
  touch(desk, variant);
  record(desk, 'product.created', { id: variant.id, reference: variant.sku ?? '', data: variant });
  return parent;
}
