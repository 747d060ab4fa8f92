'use client';

import { Checkbox } from '@bigcommerce/big-design';
import type { OrderRow, OrdersView } from '../../lib/domain/views/views';
import { RecordBody, RecordHead, RecordHeading, RecordRow, RecordTable } from '../ui/record-table';
import type { Selection } from '../ui/use-selection';
import { OrderLine } from './order-line';
import type { OrderActions } from './use-order-actions';

interface OrderTableProps {
  view: OrdersView;
  selection: Selection<OrderRow>;
  actions: OrderActions;
}

export const OrderTable = ({ view: { rows, timeZone }, selection, actions }: OrderTableProps) => (
  <RecordTable aria-label="Orders">
    <RecordHead>
      <RecordRow>
        <RecordHeading>
          {selection.possible > 0 && (
            <Checkbox
              label="Select all orders on this page that can be imported"
              hiddenLabel
              checked={selection.isAll}
              isIndeterminate={selection.rows.length > 0 && !selection.isAll}
              disabled={actions.isBusy}
              onChange={(event) => selection.selectAll(event.target.checked)}
            />
          )}
        </RecordHeading>
        <RecordHeading>Order</RecordHeading>
        <RecordHeading>Customer</RecordHeading>
        <RecordHeading>Total</RecordHeading>
        <RecordHeading>Status</RecordHeading>
        <RecordHeading>In Hike</RecordHeading>
        <RecordHeading>Actions</RecordHeading>
      </RecordRow>
    </RecordHead>
    <RecordBody>
      {rows.map((order) => (
        <OrderLine
          key={order.id}
          order={order}
          timeZone={timeZone}
          isSelected={selection.has(order.id)}
          onSelect={(isSelected) => selection.select(order.id, isSelected)}
          actions={actions}
        />
      ))}
    </RecordBody>
  </RecordTable>
);
