import { add, subtract, sum, type Money } from '../money';
import { ORDER_STATUS, type OrderChange, type OrderStatusId } from '../order';
import type { Sale } from '../sale';
import { formatMoney } from '../views/format-money';
import { orderStatusFromSale } from './order-status-from-sale';
import { refundsOfSale, type SaleRefund } from './refunds-of-sale';
import { returnedAmountOfExchange } from './returned-amount-of-exchange';
import { isRoundingDifference } from './rounding-tolerance';

/** A sale with every sale that goes back to it; other sales among them do no harm. */
export interface SaleHistory {
  sale: Sale;
  laterSales: readonly Sale[];
  registerName: string | null;
}

const UNPAID_NAMES: Partial<Record<Sale['status'], string>> = { OnAccount: 'On account', LayBy: 'Lay-by', BackOrder: 'Back order' };

const paymentMethod = ({ payments, status }: Sale): string => {
  const names = payments.filter(({ amount }) => amount.minor > 0).map(({ name }) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].join(', ') || (UNPAID_NAMES[status] ?? 'Hike POS');
};

const isAllBack = (total: Money, refunded: Money): boolean => {
  const left = subtract(total, refunded);
  return left.minor <= 0 || isRoundingDifference(left);
};

/** What was sold; on an exchange without what came back, for that is a refund of another sale. */
const soldTotal = (sale: Sale): Money => add(sale.net, returnedAmountOfExchange(sale));

const refundedStatus = (statusId: OrderStatusId, total: Money, refunds: readonly SaleRefund[]): OrderStatusId => {
  // A voided sale stays cancelled whatever went back before.
  if (refunds.length === 0 || statusId === ORDER_STATUS.Cancelled) return statusId;
  const refunded = sum(refunds.map(({ amount }) => amount), total.currency);
  return isAllBack(total, refunded) ? ORDER_STATUS.Refunded : ORDER_STATUS.PartiallyRefunded;
};

const staffNotes = ({ sale, registerName }: SaleHistory, total: Money, refunds: readonly SaleRefund[]): string => {
  const refunded = sum(refunds.map(({ amount }) => amount), total.currency);
  const isOpen = sale.status === 'LayBy' || sale.status === 'OnAccount' || sale.status === 'BackOrder' || (sale.paid.minor > 0 && sale.paid.minor < sale.net.minor);
  return [
    `Hike sale ${sale.number}${registerName ? `, register ${registerName}` : ''}, ${formatMoney(total)}.`,
    ...(isOpen ? [`Paid so far: ${formatMoney(sale.paid)}.`] : []),
    ...(sale.status === 'Voided' ? ['Voided in Hike.'] : []),
    ...refunds.map(({ number, at, amount }) => `Refunded ${formatMoney(amount)} by Hike sale ${number} on ${at.slice(0, 10)}.`),
    ...(refunds.length > 1 ? [`Refunded in all: ${formatMoney(refunded)}.`] : []),
  ].join('\n');
};

/**
 * What the sale's order should say now: computed from the whole history each time, so that the same history gives the
 * same text however often and in whatever order it is read. `null` while the sale is none of BigCommerce's business.
 */
export const orderStateFromSale = (history: SaleHistory): Required<OrderChange> | null => {
  const meaning = orderStatusFromSale(history.sale);
  if (meaning.kind === 'refund' || meaning.kind === 'left-out') return null;
  const refunds = refundsOfSale(history.sale, history.laterSales);
  const total = soldTotal(history.sale);
  return {
    statusId: refundedStatus(meaning.statusId, total, refunds),
    staffNotes: staffNotes(history, total, refunds),
    paymentMethod: paymentMethod(history.sale),
  };
};
