import { z } from 'zod';

const outlet = z.strictObject({
  outlet_id: z.int().positive(),
  price_ex_tax: z.number(),
  price_inc_tax: z.number(),
  tax_id: z.int().positive().optional(),
  visible_or_not: z.literal(true),
});

const variant = z.strictObject({
  variant_name: z.string().min(1),
  sku: z.string(),
  barcode: z.string(),
  variant_outlets: z.array(outlet),
  variant_sub_values: z.array(z.strictObject({ variant_sub_value_name: z.string().min(1) })).min(1),
});

/** What `products/create` is sent. No quantity: stock moves in Hike by sales and purchases alone. */
export const productBody = z.strictObject({
  name: z.string().min(1),
  description: z.string(),
  sku: z.string(),
  barcode: z.string(),
  bran_name: z.string().optional(),
  has_variants: z.boolean(),
  track_inventory: z.literal(true),
  isActive: z.literal(true),
  product_tags: z.array(z.strictObject({ name: z.string().min(1) })),
  product_type: z.array(z.strictObject({ type_id: z.literal(0), type_name: z.string().min(1) })),
  sales_channels: z.array(z.strictObject({ sales_channels: z.string() })),
  product_outlets: z.array(outlet),
  product_attributes: z.array(z.strictObject({ attribute_name: z.string().min(1) })).max(3),
  product_variants: z.array(variant),
  additional_images: z.array(z.strictObject({ image_url: z.url(), is_primary: z.boolean() })),
});
