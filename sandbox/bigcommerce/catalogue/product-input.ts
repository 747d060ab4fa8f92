import { z } from 'zod';
import type { CheckedImage } from '../images/image-file.ts';

const price = z.number().min(0);
const optionValue = z.object({ option_display_name: z.string().optional(), label: z.string().optional(), id: z.int().optional(), option_id: z.int().optional() });

/** SKU characters: letters, digits, `-`, `_`, space; a dot is refused. */
const sku = z.string().max(255).regex(/^[\w\- ]*$/, 'may hold letters, digits, dashes, underscores and spaces');
const gtin = z.string().max(14).regex(/^\d*$/, 'must be digits');

const variantFields = {
  cost_price: price.nullable().optional(),
  price: price.nullable().optional(),
  sale_price: price.nullable().optional(),
  retail_price: price.nullable().optional(),
  weight: price.nullable().optional(),
  width: price.nullable().optional(),
  height: price.nullable().optional(),
  depth: price.nullable().optional(),
  is_free_shipping: z.boolean().optional(),
  fixed_cost_shipping_price: price.nullable().optional(),
  purchasing_disabled: z.boolean().optional(),
  purchasing_disabled_message: z.string().max(255).optional(),
  upc: gtin.nullable().optional(),
  gtin: gtin.nullable().optional(),
  mpn: z.string().nullable().optional(),
  bin_picking_number: z.string().max(255).nullable().optional(),
  image_url: z.string().optional(),
  inventory_level: z.int().nullable().optional(),
  inventory_warning_level: z.int().nullable().optional(),
};

export const variantPost = z.object({ ...variantFields, sku: sku.min(1), option_values: z.array(optionValue).min(1) });
export const variantPut = z.object({ ...variantFields, sku: sku.min(1).optional() });
export const variantBatch = z.array(variantPut.extend({ id: z.int().optional(), product_id: z.int().optional(), option_values: z.array(optionValue).optional() }));

export const variantImage = z.object({ image_url: z.url() });

export const optionPost = z.object({
  display_name: z.string().min(1).max(255),
  type: z.enum(['radio_buttons', 'rectangles', 'dropdown', 'product_list', 'product_list_with_images', 'swatch']),
  sort_order: z.int().optional(),
  option_values: z.array(z.object({ label: z.string().min(1), sort_order: z.int(), is_default: z.boolean().optional() })).min(1).max(250),
});
export const optionValuePost = optionPost.shape.option_values.element;

const imageFields = { is_thumbnail: z.boolean().optional(), sort_order: z.int().optional(), description: z.string().optional() };
const imageUrl = z.url('must be an address').max(255);

export const imagePost = z.object({ ...imageFields, image_url: imageUrl });
export const imageFilePost = z.object(imageFields);
export const imagePut = z.object({ ...imageFields, image_url: imageUrl.optional() });

const fields = {
  description: z.string().optional(),
  sku: sku.optional(),
  width: price.optional(),
  depth: price.optional(),
  height: price.optional(),
  cost_price: price.optional(),
  retail_price: price.optional(),
  sale_price: price.optional(),
  map_price: price.optional(),
  tax_class_id: z.int().min(0).max(255).optional(),
  product_tax_code: z.string().max(255).optional(),
  categories: z.array(z.int()).max(1000).optional(),
  brand_id: z.int().min(0).optional(),
  brand_name: z.string().optional(),
  inventory_level: z.int().max(2_147_483_647).optional(),
  inventory_warning_level: z.int().min(0).optional(),
  inventory_tracking: z.enum(['none', 'product', 'variant']).optional(),
  is_free_shipping: z.boolean().optional(),
  is_visible: z.boolean().optional(),
  is_featured: z.boolean().optional(),
  bin_picking_number: z.string().max(255).optional(),
  upc: gtin.optional(),
  gtin: gtin.optional(),
  mpn: z.string().optional(),
  search_keywords: z.string().max(65_535).optional(),
  availability: z.enum(['available', 'disabled', 'preorder']).optional(),
  condition: z.enum(['New', 'Used', 'Refurbished']).optional(),
  sort_order: z.int().optional(),
  page_title: z.string().max(255).optional(),
  meta_keywords: z.array(z.string()).optional(),
  meta_description: z.string().optional(),
  warranty: z.string().optional(),
  custom_fields: z.array(z.object({ id: z.int().optional(), name: z.string().min(1).max(250), value: z.string().min(1).max(250) })).max(200).optional(),
};

const name = z.string().min(1).max(250);
const type = z.enum(['physical', 'digital']);

/** The most images that a product can have. */
const IMAGES = 1000;
/** The most SKUs that a product can have. */
export const SKUS = 600;

export const productPost = z.object({ ...fields, name, type, weight: price, price, images: z.array(imagePost).max(IMAGES).optional(), variants: z.array(variantPost).max(SKUS).optional() });
export const productPut = z.object({
  ...fields,
  name: name.optional(),
  type: type.optional(),
  weight: price.optional(),
  price: price.optional(),
  images: z.array(imagePut.extend({ id: z.int().optional() })).max(IMAGES).optional(),
});

/** An image as it is asked for, and its file once that was downloaded. */
export type ImageInput = z.output<typeof imagePut> & { id?: number | undefined; file?: CheckedImage };
type WithImages<T> = Omit<T, 'images'> & { images?: ImageInput[] | undefined };

export type ProductPost = Omit<WithImages<z.output<typeof productPost>>, 'variants'> & { variants?: VariantPost[] | undefined };
export type ProductPut = WithImages<z.output<typeof productPut>>;
type WithFile<T> = T & { file?: CheckedImage };
export type VariantPost = WithFile<z.output<typeof variantPost>>;
export type VariantPut = WithFile<z.output<typeof variantPut>>;
export type OptionPost = z.output<typeof optionPost>;
export type OptionValuePost = z.output<typeof optionValuePost>;
