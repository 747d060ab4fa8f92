import type { OrderStatusId } from '../order';

/** BigCommerce's own names (reference: bigcommerce 6.1), for a label that the store did not tell. */
const NAMES: Record<OrderStatusId, string> = {
  0: 'Incomplete',
  1: 'Pending',
  2: 'Shipped',
  3: 'Partially Shipped',
  4: 'Refunded',
  5: 'Cancelled',
  6: 'Declined',
  7: 'Awaiting Payment',
  8: 'Awaiting Pickup',
  9: 'Awaiting Shipment',
  10: 'Completed',
  11: 'Awaiting Fulfillment',
  12: 'Manual Verification Required',
  13: 'Disputed',
  14: 'Partially Refunded',
};

/** Merchants rename statuses, so their label comes first. */
export const orderStatusLabel = (statusId: OrderStatusId, labels: Readonly<Record<string, string>>): string =>
  labels[String(statusId)]?.trim() || NAMES[statusId];
