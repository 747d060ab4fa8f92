import type { Order } from '../order';
import { currencyRefusal } from './currency-refusal';
import { isProblem, problem, type Problem } from '../problems';
import type { ImportContext } from './import-context';
import { missingSettings } from './setup-steps';
import { saleStatusFromOrderStatus } from './sale-status-from-order-status';
import { soldLinesOfOrder } from './product-lines-of-order';

/** BigCommerce's words for a payment that did not happen or was taken back (reference: bigcommerce 6.1). */
const NOT_PAID: readonly string[] = ['declined', 'held for review', 'refunded', 'void', 'void pending'];

/**
 * Offline payments stay "pending" and some gateways only "authorize" until the goods ship, so there the order's status
 * is believed: the merchant moves an order to "Awaiting Fulfillment" once it is paid.
 */
const paymentRefusal = ({ paymentStatus, lines }: Order): Problem | null => {
  const payment = paymentStatus.trim().toLowerCase();
  if (payment === 'partially refunded' || lines.some(({ quantityRefunded }) => quantityRefunded > 0)) return problem('order-partial', { status: 'partly refunded' });
  if (payment.startsWith('partial')) return problem('order-part-paid');
  return NOT_PAID.includes(payment) ? problem('order-not-paid', { payment }) : null;
};

/** Why this order cannot be imported as it is; `null` when nothing of the order as a whole stands in the way. */
export const orderRefusal = (order: Order, context: ImportContext): Problem | null => {
  if (order.isArchived) return problem('order-archived');
  if (order.externalSource === context.appId) return problem('order-from-hike', { sale: order.externalOrderId ?? '' });
  const status = saleStatusFromOrderStatus(order.statusId, { settings: context.settings, statusLabels: context.profile.statusLabels });
  if (isProblem(status)) return status;
  const missing = missingSettings(context.settings, context.profile);
  if (missing.length > 0) return problem('settings-missing', { missing: missing.join(', ') });
  if (soldLinesOfOrder(order).length === 0) return problem('order-empty');
  return paymentRefusal(order) ?? currencyRefusal(order.currency, { hike: context.hikeLists.currency, store: context.profile.currency });
};
