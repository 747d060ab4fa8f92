import { z } from 'zod';
import { amountOrZero, idOrNull, textOrEmpty, wireDecimal } from '../http/wire-values';

const count = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/).transform(Number)]).nullish().transform((value) => value ?? 0);

/** A line of `/orders/{id}/products`, or of a consignment (reference: bigcommerce 6.2). */
export const orderLineWire = z.object({
  id: z.int(),
  product_id: idOrNull,
  variant_id: idOrNull,
  name: textOrEmpty,
  sku: textOrEmpty,
  type: z.enum(['physical', 'digital', 'giftcertificate']),
  quantity: z.int().nonnegative(),
  price_inc_tax: wireDecimal,
  price_ex_tax: wireDecimal,
  total_inc_tax: wireDecimal,
  total_ex_tax: wireDecimal,
  wrapping_cost_inc_tax: amountOrZero,
  wrapping_cost_ex_tax: amountOrZero,
  applied_discounts: z.array(z.object({ amount: amountOrZero })).nullish(),
  quantity_refunded: count,
  quantity_shipped: count,
  parent_order_product_id: idOrNull,
});
export type OrderLineWire = z.output<typeof orderLineWire>;
