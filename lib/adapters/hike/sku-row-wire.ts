import { z } from 'zod';
import { idOrNull, textOrEmpty } from '../http/wire-values';

const variant = z.object({ prod_variant_id: z.int().positive(), variant_name: textOrEmpty, sku: textOrEmpty });

/** As much of a row of `products/get_all` as an order's line needs: a plain product, a parent, or a variant child. */
export const skuRowWire = z.object({
  id: z.int().positive(),
  parentId: idOrNull,
  name: textOrEmpty,
  sku: textOrEmpty,
  has_variants: z.boolean().nullish(),
  product_variants: z.array(variant).nullish(),
});
export type SkuRowWire = z.output<typeof skuRowWire>;
