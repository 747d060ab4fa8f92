import type { Address, Cost, Order } from '../model/order.ts';
import type { Store } from '../model/store.ts';
import { EMPTY_ADDRESS } from './blank-order.ts';
import type { OrderInput } from './order-input.ts';

type AddressInput = NonNullable<OrderInput['billing_address']>;

export function mergeAddress<T extends Address>(address: T, input: AddressInput): T {
  // Only the parts of an address: the caller's object may also carry an id or a shipping method.
  const given = Object.entries(input).filter(([name, value]) => name in EMPTY_ADDRESS && value !== undefined);
  return { ...address, ...Object.fromEntries(given) };
}

function costFrom(current: Cost, parts: { base: number | undefined; ex: number | undefined; inc: number | undefined }): Cost {
  const { base, ex, inc } = parts;
  if (base === undefined && ex === undefined && inc === undefined) return current;
  const known = { ex: ex ?? inc ?? base ?? current.ex, inc: inc ?? ex ?? base ?? current.inc };
  return { base: base ?? known.inc, ...known };
}

/** An override of one pair; one that is not given stays as it was. */
function pair(current: Omit<Cost, 'base'> | undefined, ex: number | undefined, inc: number | undefined) {
  return ex !== undefined && inc !== undefined ? { ex, inc } : current;
}

function defined<T extends object>(value: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<{ [K in keyof T]: Exclude<T[K], undefined> }>;
}

function applyCosts(order: Order, input: OrderInput): void {
  order.shipping = costFrom(order.shipping, { base: input.base_shipping_cost, ex: input.shipping_cost_ex_tax, inc: input.shipping_cost_inc_tax });
  order.handling = costFrom(order.handling, { base: input.base_handling_cost, ex: input.handling_cost_ex_tax, inc: input.handling_cost_inc_tax });
  order.discount = input.discount_amount ?? order.discount;
  order.overrides = defined({
    subtotal: pair(order.overrides.subtotal, input.subtotal_ex_tax, input.subtotal_inc_tax),
    total: pair(order.overrides.total, input.total_ex_tax, input.total_inc_tax),
    wrapping: pair(order.overrides.wrapping, input.wrapping_cost_ex_tax, input.wrapping_cost_inc_tax),
  });
}

/** The fields of an order that are simply taken over, from POST and PUT alike; lines and status have rules of their own. */
export function applyOrderInput(store: Store, order: Order, input: OrderInput): void {
  if (input.billing_address) {
    order.billing = mergeAddress(order.billing, input.billing_address);
    order.billingFormFields = input.billing_address.form_fields ?? order.billingFormFields;
  }
  applyCosts(order, input);
  const currency = store.currencies.find((candidate) => candidate.code === input.default_currency_code);
  Object.assign(
    order,
    defined({
      customerId: input.customer_id,
      channelId: input.channel_id,
      paymentMethod: input.payment_method,
      paymentProviderId: input.payment_provider_id,
      externalOrderId: input.external_order_id === null ? '' : input.external_order_id,
      externalSource: input.external_source,
      staffNotes: input.staff_notes,
      customerMessage: input.customer_message,
      customerLocale: input.customer_locale,
      ipAddress: input.ip_address,
      geoipCountry: input.geoip_country,
      geoipCountryIso2: input.geoip_country_iso2,
      transactionCurrency: currency?.code,
      displayCurrency: currency?.code,
      transactionRate: currency?.rate,
    }),
  );
}
