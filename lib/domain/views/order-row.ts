import type { OrderSummary } from '../order';
import type { Currency } from '../money';
import type { Problem } from '../problems';
import { isProblem } from '../problems';
import { currencyRefusal } from '../rules/currency-refusal';
import { orderStatusLabel } from '../rules/order-status-label';
import { saleStatusFromOrderStatus } from '../rules/sale-status-from-order-status';
import type { Settings } from '../settings';
import type { StoreProfile } from '../shop-lists';
import { formatMoney } from './format-money';
import { orderUrl } from './order-url';
import { problemView } from './problem-view';
import type { OrderRow } from './views';

/** An order as the database keeps it. */
export interface ListedOrder extends OrderSummary {
  state: OrderRow['state'];
  problem: Problem | null;
  saleId: number | null;
  saleNumber: string | null;
}

export interface OrderRowContext {
  settings: Pick<Settings, 'shippedOrdersBecome'>;
  profile: Pick<StoreProfile, 'controlPanelUrl' | 'statusLabels' | 'currency'> | null;
  /** `null` while the shop was not read. */
  hikeCurrency: Currency | null;
  /** Whether anything stops all imports: settings, connection, pause. */
  isBlocked: boolean;
}

const saleName = ({ saleId, saleNumber }: ListedOrder): string => saleNumber?.trim() || String(saleId ?? '');

/** What the row says of its state, in the words of the product. */
const stateSentence = (order: ListedOrder, sentence: string | null): string => {
  switch (order.state) {
    case 'to-import':
      return 'Ready';
    case 'importing':
      return 'Importing';
    case 'checking':
      return 'Checking: Hike’s answer was lost';
    case 'needs-you':
      return sentence ?? 'Needs you';
    case 'imported':
      return `Imported as sale ${saleName(order)}`;
    case 'changed':
      return sentence ?? `Changed since it was imported as sale ${saleName(order)}`;
    case 'left-out':
      return sentence ?? 'Left out by hand';
    default:
      return order.state satisfies never;
  }
};

/** Refused by its status or currency: shown with why, and no click can help before the order moves on. */
const standingProblem = (order: ListedOrder, { settings, profile, hikeCurrency }: OrderRowContext): Problem | null => {
  const status = saleStatusFromOrderStatus(order.statusId, { settings, statusLabels: profile?.statusLabels ?? {} });
  return isProblem(status) ? status : currencyRefusal(order.total.incTax.currency, { hike: hikeCurrency, store: profile?.currency ?? null });
};

/** A row of the orders page. An order left out by a person can be imported after all. */
export const orderRow = (order: ListedOrder, context: OrderRowContext): OrderRow => {
  const isWaiting = order.state === 'to-import' || order.state === 'needs-you';
  const standing = isWaiting ? standingProblem(order, context) : null;
  const problem = standing ?? order.problem;
  const view = problem && problemView(problem);
  const isOpen = isWaiting || order.state === 'left-out';
  // Where nothing is to be done - it came from Hike, it was deleted - a click would only be answered with the same again.
  const isHopeless = view?.action === 'none' || standingProblem(order, context) !== null;
  return {
    id: order.id,
    createdAt: order.createdAt,
    customer: order.customerName,
    email: order.email,
    itemCount: order.itemCount,
    total: formatMoney(order.total.incTax),
    paymentMethod: order.paymentMethod,
    statusId: order.statusId,
    status: orderStatusLabel(order.statusId, context.profile?.statusLabels ?? {}),
    state: order.state,
    stateSentence: standing && view ? view.sentence : stateSentence(order, view?.sentence ?? null),
    problem: view,
    sale: order.saleId === null ? null : { id: order.saleId, number: saleName(order) },
    orderUrl: orderUrl(context.profile?.controlPanelUrl ?? null, order.id),
    canImport: isOpen && !isHopeless && !context.isBlocked,
    canLeaveOut: isWaiting,
  };
};
