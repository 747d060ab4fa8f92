import { ApiRefusal, invalidField } from '../api-refusal.ts';
import type { Order, ShippingAddress } from '../model/order.ts';
import { nextId, type Store } from '../model/store.ts';
import type { Platform } from '../platform.ts';
import { applyOrderInput, mergeAddress } from './apply-order-input.ts';
import { blankOrder, EMPTY_ADDRESS } from './blank-order.ts';
import { acceptOrder } from './change-status.ts';
import { feeFromInput, lineFromInput } from './line-from-input.ts';
import type { OrderInput, PickupInput } from './order-input.ts';
import { priceOrder } from './price-order.ts';
import { readOrderInput } from './read-order-input.ts';
import { assertInStock } from './stock-of-order.ts';

function assertComplete(input: OrderInput): void {
  if (!input.billing_address) throw new ApiRefusal(400, "The required field 'billing_address' was not supplied.");
  if ((input.billing_address.zip ?? '').length < 2) throw invalidField('billing_address.zip', 'The zip is required and must have at least two characters.');
  if (input.consignments) {
    if (input.products || input.shipping_addresses) throw new ApiRefusal(400, "'consignments' cannot be combined with 'products' or 'shipping_addresses'.");
    if (input.consignments.pickups.length > 1) throw new ApiRefusal(400, 'An order can have only one pickup consignment.');
    return;
  }
  if (!input.products || input.products.length === 0) throw new ApiRefusal(400, "The required field 'products' was not supplied.");
}

function addressesFrom(store: Store, order: Order, input: OrderInput): ShippingAddress[] {
  // Without an address of its own the goods go where the bill goes.
  const given = input.shipping_addresses ?? [{}];
  return given.map((parts) => {
    const base = { ...EMPTY_ADDRESS, ...(input.shipping_addresses ? {} : order.billing) };
    return {
      ...mergeAddress(base, parts),
      id: nextId(store, 'orderAddress'),
      shippingMethod: ('shipping_method' in parts ? parts.shipping_method : undefined) ?? 'None',
      formFields: ('form_fields' in parts ? parts.form_fields : undefined) ?? [],
    };
  });
}

function addPickup(store: Store, order: Order, pickup: PickupInput): void {
  order.pickup = {
    id: nextId(store, 'consignment'),
    methodId: pickup.pickup_method_id,
    displayName: pickup.pickup_method_display_name ?? 'Pick Up',
    instructions: pickup.collection_instructions ?? '',
    timeDescription: pickup.collection_time_description ?? '',
  };
  order.lines = pickup.line_items.map((line) => ({ ...lineFromInput(store, line), pickupMethodId: pickup.pickup_method_id }));
}

/** POST /v2/orders. */
export function createOrder(platform: Platform, store: Store, body: unknown): Order {
  const input = readOrderInput(store, body);
  assertComplete(input);
  const now = platform.core.clock.now().toISOString();
  const order = blankOrder(store, now);
  if (input.date_created !== undefined) order.createdAt = new Date(input.date_created).toISOString();
  order.statusId = input.status_id ?? 1;
  if (order.statusId === 2 || order.statusId === 10) order.shippedAt = now;
  order.externalMerchantId = input.external_merchant_id ?? null;
  applyOrderInput(store, order, input);
  const pickup = input.consignments?.pickups[0];
  if (pickup) {
    addPickup(store, order, pickup);
  } else {
    order.addresses = addressesFrom(store, order, input);
    const addressId = order.addresses[0]?.id ?? 0;
    order.lines = (input.products ?? []).map((line) => ({ ...lineFromInput(store, line), addressId }));
  }
  order.fees = (input.fees ?? []).map((fee) => feeFromInput(store, fee));
  priceOrder(order);
  assertInStock(store, order);
  return acceptOrder(platform, store, order);
}
