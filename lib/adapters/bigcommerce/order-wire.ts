import { z } from 'zod';
import { OrderStatusId } from '../../domain/order';
import { Currency } from '../../domain/money';
import { amountOrZero, idOrNull, textOrEmpty, wireDecimal } from '../http/wire-values';
import { consignmentsWire } from './consignments-wire';
import { wireTime } from './wire-values';

const billingAddress = z.object({
  first_name: textOrEmpty,
  last_name: textOrEmpty,
  company: textOrEmpty,
  street_1: textOrEmpty,
  street_2: textOrEmpty,
  city: textOrEmpty,
  state: textOrEmpty,
  zip: textOrEmpty,
  country: textOrEmpty,
  country_iso2: textOrEmpty,
  phone: textOrEmpty,
  email: textOrEmpty,
});
export type BillingAddressWire = z.output<typeof billingAddress>;

/** BigCommerce spells the cost without tax two ways: `cost_ex_tax`, and `cost_exc_tax` in its own examples. */
const fee = z
  .object({
    display_name_customer: textOrEmpty,
    display_name_merchant: textOrEmpty,
    cost_inc_tax: amountOrZero,
    cost_ex_tax: wireDecimal.nullish(),
    cost_exc_tax: wireDecimal.nullish(),
    tax_class_id: z.int().nullish(),
  })
  .transform(({ cost_ex_tax: ex, cost_exc_tax: exc, ...rest }) => ({ ...rest, cost_ex_tax: ex ?? exc ?? rest.cost_inc_tax }));

const link = z.object({ resource: z.string() }).transform(() => []);

const taxClassId = z
  .int()
  .nullish()
  .transform((value) => value ?? null);

/** An order of `GET /v2/orders` with consignments and fees included; what the rules do not need is left out. */
export const orderWire = z.object({
  id: z.int().positive(),
  status_id: OrderStatusId,
  date_created: wireTime,
  date_modified: wireTime,
  default_currency_code: z.string().trim().toUpperCase().pipe(Currency),
  is_tax_inclusive_pricing: z.boolean(),
  customer_id: idOrNull,
  billing_address: billingAddress,
  consignments: consignmentsWire,
  items_total: z.number().nullish(),
  shipping_cost_inc_tax: amountOrZero,
  shipping_cost_ex_tax: amountOrZero,
  shipping_cost_tax_class_id: taxClassId,
  handling_cost_inc_tax: amountOrZero,
  handling_cost_ex_tax: amountOrZero,
  handling_cost_tax_class_id: taxClassId,
  wrapping_cost_inc_tax: amountOrZero,
  wrapping_cost_ex_tax: amountOrZero,
  wrapping_cost_tax_class_id: taxClassId,
  fees: z.union([z.array(fee), link]).nullish(),
  discount_amount: amountOrZero,
  coupon_discount: amountOrZero,
  store_credit_amount: amountOrZero,
  gift_certificate_amount: amountOrZero,
  total_inc_tax: wireDecimal,
  total_ex_tax: wireDecimal,
  payment_method: textOrEmpty,
  payment_status: textOrEmpty,
  external_source: textOrEmpty,
  external_order_id: textOrEmpty,
  staff_notes: textOrEmpty,
  is_deleted: z.boolean().nullish(),
});
export type OrderWire = z.output<typeof orderWire>;
