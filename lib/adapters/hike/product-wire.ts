import { z } from 'zod';
import { idOrNull, textOrEmpty } from '../http/wire-values';

const variant = z.object({ prod_variant_id: z.int().positive(), variant_name: textOrEmpty, sku: textOrEmpty });

/** A row of `products/get_all` (reference: hike-api 4.1, 4.3): a plain product, a parent, or a variant child. */
export const productWire = z.object({
  id: z.int().positive(),
  parentId: idOrNull,
  name: textOrEmpty,
  sku: textOrEmpty,
  has_variants: z.boolean().nullish(),
  product_variants: z.array(variant).nullish(),
});
export type ProductWire = z.output<typeof productWire>;
