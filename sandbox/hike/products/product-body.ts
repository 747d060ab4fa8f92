import { z } from 'zod';
import { imageBodies } from '../images/save-images.ts';
import { amount, anyCase, flag, orElse, text, wholeNumber } from '../wire/wire-types.ts';

const list = orElse(z.array(z.unknown()), [] as unknown[]);

const outlet = anyCase(
  z.object({
    outlet_id: z.number().int(),
    cost_price: amount.nullish(),
    markup: amount.nullish(),
    price_ex_tax: amount.nullish(),
    price_inc_tax: amount.nullish(),
    tax_id: wholeNumber,
    on_hand_inventory: amount.nullish(),
    inventory_to_receive: amount.nullish(),
    reorder_level: amount.nullish(),
    reorder_qty: amount.nullish(),
    visible_or_not: flag,
  }),
);

const outlets = orElse(z.array(outlet), []);

/** Three is what the vendor's import template has columns for. */
const MOST_OPTIONS = 3;

const attributes = orElse(
  z
    .array(anyCase(z.object({ attribute_name: z.string().min(1), attribute_values: orElse(z.array(z.string()), []) })))
    .max(MOST_OPTIONS, `A product has at most ${MOST_OPTIONS} options.`),
  [],
);

const variant = anyCase(
  z.object({
    prod_variant_id: wholeNumber,
    variant_name: text,
    sku: text,
    barcode: text,
    variant_outlets: outlets,
    variant_sub_values: orElse(z.array(z.object({ variant_sub_value_name: z.string() })).max(MOST_OPTIONS), []),
    variant_images: imageBodies,
  }),
);

/** The body of `products/create`. It is a whole-object save: what is left out is cleared. */
export const productBody = anyCase(
  z.object({
    id: wholeNumber,
    name: z.string().min(1, 'A product needs a name.'),
    description: text,
    sku: text,
    barcode: text,
    primary_image: text,
    brand_id: wholeNumber,
    bran_name: text,
    season_id: wholeNumber,
    season_name: text,
    supplier_code: text,
    sales_code: text,
    purchase_code: text,
    inventory_asset_acc_code: text,
    customField: text,
    isPricingDifferentByOutlet: flag,
    track_inventory: flag,
    continue_selling_no_inventory: flag,
    additional_reward_points: amount.nullish(),
    seO_feature: flag,
    meta_title: text,
    meta_desc: text,
    meta_keywords: text,
    enable_unit_of_measure: flag,
    product_tags: orElse(z.array(anyCase(z.object({ name: z.string().min(1) }))), []),
    product_type: orElse(z.array(anyCase(z.object({ type_id: wholeNumber, type_name: text, parent_type_id: wholeNumber }))), []),
    sales_channels: orElse(z.array(z.object({ sales_channels: z.union([z.string(), z.number()]).transform(String) })), []),
    product_outlets: outlets,
    product_suppliers: list,
    product_attributes: attributes,
    product_variants: orElse(z.array(variant), []),
    additional_images: imageBodies,
    product_extras: list,
    product_unit_of_measures: list,
    isActive: flag,
  }),
);

export type ProductBody = z.output<typeof productBody>;
export type ProductInput = z.input<typeof productBody>;
export type OutletBody = ProductBody['product_outlets'][number];
export type VariantBody = ProductBody['product_variants'][number];
