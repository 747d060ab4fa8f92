import { ApiRefusal, invalidField } from '../api-refusal.ts';
import { isOrderStatus } from '../model/order-statuses.ts';
import type { Store } from '../model/store.ts';
import { orderInput, type OrderInput } from './order-input.ts';

/**
 * Read-only fields that are answered with an error. `external_id` is not among them: BigCommerce takes it and drops it,
 * which is why `external_order_id` exists.
 */
const READ_ONLY = [
  'id',
  'date_modified',
  'date_shipped',
  'cart_id',
  'status',
  'payment_status',
  'subtotal_tax',
  'shipping_cost_tax',
  'handling_cost_tax',
  'wrapping_cost_tax',
  'total_tax',
  'currency_id',
  'currency_code',
  'currency_exchange_rate',
  'default_currency_id',
  'store_default_currency_code',
  'coupon_discount',
  'coupons',
  'store_credit_amount',
  'gift_certificate_amount',
  'shipping_address_count',
  'is_email_opt_in',
];

/** Overrides come in pairs, or BigCommerce could not tell the tax. */
const PAIRS = [
  ['subtotal_ex_tax', 'subtotal_inc_tax'],
  ['total_ex_tax', 'total_inc_tax'],
  ['shipping_cost_ex_tax', 'shipping_cost_inc_tax'],
] as const;

function assertPairs(input: OrderInput): void {
  for (const [ex, inc] of PAIRS) {
    if ((input[ex] === undefined) !== (input[inc] === undefined)) throw invalidField(input[ex] === undefined ? ex : inc, `'${ex}' and '${inc}' must be given together.`);
  }
}

function assertReferences(store: Store, input: OrderInput): void {
  if (input.status_id !== undefined && !isOrderStatus(input.status_id)) throw invalidField('status_id', `There is no order status ${input.status_id}.`);
  if (input.customer_id !== undefined && input.customer_id !== 0 && !store.customers.has(input.customer_id)) {
    throw invalidField('customer_id', `There is no customer ${input.customer_id}.`);
  }
  if (input.channel_id !== undefined) {
    const channel = store.channels.get(input.channel_id);
    if (!channel || !['active', 'connected', 'prelaunch'].includes(channel.status)) throw invalidField('channel_id', `The channel ${input.channel_id} does not exist or is not connected.`);
  }
}

function assertCurrency(store: Store, code: string | undefined): void {
  if (code === undefined || code === store.settings.currency) return;
  if (!store.settings.multiCurrency) throw invalidField('default_currency_code', 'Multi-currency is not enabled on this store.');
  const known = store.currencies.some((currency) => currency.code === code && currency.isTransactional);
  if (!known) throw invalidField('default_currency_code', `${code} is not a transactional currency of this store.`);
}

/** Parses the body of POST and PUT, refusing as V2 does: 400 with the field's name. */
export function readOrderInput(store: Store, body: unknown): OrderInput {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new ApiRefusal(400, 'The request body is not a JSON object.');
  const readOnly = READ_ONLY.find((field) => field in body);
  if (readOnly !== undefined) {
    throw new ApiRefusal(400, `The field '${readOnly}' cannot be written to. Please remove it from your request before trying again.`);
  }
  const parsed = orderInput.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalidField(issue?.path.join('.') ?? 'body', issue?.message ?? 'invalid');
  }
  assertPairs(parsed.data);
  assertReferences(store, parsed.data);
  assertCurrency(store, parsed.data.default_currency_code);
  return parsed.data;
}
