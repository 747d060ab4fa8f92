import type { OrderId } from '../ids';
import type { Instant } from '../instant';
import { problem, type Problem } from '../problems';
import type { Sale } from '../sale';
import { isSaleFromBigCommerce } from './is-sale-from-bigcommerce';

export interface OriginalSale {
  /** `null` while it was never seen, as one of an order from before the start date. */
  sale: Sale | null;
  /** The order that it became. */
  orderId: OrderId | null;
  /** The order that it was imported from. */
  importedFrom: OrderId | null;
}

export type RefundTarget = { kind: 'change'; orderId: OrderId } | { kind: 'left-out'; reason: string } | { kind: 'refuse'; problem: Problem };

const leftOut = (reason: string): RefundTarget => ({ kind: 'left-out', reason });

/** The order that a refund (or the refund half of an exchange) changes. */
export const refundTarget = (refund: Pick<Sale, 'number' | 'originalSaleId'>, original: OriginalSale, startDate: Instant | null): RefundTarget => {
  // Goods taken back without a receipt: there is no order that could be found, now or later.
  if (refund.originalSaleId === null) return leftOut('The refund belongs to no sale in Hike, so there is no order to change.');
  const { sale, orderId, importedFrom } = original;
  // Marking the order refunded would look as if the shopper's card had been credited (product: never sent back).
  if (importedFrom !== null || (sale !== null && isSaleFromBigCommerce(sale, importedFrom))) return leftOut('It refunds a sale that came from BigCommerce; refund the order there too.');
  if (sale !== null && orderId !== null) return { kind: 'change', orderId };
  if (sale !== null && startDate !== null && sale.transactionDate < startDate) return leftOut('Its original sale was made before the start date in Settings.');
  return { kind: 'refuse', problem: problem('original-sale-unknown', { sale: refund.number }) };
};
