import { z } from 'zod';
import { OrderStatusId } from '../../domain/order';

const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const positiveAmount = z.string().regex(/^\d+(\.\d+)?$/);
const prices = { quantity: z.int().positive(), price_inc_tax: z.number(), price_ex_tax: z.number() };

const catalogueLine = z.strictObject({ product_id: z.int().positive(), variant_id: z.int().positive(), ...prices });
/** Sells something that BigCommerce does not know, without any effect on stock. */
const customLine = z.strictObject({ name: z.string().min(1).max(250), sku: z.string().max(255).optional(), ...prices });
export type OrderLineBody = z.output<typeof catalogueLine> | z.output<typeof customLine>;

const fee = z.strictObject({
  type: z.literal('custom_fee'),
  display_name_customer: z.string().min(1),
  display_name_merchant: z.string().min(1),
  source: z.string(),
  cost_inc_tax: amount,
  cost_ex_tax: amount,
});
export type OrderFeeBody = z.output<typeof fee>;

/** Empty parts stay away: BigCommerce checks an e-mail or a country that is there. */
export const billingAddressBody = z.strictObject({
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  company: z.string().optional(),
  street_1: z.string().optional(),
  street_2: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().min(2),
  country: z.string().optional(),
  country_iso2: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** What `POST /v2/orders` is sent for a sale (reference: bigcommerce 6.3). Overrides stand in pairs, with and without tax. */
export const orderBody = z.strictObject({
  status_id: OrderStatusId,
  customer_id: z.int().nonnegative(),
  date_created: z.string(),
  external_order_id: z.string().min(1),
  external_source: z.string().min(1),
  billing_address: billingAddressBody,
  products: z.array(z.union([catalogueLine, customLine])).min(1),
  fees: z.array(fee).optional(),
  discount_amount: positiveAmount,
  subtotal_inc_tax: positiveAmount,
  subtotal_ex_tax: positiveAmount,
  shipping_cost_inc_tax: positiveAmount,
  shipping_cost_ex_tax: positiveAmount,
  total_inc_tax: positiveAmount,
  total_ex_tax: positiveAmount,
  payment_method: z.string(),
  staff_notes: z.string().max(65_535),
});
export type OrderBody = z.output<typeof orderBody>;

/** What `PUT /v2/orders/{id}` is sent; the status always goes along (reference: bigcommerce 6.3). */
export const orderChangeBody = z.strictObject({
  status_id: OrderStatusId,
  staff_notes: z.string().max(65_535).optional(),
  payment_method: z.string().optional(),
});
