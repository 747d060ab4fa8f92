import { ApiRefusal, invalidField } from '../api-refusal.ts';
import type { Order, Shipment } from '../model/order.ts';
import { nextId, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { changeStatus, touch } from './change-status.ts';

export type ShipmentInput = Omit<Shipment, 'id' | 'dateCreated'>;

function assertShippable(order: Order, input: ShipmentInput): void {
  if (!order.addresses.some((address) => address.id === input.orderAddressId)) {
    throw invalidField('order_address_id', `The order has no shipping address ${input.orderAddressId}.`);
  }
  if (input.items.length === 0) throw invalidField('items', 'A shipment needs at least one item.');
  for (const item of input.items) {
    const line = order.lines.find((candidate) => candidate.id === item.lineId);
    if (!line) throw invalidField('order_product_id', `The order has no product ${item.lineId}.`);
    if (item.quantity < 1 || item.quantity > line.quantity - line.quantityShipped) {
      throw new ApiRefusal(400, 'The quantity specified is greater than the quantity of the product that is available to ship.', {
        order_product_id: String(line.id),
      });
    }
  }
}

/** Records a shipment; the order becomes Shipped or Partially Shipped by itself. */
export function shipOrder(platform: Platform, target: { store: Store; order: Order }, input: ShipmentInput): Shipment {
  const { store, order } = target;
  assertShippable(order, input);
  const shipment: Shipment = { ...input, id: nextId(store, 'shipment'), dateCreated: platform.core.clock.now().toISOString() };
  order.shipments.push(shipment);
  for (const item of input.items) {
    const line = order.lines.find((candidate) => candidate.id === item.lineId);
    if (line) line.quantityShipped += item.quantity;
  }
  const physical = order.lines.filter((line) => line.type === 'physical');
  const all = physical.every((line) => line.quantityShipped >= line.quantity);
  note(platform, store, { kind: 'shipment.created', id: shipment.id, data: { orderId: order.id, items: input.items } });
  platform.emit(store, 'store/shipment/created', { type: 'shipment', id: shipment.id, orderId: order.id });
  changeStatus(platform, target, all ? 2 : 3);
  touch(platform, store, order);
  return shipment;
}

/** Everything that is still to be shipped, to the first address. */
export function wholeShipment(order: Order): ShipmentInput {
  return {
    orderAddressId: order.addresses[0]?.id ?? 0,
    trackingNumber: '',
    trackingLink: '',
    trackingCarrier: '',
    merchantShippingCost: 0,
    shippingMethod: order.addresses[0]?.shippingMethod ?? '',
    shippingProvider: '',
    comments: '',
    items: order.lines
      .filter((line) => line.type === 'physical' && line.quantity > line.quantityShipped)
      .map((line) => ({ lineId: line.id, quantity: line.quantity - line.quantityShipped })),
  };
}
