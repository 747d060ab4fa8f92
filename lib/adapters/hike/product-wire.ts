import { z } from 'zod';
import { idOrNull, textOrEmpty } from '../http/wire-values';
import { decimalOrNull, wireTime, yesUnlessFalse } from './wire-values';

const outletWire = z.object({
  outlet_id: z.int().positive(),
  price_inc_tax: decimalOrNull,
  price_ex_tax: decimalOrNull,
  cost_price: decimalOrNull,
  tax_id: idOrNull,
  on_hand_inventory: decimalOrNull,
  reserved_inventory: decimalOrNull,
  available_inventory: decimalOrNull,
});
export type OutletWire = z.output<typeof outletWire>;

const imageWire = z.object({
  primary_pic_Id: z.union([z.int(), z.string()]).nullish(),
  is_primary: z.boolean().nullish(),
  image_url: textOrEmpty,
  '500_thumbnail': textOrEmpty,
  '240_thumbnail': textOrEmpty,
  '50_thumbnail': textOrEmpty,
});
export type ImageWire = z.output<typeof imageWire>;

const listOf = <T>(item: z.ZodType<T>) =>
  z
    .array(item)
    .nullish()
    .transform((items): T[] => items ?? []);

const variantWire = z.object({
  prod_variant_id: z.int().positive(),
  variant_name: textOrEmpty,
  sku: textOrEmpty,
  barcode: textOrEmpty,
  variant_outlets: listOf(outletWire),
  variant_sub_values: listOf(z.object({ variant_sub_value_name: textOrEmpty })),
  variant_images: listOf(imageWire),
});
export type VariantWire = z.output<typeof variantWire>;

/** A tag or a channel is an object, or its bare value. */
const valueOf = (field: string) => z.union([z.record(z.string(), z.unknown()).transform((item) => item[field]), z.string(), z.number()]).transform((value) => (value == null ? '' : String(value)));

/** A row of `products/get_all`, or the whole answer of `products/get` (reference: hike-api 4.1 to 4.4). */
export const productWire = z.object({
  id: z.int().positive(),
  parentId: idOrNull,
  name: textOrEmpty,
  description: textOrEmpty,
  sku: textOrEmpty,
  barcode: textOrEmpty,
  /** The misspelling is real. */
  bran_name: textOrEmpty,
  brand_name: textOrEmpty,
  has_variants: z.boolean().nullish(),
  track_inventory: z.boolean().nullish(),
  continue_selling_no_inventory: z.boolean().nullish(),
  last_modified: wireTime.nullish(),
  meta_title: textOrEmpty,
  meta_desc: textOrEmpty,
  meta_keywords: textOrEmpty,
  product_tags: listOf(valueOf('name')),
  product_type: listOf(z.object({ type_id: z.int().nullish(), type_name: textOrEmpty })),
  sales_channels: listOf(valueOf('sales_channels')),
  product_attributes: listOf(z.record(z.string(), z.unknown())),
  product_outlets: listOf(outletWire),
  product_variants: listOf(variantWire),
  additional_images: listOf(imageWire),
  isActive: yesUnlessFalse,
});
export type ProductWire = z.output<typeof productWire>;
