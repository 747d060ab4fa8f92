import { ORDER_STATUS, type OrderStatusId } from '../order';
import type { Sale, SaleStatus } from '../sale';

/** What a sale is to BigCommerce. */
export type SaleMeaning =
  | { kind: 'order'; statusId: OrderStatusId }
  /** An order of its positive lines, and a refund of the original sale by its negative ones. */
  | { kind: 'exchange'; statusId: OrderStatusId }
  /** No order of its own: it changes the order of its original sale. */
  | { kind: 'refund' }
  /** By rule; the reason is a sentence for the log. */
  | { kind: 'left-out'; reason: string };

type Judged = Pick<Sale, 'status' | 'paid' | 'net' | 'rounding' | 'lines'>;

const order = (statusId: OrderStatusId): SaleMeaning => ({ kind: 'order', statusId });

const leftOut = (reason: string): SaleMeaning => ({ kind: 'left-out', reason });

/** Cash rounding is not owed. Nothing paid at all is no part payment: Hike may not have told the payments. */
const isPartlyPaid = ({ paid, net, rounding }: Judged): boolean => paid.minor > 0 && net.minor - paid.minor > Math.abs(rounding.minor);

/** A refund is a sale of negative quantities (reference: hike-api 6.6). */
const isReturn = ({ lines }: Judged): boolean => lines.some(({ quantity }) => quantity < 0) && !lines.some(({ quantity }) => quantity > 0);

const WAITING: Partial<Record<SaleStatus, string>> = {
  Initial: 'The sale has only been started in Hike; it is sent once it is completed.',
  Parked: 'The sale is parked in Hike; it is sent once it is completed.',
  PartialFulfilled: 'The sale is partly fulfilled in Hike; it is sent once it is completed.',
  Packed: 'The sale is packed in Hike; it is sent once it is completed.',
  ReadyToShip: 'The sale is ready to ship in Hike; it is sent once it is completed.',
  OnGoing: 'The sale is still going on in Hike; it is sent once it is completed.',
};

/** The status table of the product ("Hike sale -> BigCommerce order"), for all statuses that Hike has. */
export const orderStatusFromSale = (sale: Judged): SaleMeaning => {
  switch (sale.status) {
    case 'Completed':
      if (isReturn(sale)) return { kind: 'refund' };
      return order(isPartlyPaid(sale) ? ORDER_STATUS.Pending : ORDER_STATUS.Completed);
    case 'LayBy':
    case 'OnAccount':
    case 'BackOrder':
      return order(ORDER_STATUS.Pending);
    case 'Pending':
      return isPartlyPaid(sale) ? order(ORDER_STATUS.Pending) : leftOut('The sale is not paid yet in Hike; it is sent once it is.');
    case 'Voided':
      return isReturn(sale) ? leftOut('The refund was voided in Hike.') : order(ORDER_STATUS.Cancelled);
    case 'Refunded':
    case 'RefundedAndDiscard':
    case 'RefundedAndDiscardBO':
      // Positive lines: not a refund of another sale, but a sale that was itself refunded.
      return sale.lines.some(({ quantity }) => quantity > 0) ? order(ORDER_STATUS.Refunded) : { kind: 'refund' };
    case 'Exchange':
      return isReturn(sale) ? { kind: 'refund' } : { kind: 'exchange', statusId: ORDER_STATUS.Completed };
    case 'Quote':
    case 'EmailSent':
      return leftOut('Quotes are not sent to BigCommerce.');
    case 'Initial':
    case 'Parked':
    case 'PartialFulfilled':
    case 'Packed':
    case 'ReadyToShip':
    case 'OnGoing':
      return leftOut(WAITING[sale.status] ?? '');
    default:
      return sale.status satisfies never;
  }
};
