import type { Order, OrderSummary } from '../../domain/order';

/** What the Orders page lists of an order. */
export const summaryOf = (order: Order): OrderSummary => ({
  id: order.id,
  statusId: order.statusId,
  createdAt: order.createdAt,
  modifiedAt: order.modifiedAt,
  total: order.total,
  paymentMethod: order.paymentMethod,
  externalSource: order.externalSource,
  customerName: `${order.billing.firstName} ${order.billing.lastName}`.trim(),
  email: order.billing.email,
  itemCount: order.unitCount,
});
