import type { SaleStatus } from '../state/sale-status.ts';
import type { Sale } from './sale.ts';

export interface StockMovement {
  productId: number;
  outletId: number;
  onHand: number;
  reserved: number;
}

type Effect = 'sold' | 'reserved' | 'none';

/** On-account goods have left the shop; parked, laid-by and back-ordered goods wait in it. */
const EFFECTS: Record<SaleStatus, Effect> = {
  Initial: 'none',
  Pending: 'none',
  Parked: 'reserved',
  Completed: 'sold',
  Refunded: 'sold',
  Voided: 'none',
  LayBy: 'reserved',
  BackOrder: 'reserved',
  OnAccount: 'sold',
  Exchange: 'sold',
  RefundedAndDiscard: 'none',
  RefundedAndDiscardBO: 'none',
  Quote: 'none',
  PartialFulfilled: 'reserved',
  Packed: 'reserved',
  ReadyToShip: 'reserved',
  EmailSent: 'none',
  OnGoing: 'reserved',
};

/** What a sale does to stock as it stands; an update takes the old movement back and makes the new one. */
export function stockMovements(sale: Sale): StockMovement[] {
  const effect = EFFECTS[sale.status];
  if (sale.doNotUpdateInvenotry || effect === 'none') return [];
  return sale.invoiceLineItems.flatMap((line) => {
    if (line.invoiceItemValue === null || line.invoiceItemType === 2) return [];
    // Returned goods that are not put back on the shelf move nothing.
    if (line.quantity < 0 && !sale.isReStockWhenRefund) return [];
    const sold = effect === 'sold';
    return [{ productId: line.invoiceItemValue, outletId: sale.outletId, onHand: sold ? -line.quantity : 0, reserved: sold ? 0 : line.quantity }];
  });
}
