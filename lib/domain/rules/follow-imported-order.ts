import { ORDER_STATUS, type Order, type OrderStatusId } from '../order';
import { problem, type Problem } from '../problems';
import type { SaleStatus } from '../sale';
import type { Settings } from '../settings';
import { orderStatusLabel } from './order-status-label';

export type FollowDecision =
  | { kind: 'complete-sale' }
  /** A parked sale is voided, a completed one refunded. */
  | { kind: 'reverse-sale'; how: 'void' | 'refund' }
  | { kind: 'refuse'; problem: Problem }
  | { kind: 'nothing' };

export interface ImportedOrder {
  order: Pick<Order, 'statusId' | 'isArchived'>;
  /** The order's status when it was imported; `null` when it was not kept. */
  importedStatusId: OrderStatusId | null;
  saleStatus: SaleStatus;
}

export interface FollowContext {
  settings: Pick<Settings, 'followImportedOrders' | 'reverseImportedOrders' | 'shippedOrdersBecome'>;
  statusLabels: Readonly<Record<string, string>>;
}

const nothing: FollowDecision = { kind: 'nothing' };

const isShipped = (statusId: OrderStatusId | null): boolean => statusId === ORDER_STATUS.Shipped || statusId === ORDER_STATUS.Completed;

const onShipped = ({ importedStatusId, saleStatus }: ImportedOrder, { settings }: FollowContext): FollowDecision => {
  // Imported when it was shipped already, and parked because the merchant wants it so: nothing happened since.
  const wasShipped = importedStatusId === null ? settings.shippedOrdersBecome === 'Parked' : isShipped(importedStatusId);
  return saleStatus === 'Parked' && settings.followImportedOrders && !wasShipped ? { kind: 'complete-sale' } : nothing;
};

const changed = (status: string): FollowDecision => ({ kind: 'refuse', problem: problem('changed-since-import', { status }) });

const onReversed = ({ saleStatus }: ImportedOrder, status: string, { settings }: FollowContext): FollowDecision => {
  if (saleStatus !== 'Parked' && saleStatus !== 'Completed') return nothing;
  if (!settings.reverseImportedOrders) return changed(status);
  return { kind: 'reverse-sale', how: saleStatus === 'Parked' ? 'void' : 'refund' };
};

/** What an imported order's present state means for its sale (product: "an imported order that is ... later"). */
export const followImportedOrder = (imported: ImportedOrder, context: FollowContext): FollowDecision => {
  const { statusId, isArchived } = imported.order;
  const isStanding = imported.saleStatus === 'Parked' || imported.saleStatus === 'Completed';
  // Deleting is not cancelling, so nothing is reversed without being asked (reference: bigcommerce 6.3, `DELETE`).
  if (isArchived) return isStanding ? changed('deleted') : nothing;
  const status = orderStatusLabel(statusId, context.statusLabels);
  switch (statusId) {
    case 2:
    case 10:
      return onShipped(imported, context);
    case 4:
    case 5:
      return onReversed(imported, status, context);
    case 14:
      // How much went back is not in the order, so a person decides whatever the setting says.
      return isStanding ? changed(status) : nothing;
    case 0:
    case 1:
    case 3:
    case 6:
    case 7:
    case 8:
    case 9:
    case 11:
    case 12:
    case 13:
      return nothing;
    default:
      return statusId satisfies never;
  }
};
