'use client';

import type { OrderRow } from '../../lib/domain/views/views';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { countOf } from './order-words';

/** Enough to recognise what was ticked; the rest is counted. */
const SHOWN = 5;

interface ImportDialogProps {
  orders: OrderRow[];
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

export const ImportDialog = ({ orders, isBusy, onConfirm, onCancel }: ImportDialogProps) => {
  const items = orders.reduce((sum, { itemCount }) => sum + itemCount, 0);
  const more = orders.length - SHOWN;
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
      <ul>
        {orders.slice(0, SHOWN).map(({ id, customer, total }) => (
          <li key={id}>
            #{id} {customer}, {total}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </ConfirmDialog>
  );
};
