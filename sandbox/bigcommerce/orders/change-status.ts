import type { Order } from '../model/order.ts';
import type { Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { settleStock } from './stock-of-order.ts';

/** Marks an order as changed now and tells the hooks. */
export function touch(platform: Platform, store: Store, order: Order): void {
  order.modifiedAt = platform.core.clock.now().toISOString();
  note(platform, store, { kind: 'order.updated', id: order.id, reference: order.externalOrderId, data: { statusId: order.statusId } });
  platform.emit(store, 'store/order/updated', { type: 'order', id: order.id });
}

/** Changes the status with all that hangs on it; whoever calls it marks the order as changed. */
export function changeStatus(platform: Platform, target: { store: Store; order: Order }, statusId: number): void {
  const { store, order } = target;
  if (order.statusId === statusId) return;
  const previous = order.statusId;
  order.statusId = statusId;
  if ((statusId === 2 || statusId === 10) && order.shippedAt === null) order.shippedAt = platform.core.clock.now().toISOString();
  if (statusId === 4) order.paymentStatus = order.paymentStatus === '' ? '' : 'refunded';
  if (statusId === 14) order.paymentStatus = order.paymentStatus === '' ? '' : 'partially refunded';
  settleStock(platform, store, order);
  note(platform, store, { kind: 'order.status', id: order.id, reference: order.externalOrderId, data: { from: previous, to: statusId } });
  const status = { previous_status_id: previous, new_status_id: statusId };
  platform.emit(store, 'store/order/statusUpdated', { type: 'order', id: order.id, status });
}

export function setStatus(platform: Platform, target: { store: Store; order: Order }, statusId: number): void {
  changeStatus(platform, target, statusId);
  touch(platform, target.store, target.order);
}

export function archiveOrder(platform: Platform, store: Store, order: Order): void {
  if (order.isDeleted) return;
  order.isDeleted = true;
  note(platform, store, { kind: 'order.archived', id: order.id, reference: order.externalOrderId, data: {} });
  order.modifiedAt = platform.core.clock.now().toISOString();
  platform.emit(store, 'store/order/archived', { type: 'order', id: order.id });
}

/** Puts a finished order into the store: the last step of every way an order can come about. */
export function acceptOrder(platform: Platform, store: Store, order: Order): Order {
  store.orders.set(order.id, order);
  settleStock(platform, store, order);
  const data = { statusId: order.statusId, customerId: order.customerId, totalInc: order.total.inc, totalEx: order.total.ex, externalSource: order.externalSource };
  note(platform, store, { kind: 'order.created', id: order.id, reference: order.externalOrderId || undefined, data });
  platform.emit(store, 'store/order/created', { type: 'order', id: order.id });
  return order;
}
