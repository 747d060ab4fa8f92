import type { OrderChange, OrderStatusId } from '../order';
import { orderStateFromSale, type SaleHistory } from './order-state-from-sale';

export type OrderChangeDecision =
  /** `written` is what to remember for the next time: what the sale wanted, not what staff made of it meanwhile. */
  { kind: 'change'; change: OrderChange; written: Required<OrderChange> } | { kind: 'no-change' };

export interface LaterSale {
  /** What we last wrote of the order; what is not known is written anew. */
  written: Partial<OrderChange>;
  now: SaleHistory;
  /** The order's status in BigCommerce now: kept when only notes or payment change, for staff may have moved it on. */
  currentStatusId: OrderStatusId;
}

/** What a later state of a sale, its void or its refunds change on the order that it became. */
export const orderChangeFromLaterSale = ({ written, now, currentStatusId }: LaterSale): OrderChangeDecision => {
  const wanted = orderStateFromSale(now);
  if (!wanted) return { kind: 'no-change' };
  const statusId = written.statusId === wanted.statusId ? currentStatusId : wanted.statusId;
  const change: OrderChange = {
    statusId,
    ...(written.staffNotes === wanted.staffNotes ? {} : { staffNotes: wanted.staffNotes }),
    ...(written.paymentMethod === wanted.paymentMethod ? {} : { paymentMethod: wanted.paymentMethod }),
  };
  const isSame = statusId === currentStatusId && change.staffNotes === undefined && change.paymentMethod === undefined;
  return isSame ? { kind: 'no-change' } : { kind: 'change', change, written: wanted };
};
