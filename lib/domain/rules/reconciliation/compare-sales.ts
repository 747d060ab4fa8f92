import type { OrderId, SaleId } from '../../ids';
import type { Order } from '../../order';
import { difference, type Difference } from '../../reconciliation';
import type { Sale } from '../../sale';
import { formatMoney } from '../../views/format-money';
import { compareOrder } from './compare-order';
import type { ExpectedOrder } from './expected-order-of-sale';

export interface JudgedSale {
  sale: Sale;
  expected: ExpectedOrder;
  /** The order that our link names. */
  linkedTo: OrderId | null;
  /** Work on it is due or under way, so what is missing is not missed. */
  isUnderway: boolean;
  /** It waits for a person in the sync log. */
  isRefused: boolean;
}

export interface SalesAndOrders {
  sales: readonly JudgedSale[];
  /** Orders that bear our name, by the sale that they name; deleted ones too. */
  orders: ReadonlyMap<SaleId, readonly Order[]>;
  statusLabels: Readonly<Record<string, string>>;
}

/** Each eligible sale has exactly one order, with its total to the cent and the status that it asks for. */
export const compareSales = ({ sales, orders, statusLabels }: SalesAndOrders): Difference[] =>
  sales.filter(({ isUnderway }) => !isUnderway).flatMap((judged) => compareSale(judged, orders.get(judged.sale.id) ?? [], statusLabels));

const compareSale = (judged: JudgedSale, orders: readonly Order[], statusLabels: SalesAndOrders['statusLabels']): Difference[] => {
  const { sale, expected, isRefused, linkedTo } = judged;
  const live = orders.filter(({ isArchived }) => !isArchived);
  const [first] = live;
  if (first === undefined) {
    const deleted = orders[0];
    if (deleted !== undefined && expected.kind !== 'none') return [ofSale('order-deleted', sale, { order: deleted })];
    const isMissing = expected.kind === 'order' || (expected.kind === 'refused' && !isRefused);
    return isMissing ? [ofSale('sale-without-order', sale, { details: { total: formatMoney(expected.kind === 'order' ? expected.total.incTax : sale.net) } })] : [];
  }
  if (live.length > 1) return [ofSale('order-twice', sale, { order: first, details: { orders: live.map(({ id }) => id).join(', ') } })];
  const isLinked = linkedTo === first.id;
  if (expected.kind === 'none') return expected.isBeforeStart && isLinked ? [] : [ofSale('order-of-unsent-sale', sale, { order: first, details: { reason: expected.reason } })];
  const unlike = expected.kind === 'order' ? compareOrder({ order: first, expected, statusLabels }) : [];
  return [...unlike.map(({ kind, details }) => ofSale(kind, sale, { order: first, details })), ...(isLinked ? [] : [ofSale('order-not-linked', sale, { order: first })])];
};

const ofSale = (kind: Difference['kind'], sale: Sale, { order, details }: { order?: Order; details?: Record<string, string> }): Difference => {
  const names = { sale: sale.number || String(sale.id), ...(order && { order: String(order.id) }) };
  return difference(kind, { subject: String(sale.id), at: sale.transactionDate, details: { ...names, ...details }, saleId: sale.id, orderId: order?.id ?? null });
};

/** Orders that name a sale which Hike does not have; `known` are all that Hike told of around their dates. */
export const ordersOfUnknownSales = (orders: SalesAndOrders['orders'], known: ReadonlySet<SaleId>): Difference[] =>
  [...orders].flatMap(([saleId, ofIt]) => {
    const live = ofIt.find(({ isArchived }) => !isArchived);
    if (live === undefined || known.has(saleId)) return [];
    return [difference('order-of-unknown-sale', { subject: String(saleId), at: live.createdAt, details: { order: String(live.id), sale: String(saleId) }, saleId, orderId: live.id })];
  });
