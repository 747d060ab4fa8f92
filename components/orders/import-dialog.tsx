'use client';

import type { OrderRow } from '../../lib/domain/views/views';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { countOf } from '../ui/count-of';
import { FirstOf } from '../ui/first-of';

interface ImportDialogProps {
  orders: OrderRow[];
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

export const ImportDialog = ({ orders, isBusy, onConfirm, onCancel }: ImportDialogProps) => {
  const items = orders.reduce((sum, { itemCount }) => sum + itemCount, 0);
  return (
    <ConfirmDialog
      title={`Import ${countOf(orders.length, 'order', 'orders')} to Hike?`}
      confirm={`Import ${countOf(orders.length, 'order', 'orders')}`}
      isBusy={isBusy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>
        {orders.length === 1 ? 'It becomes one sale' : `They become ${orders.length} sales`} in Hike, {countOf(items, 'item', 'items')} in all. Stock moves with them, and each keeps its
        own date. An order that is in Hike already is not added again.
      </p>
      <FirstOf items={orders.map(({ id, customer, total }) => ({ key: String(id), text: `#${id} ${customer}, ${total}` }))} />
    </ConfirmDialog>
  );
};
