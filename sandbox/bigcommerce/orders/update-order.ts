import { invalidField } from '../api-refusal.ts';
import type { Order } from '../model/order.ts';
import { nextId, type Store } from '../model/store.ts';
import type { Platform } from '../platform.ts';
import { applyOrderInput, mergeAddress } from './apply-order-input.ts';
import { EMPTY_ADDRESS } from './blank-order.ts';
import { archiveOrder, changeStatus, touch } from './change-status.ts';
import { feeFromInput, lineFromInput } from './line-from-input.ts';
import type { LineInput, OrderInput } from './order-input.ts';
import { priceOrder } from './price-order.ts';
import { readOrderInput } from './read-order-input.ts';
import { assertInStock, settleStock } from './stock-of-order.ts';

function updateLine(store: Store, order: Order, input: LineInput & { id: number }): void {
  const index = order.lines.findIndex((line) => line.id === input.id);
  const line = order.lines[index];
  if (!line) throw invalidField('products.id', `The order has no product ${input.id}.`);
  if (input.quantity === 0) {
    order.lines.splice(index, 1);
    return;
  }
  const { price_ex_tax: ex, price_inc_tax: inc } = input;
  if ((ex === undefined) !== (inc === undefined)) throw invalidField('price_inc_tax', "'price_ex_tax' and 'price_inc_tax' must be given together.");
  line.quantity = input.quantity ?? line.quantity;
  line.name = input.name ?? line.name;
  if (ex !== undefined && inc !== undefined) Object.assign(line, { priceEx: ex, priceInc: inc, overridden: true });
  // BigCommerce clears the discounts and promotions of every line that the edit touches.
  line.discounts = [];
}

/** Changed lines lose the coupon's and the manual discount's share; here an edit of lines drops both from the order. */
function updateLines(store: Store, order: Order, lines: LineInput[]): void {
  for (const input of lines) {
    if (input.id !== undefined) updateLine(store, order, { ...input, id: input.id });
    else order.lines.push({ ...lineFromInput(store, input), addressId: order.addresses[0]?.id ?? 0 });
  }
  order.coupons = [];
  order.discount = 0;
  delete order.overrides.subtotal;
  delete order.overrides.total;
}

function updateAddresses(store: Store, order: Order, inputs: NonNullable<OrderInput['shipping_addresses']>): void {
  for (const { id, shipping_method: method, ...parts } of inputs) {
    const index = order.addresses.findIndex((address) => address.id === id);
    const current = order.addresses[index];
    if (id !== undefined && !current) throw invalidField('shipping_addresses.id', `The order has no shipping address ${id}.`);
    const base = current ?? { ...EMPTY_ADDRESS, id: nextId(store, 'orderAddress'), shippingMethod: 'None', formFields: [] };
    const merged = { ...mergeAddress(base, parts), shippingMethod: method ?? base.shippingMethod, formFields: parts.form_fields ?? base.formFields };
    if (current) order.addresses[index] = merged;
    else order.addresses.push(merged);
  }
}

/** PUT /v2/orders/{id}: sub-resources behave like PATCH, fees are replaced as a whole. */
export function updateOrder(platform: Platform, target: { store: Store; order: Order }, body: unknown): Order {
  const { store, order } = target;
  const input = readOrderInput(store, body);
  if (input.external_merchant_id !== undefined && input.external_merchant_id !== order.externalMerchantId) {
    throw invalidField('external_merchant_id', 'The external_merchant_id can only be set when the order is created.');
  }
  // Worked on a copy, so that a refusal half way leaves the order as it was.
  const changed = structuredClone(order);
  if (input.products) updateLines(store, changed, input.products);
  applyOrderInput(store, changed, input);
  if (input.shipping_addresses) updateAddresses(store, changed, input.shipping_addresses);
  if (input.fees) changed.fees = input.fees.map((fee) => ({ ...feeFromInput(store, fee), ...(fee.id === undefined ? {} : { id: fee.id }) }));
  priceOrder(changed);
  if (input.products && store.settings.editOrderStockAdjustment) assertInStock(store, changed);
  const removed = order.lines.filter((line) => !changed.lines.some((kept) => kept.id === line.id));
  Object.assign(order, changed);
  if (input.products && store.settings.editOrderStockAdjustment) {
    settleStock(platform, store, order);
    settleStock(platform, store, { ...order, lines: removed.map((line) => ({ ...line, quantity: 0 })) });
  }
  if (input.status_id !== undefined) changeStatus(platform, target, input.status_id);
  touch(platform, store, order);
  if (input.is_deleted === true) archiveOrder(platform, store, order);
  return order;
}
