import { z } from 'zod';

/** Number of characters that BigCommerce takes of a picture's address; a longer one goes as a file. */
const LONGEST_URL = 255;

const price = z.number().min(0);
const sku = z.string().max(255);
const prices = { price: price.optional(), sale_price: price.optional(), retail_price: price.optional() };

/** What a product has beside its name and price, under BigCommerce's names (reference: bigcommerce 7.1). */
const details = {
  description: z.string().optional(),
  brand_name: z.string().min(1).optional(),
  /** 0 takes the brand away. */
  brand_id: z.literal(0).optional(),
  categories: z.array(z.int().positive()).optional(),
  search_keywords: z.string().max(65_535).optional(),
  page_title: z.string().max(255).optional(),
  meta_description: z.string().optional(),
  meta_keywords: z.array(z.string()).optional(),
  sale_price: price.optional(),
  retail_price: price.optional(),
  tax_class_id: z.int().min(0).max(255).optional(),
  is_visible: z.boolean().optional(),
  inventory_tracking: z.enum(['none', 'product', 'variant']).optional(),
  sku: sku.optional(),
  upc: z.string().optional(),
};

const name = z.string().min(1).max(250);
/** For variants no limit is documented: the one of products is kept to. */
const imageUrl = z.url().max(LONGEST_URL);
const newVariant = z.strictObject({
  sku: sku.min(1),
  upc: z.string().optional(),
  ...prices,
  image_url: imageUrl.optional(),
  option_values: z.array(z.strictObject({ option_display_name: z.string().min(1), label: z.string().min(1) })).min(1),
});
export const imageByUrlBody = z.strictObject({ image_url: imageUrl, sort_order: z.int(), is_thumbnail: z.boolean() });

export const newProductBody = z.strictObject({
  ...details,
  name,
  type: z.literal('physical'),
  /** Required; Hike knows no weight. */
  weight: z.literal(0),
  price,
  variants: z.array(newVariant).max(600).optional(),
  images: z.array(imageByUrlBody).optional(),
});

export const changedProductBody = z.strictObject({ ...details, name: name.optional(), price: price.optional() });
export const changedProductsBody = z.array(changedProductBody.extend({ id: z.int().positive() })).min(1).max(10);

export const changedVariantBody = z.strictObject({ sku: sku.min(1).optional(), upc: z.string().optional(), ...prices, purchasing_disabled: z.boolean().optional(), image_url: imageUrl.optional() });
export const changedVariantsBody = z.array(changedVariantBody.extend({ id: z.int().positive(), product_id: z.int().positive() })).min(1).max(50);

export const addedVariantBody = changedVariantBody.extend({
  sku: sku.min(1),
  option_values: z.array(z.strictObject({ id: z.int().positive(), option_id: z.int().positive() })).min(1),
});
export const newOptionValueBody = z.strictObject({ label: z.string().min(1), sort_order: z.int() });
