import { z } from 'zod';
import { amount } from '../model/amount.ts';

/** V2 takes money as "Float, Float-As-String, Integer". */
const moneyInput = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'must be an amount')]).transform(amount);
const positive = moneyInput.refine((value) => value >= 0, 'must not be negative');
const intInput = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(Number);

const formFields = z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.array(z.string())]) }));

const text = z.string().optional();
const addressParts = {
  first_name: text,
  last_name: text,
  company: text,
  street_1: text,
  street_2: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  country_iso2: text,
  phone: text,
  email: text,
  form_fields: formFields.optional(),
};

const lineInput = z.object({
  id: intInput.optional(),
  product_id: intInput.optional(),
  variant_id: intInput.optional(),
  name: z.string().min(1).max(250).optional(),
  name_customer: text,
  name_merchant: text,
  quantity: intInput.optional(),
  price_inc_tax: positive.optional(),
  price_ex_tax: positive.optional(),
  sku: text,
  upc: z.string().max(255).optional(),
  product_options: z.array(z.object({ id: intInput, value: z.union([z.string(), z.number()]).transform(String) })).optional(),
  wrapping_name: text,
  wrapping_message: text,
  wrapping_cost_ex_tax: positive.optional(),
  wrapping_cost_inc_tax: positive.optional(),
});

const feeInput = z.object({
  id: intInput.optional(),
  type: z.literal('custom_fee').optional(),
  display_name_customer: text,
  display_name_merchant: text,
  source: text,
  cost_ex_tax: moneyInput.optional(),
  cost_inc_tax: moneyInput.optional(),
  cost_tax: moneyInput.optional(),
  tax_class_id: z.int().nullable().optional(),
});

const pickupInput = z.object({
  id: intInput.optional(),
  pickup_method_id: intInput,
  pickup_method_display_name: text,
  collection_instructions: text,
  collection_time_description: text,
  line_items: z.array(lineInput).min(1),
});

const dateInput = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'must be an RFC 2822 date');

/** The writable fields of an order, as POST and PUT share them. */
export const orderInput = z.object({
  status_id: intInput.optional(),
  customer_id: intInput.optional(),
  billing_address: z.object(addressParts).optional(),
  shipping_addresses: z.array(z.object({ ...addressParts, id: intInput.optional(), shipping_method: text })).optional(),
  products: z.array(lineInput).optional(),
  consignments: z.object({ pickups: z.array(pickupInput).min(1) }).optional(),
  fees: z.array(feeInput).optional(),
  base_shipping_cost: positive.optional(),
  shipping_cost_ex_tax: positive.optional(),
  shipping_cost_inc_tax: positive.optional(),
  base_handling_cost: positive.optional(),
  handling_cost_ex_tax: positive.optional(),
  handling_cost_inc_tax: positive.optional(),
  base_wrapping_cost: positive.optional(),
  wrapping_cost_ex_tax: positive.optional(),
  wrapping_cost_inc_tax: positive.optional(),
  subtotal_ex_tax: positive.optional(),
  subtotal_inc_tax: positive.optional(),
  total_ex_tax: positive.optional(),
  total_inc_tax: positive.optional(),
  discount_amount: positive.optional(),
  channel_id: intInput.optional(),
  external_order_id: z.string().nullable().optional(),
  external_source: z.string().nullable().optional(),
  external_merchant_id: z.string().nullable().optional(),
  order_source: text,
  date_created: dateInput.optional(),
  payment_method: text,
  payment_provider_id: z.union([z.string(), z.number()]).transform(String).optional(),
  staff_notes: z.string().max(65_535).optional(),
  customer_message: text,
  customer_locale: text,
  default_currency_code: text,
  ip_address: z.string().max(30).optional(),
  ip_address_v6: z.string().max(39).optional(),
  geoip_country: text,
  geoip_country_iso2: text,
  tax_provider_id: text,
  is_deleted: z.boolean().optional(),
});

export type OrderInput = z.output<typeof orderInput>;
export type LineInput = z.output<typeof lineInput>;
export type FeeInput = z.output<typeof feeInput>;
export type PickupInput = z.output<typeof pickupInput>;
