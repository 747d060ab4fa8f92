import type { OrderId } from '../../ids';
import type { Order, OrderStatusId } from '../../order';
import { difference, type Difference } from '../../reconciliation';
import type { Sale } from '../../sale';
import { formatMoney } from '../../views/format-money';
import { type FollowContext, followImportedOrder } from '../follow-imported-order';
import { orderStatusLabel } from '../order-status-label';
import { compareSaleOfOrder } from './compare-sale-of-order';
import type { ImportTerms } from './import-terms';

export interface JudgedImport {
  orderId: OrderId;
  /** `null` where BigCommerce does not have it, not even among those deleted. */
  order: Order | null;
  /** Sales of Hike's that name this order, refunds not counted. */
  sales: readonly Sale[];
  isLinked: boolean;
  /** The app knows of its import, though the link may be lost. */
  wasImported: boolean;
  /** Its status when it was imported, by our link. */
  importedStatusId: OrderStatusId | null;
  terms: ImportTerms | null;
  /** Work on it is due or under way. */
  isUnderway: boolean;
}

/** Each imported order has exactly one sale with an equal total, and nothing happened to it since that its sale does not follow. */
export const compareImports = (imports: readonly JudgedImport[], context: FollowContext): Difference[] =>
  imports.filter(({ isUnderway }) => !isUnderway).flatMap((judged) => compareImport(judged, context));

const compareImport = (judged: JudgedImport, context: FollowContext): Difference[] => {
  const { orderId, order, sales, isLinked, wasImported } = judged;
  // A surplus sale that somebody voided is no longer one.
  const standing = sales.filter(({ status }) => status !== 'Voided');
  const [sale] = standing.length > 0 ? standing : sales;
  if (standing.length > 1) return [ofOrder('sale-twice', judged, { details: { sales: standing.map(nameOf).join(', ') } })];
  if (sale === undefined) return order !== null && isLinked ? [ofOrder('order-without-sale', judged, { details: { total: formatMoney(order.total.incTax) } })] : [];
  const names = { sale: nameOf(sale) };
  if (order === null) return [difference('sale-of-unknown-order', { subject: String(orderId), at: sale.transactionDate, details: { order: String(orderId), ...names }, saleId: sale.id, orderId })];
  if (!isLinked && !wasImported) return standing.length === 0 ? [] : [{ ...ofOrder('sale-of-order-not-imported', judged, { details: names, sale }), at: sale.transactionDate }];
  return [
    ...(isLinked ? [] : [ofOrder('import-not-linked', judged, { details: names, sale })]),
    ...compareSaleOfOrder({ order, sale, terms: judged.terms }).map(({ kind, details }) => ofOrder(kind, judged, { details: { ...names, ...details }, sale })),
    ...compareStates(judged, { order, sale, context }),
  ];
};

const compareStates = (judged: JudgedImport, { order, sale, context }: { order: Order; sale: Sale; context: FollowContext }): Difference[] => {
  const decision = followImportedOrder({ order, importedStatusId: judged.importedStatusId, saleStatus: sale.status }, context);
  if (decision.kind === 'nothing') return [];
  const status = order.isArchived ? 'deleted' : orderStatusLabel(order.statusId, context.statusLabels);
  return [ofOrder('order-changed', judged, { details: { status, sale: nameOf(sale), hike: sale.status }, sale })];
};

const nameOf = ({ number, id }: Sale): string => number || String(id);

const ofOrder = (kind: Difference['kind'], { orderId, order }: JudgedImport, { details, sale }: { details: Record<string, string>; sale?: Sale }): Difference =>
  difference(kind, { subject: String(orderId), at: order?.createdAt ?? null, details: { order: String(orderId), ...details }, saleId: sale?.id ?? null, orderId });
