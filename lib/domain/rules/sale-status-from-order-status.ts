import type { OrderStatusId } from '../order';
import { problem, type Problem } from '../problems';
import type { Settings } from '../settings';
import { orderStatusLabel } from './order-status-label';

export interface StatusContext {
  settings: Pick<Settings, 'shippedOrdersBecome'>;
  /** The store's own label per status id. */
  statusLabels: Readonly<Record<string, string>>;
}

/** What an order becomes in Hike, or why it cannot (product: "BigCommerce order -> Hike sale"). */
export const saleStatusFromOrderStatus = (statusId: OrderStatusId, context: StatusContext): 'Parked' | 'Completed' | Problem => {
  const status = orderStatusLabel(statusId, context.statusLabels);
  switch (statusId) {
    case 8:
    case 9:
    case 11:
      return 'Parked';
    case 2:
    case 10:
      return context.settings.shippedOrdersBecome;
    case 3:
    case 14:
      return problem('order-partial', { status });
    case 4:
    case 5:
      return problem('order-called-off', { status });
    case 0:
    case 1:
    case 6:
    case 7:
    case 12:
    case 13:
      return problem('order-status-not-importable', { status });
    default:
      return statusId satisfies never;
  }
};
