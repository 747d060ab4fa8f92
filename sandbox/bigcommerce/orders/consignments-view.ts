import { asNumber, money } from '../model/amount.ts';
import type { Order, OrderLine, ShippingAddress } from '../model/order.ts';
import { lineView } from './line-view.ts';

/** An included list of line items stops here, and only a `__warning__` beside it says so (docs issue 960). */
const INCLUDED_LINES = 50;

interface Options {
  apiUrl: string;
  lineItems: boolean;
}

function lineItems(order: Order, lines: OrderLine[], { apiUrl, lineItems: full }: Options) {
  if (!full) return lines.map((line) => ({ url: `${apiUrl}/orders/${order.id}/products/${line.id}`, resource: `/orders/${order.id}/products/${line.id}` }));
  return lines.slice(0, INCLUDED_LINES).map((line) => lineView(order, line));
}

function warning(lines: OrderLine[], { lineItems: full }: Options) {
  if (!full || lines.length <= INCLUDED_LINES) return {};
  return { __warning__: `Only the first ${INCLUDED_LINES} line items are included. Use the order products endpoint to read all of them.` };
}

function shippingView(order: Order, address: ShippingAddress, options: Options) {
  const { shippingMethod, formFields, ...rest } = address;
  const lines = order.lines.filter((line) => line.addressId === address.id && line.type === 'physical');
  const first = order.addresses[0]?.id === address.id;
  const cost = first ? order.shipping : { base: 0, ex: 0, inc: 0 };
  const handling = first ? order.handling : { base: 0, ex: 0, inc: 0 };
  const quotes = `/orders/${order.id}/consignments/shipping/${address.id}/shipping_quotes`;
  return {
    ...rest,
    form_fields: formFields,
    line_items: lineItems(order, lines, options),
    ...warning(lines, options),
    items_total: lines.reduce((total, line) => total + line.quantity, 0),
    items_shipped: lines.reduce((total, line) => total + line.quantityShipped, 0),
    shipping_method: shippingMethod,
    base_cost: asNumber(cost.base),
    cost_ex_tax: asNumber(cost.ex),
    cost_inc_tax: asNumber(cost.inc),
    cost_tax: asNumber(cost.inc - cost.ex),
    cost_tax_class_id: 2,
    base_handling_cost: asNumber(handling.base),
    handling_cost_ex_tax: asNumber(handling.ex),
    handling_cost_inc_tax: asNumber(handling.inc),
    handling_cost_tax: asNumber(handling.inc - handling.ex),
    handling_cost_tax_class_id: 2,
    shipping_zone_id: 1,
    shipping_zone_name: address.country,
    shipping_quotes: { url: `${options.apiUrl}${quotes}`, resource: quotes },
  };
}

/** The lines of an order, grouped by how they reach the shopper. */
export function consignmentsView(order: Order, options: Options) {
  const digital = order.lines.filter((line) => line.type === 'digital');
  const certificates = order.lines.filter((line) => line.type === 'giftcertificate');
  const pickup = order.pickup;
  return {
    pickups: pickup
      ? [
          {
            id: pickup.id,
            pickup_method_id: pickup.methodId,
            pickup_method_display_name: pickup.displayName,
            collection_instructions: pickup.instructions,
            collection_time_description: pickup.timeDescription,
            location: { id: 1, name: 'Main location', code: 'MAIN' },
            line_items: lineItems(order, order.lines, options),
            ...warning(order.lines, options),
          },
        ]
      : [],
    shipping: order.addresses.map((address) => shippingView(order, address, options)),
    downloads: digital.length > 0 ? [{ recipient_email: order.billing.email, line_items: lineItems(order, digital, options), ...warning(digital, options) }] : [],
    email: {
      gift_certificates: certificates.length > 0 ? [{ recipient_email: order.billing.email, line_items: lineItems(order, certificates, options) }] : [],
    },
  };
}

/** The same address as `/orders/{id}/shipping_addresses` shows it: here the costs are strings. */
export function shippingAddressView(order: Order, address: ShippingAddress, apiUrl: string) {
  const { shipping_quotes: _quotes, line_items: _lines, ...view } = shippingView(order, address, { apiUrl, lineItems: false });
  const quotes = `/orders/${order.id}/shippingaddresses/${address.id}/shippingquotes`;
  const first = order.addresses[0]?.id === address.id;
  const cost = first ? order.shipping : { base: 0, ex: 0, inc: 0 };
  const handling = first ? order.handling : { base: 0, ex: 0, inc: 0 };
  return {
    ...view,
    order_id: order.id,
    base_cost: money(cost.base),
    cost_ex_tax: money(cost.ex),
    cost_inc_tax: money(cost.inc),
    cost_tax: money(cost.inc - cost.ex),
    base_handling_cost: money(handling.base),
    handling_cost_ex_tax: money(handling.ex),
    handling_cost_inc_tax: money(handling.inc),
    handling_cost_tax: money(handling.inc - handling.ex),
    shipping_quotes: { url: `${apiUrl}${quotes}`, resource: quotes },
  };
}
