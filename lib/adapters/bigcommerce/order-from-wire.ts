import Big from 'big.js';
import type { z } from 'zod';
import { moneyFromDecimal, type Currency, type Decimal } from '../../domain/money';
import { Order, type Address, type OrderLine } from '../../domain/order';
import { translated } from '../http/translated';
import type { OrderLineWire } from './order-line-wire';
import type { BillingAddressWire, OrderWire } from './order-wire';

const taxed = (incTax: Decimal, exTax: Decimal, currency: Currency) => ({
  incTax: moneyFromDecimal(incTax, currency),
  exTax: moneyFromDecimal(exTax, currency),
});

const addressFromWire = (address: BillingAddressWire): Address => ({
  firstName: address.first_name,
  lastName: address.last_name,
  company: address.company,
  street1: address.street_1,
  street2: address.street_2,
  city: address.city,
  state: address.state,
  postcode: address.zip,
  country: address.country,
  countryCode: address.country_iso2,
  phone: address.phone,
  email: address.email.trim(),
});

const lineFromWire = (line: OrderLineWire, currency: Currency): z.input<typeof OrderLine> => ({
  id: line.id,
  productId: line.product_id,
  variantId: line.variant_id,
  name: line.name,
  sku: line.sku,
  kind: line.type,
  quantity: line.quantity,
  unitIncTax: line.price_inc_tax,
  unitExTax: line.price_ex_tax,
  total: taxed(line.total_inc_tax, line.total_ex_tax, currency),
  // Summed before it is rounded: shares of one discount have four decimals each.
  discount: moneyFromDecimal((line.applied_discounts ?? []).reduce((all, { amount }) => all.plus(amount), new Big(0)), currency),
  wrapping: taxed(line.wrapping_cost_inc_tax, line.wrapping_cost_ex_tax, currency),
  quantityRefunded: line.quantity_refunded,
  quantityShipped: line.quantity_shipped,
  bundledIn: line.parent_order_product_id,
});

const linesFromWire = (lines: readonly OrderLineWire[], currency: Currency) =>
  // An edited order keeps lines that were taken out of it, at quantity 0.
  [...new Map(lines.map((line) => [line.id, line])).values()].filter(({ quantity }) => quantity > 0).map((line) => lineFromWire(line, currency));

const feesFromWire = ({ fees, default_currency_code: currency }: OrderWire) =>
  (fees ?? []).map((fee) => ({
    name: fee.display_name_merchant || fee.display_name_customer,
    amount: taxed(fee.cost_inc_tax, fee.cost_ex_tax, currency),
    taxClassId: fee.tax_class_id ?? null,
  }));

const moneyFromWire = (order: OrderWire) => {
  const currency = order.default_currency_code;
  return {
    shipping: taxed(order.shipping_cost_inc_tax, order.shipping_cost_ex_tax, currency),
    shippingTaxClassId: order.shipping_cost_tax_class_id,
    handling: taxed(order.handling_cost_inc_tax, order.handling_cost_ex_tax, currency),
    handlingTaxClassId: order.handling_cost_tax_class_id,
    wrapping: taxed(order.wrapping_cost_inc_tax, order.wrapping_cost_ex_tax, currency),
    wrappingTaxClassId: order.wrapping_cost_tax_class_id,
    fees: feesFromWire(order),
    discount: moneyFromDecimal(order.discount_amount, currency),
    couponDiscount: moneyFromDecimal(order.coupon_discount, currency),
    storeCredit: moneyFromDecimal(order.store_credit_amount, currency),
    giftCertificates: moneyFromDecimal(order.gift_certificate_amount, currency),
    total: taxed(order.total_inc_tax, order.total_ex_tax, currency),
  };
};

const unitsOf = (lines: readonly { quantity: number }[]): number => lines.reduce((all, { quantity }) => all + quantity, 0);

/** Lines may be missing without a warning: some orders come back without any (bigcommerce/dev-docs issue 2052). */
const hasAllUnits = ({ items_total: units, consignments: { lines } }: OrderWire): boolean =>
  units == null || unitsOf(lines) >= units;

const orderOf = (order: OrderWire, allLines: readonly OrderLineWire[] | null): Order =>
  Order.parse({
    id: order.id,
    statusId: order.status_id,
    createdAt: order.date_created,
    modifiedAt: order.date_modified,
    currency: order.default_currency_code,
    pricesIncludeTax: order.is_tax_inclusive_pricing,
    customerId: order.customer_id,
    billing: addressFromWire(order.billing_address),
    lines: linesFromWire(allLines ?? order.consignments.lines, order.default_currency_code),
    unitCount: order.items_total ?? unitsOf(allLines ?? order.consignments.lines),
    linesComplete: allLines !== null || (order.consignments.isComplete && hasAllUnits(order)),
    ...moneyFromWire(order),
    paymentMethod: order.payment_method,
    paymentStatus: order.payment_status,
    externalSource: order.external_source || null,
    externalOrderId: order.external_order_id || null,
    staffNotes: order.staff_notes,
    isArchived: order.is_deleted === true,
  });

/** `allLines` are the lines read page by page, where the order itself did not hold them all. */
export const orderFromWire = (order: OrderWire, allLines: readonly OrderLineWire[] | null = null): Order =>
  translated(() => orderOf(order, allLines), { side: 'bigcommerce', what: `order ${order.id}` });
