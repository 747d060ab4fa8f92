'use client';

import { Checkbox } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { OrderRow } from '../../lib/domain/views/views';
import { countOf } from '../ui/count-of';
import { Email } from '../ui/email';
import { Moment } from '../ui/moment';
import { OutsideLink } from '../ui/outside-link';
import { RecordCell, RecordRow } from '../ui/record-table';
import { OrderButtons } from './order-buttons';
import { OrderState } from './order-state';
import type { OrderActions } from './use-order-actions';

const Small = styled.div`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  line-height: ${({ theme }) => theme.lineHeight.small};
`;

/** A card, where there is no room for a table. */
const AREAS = '"tick order total" "customer customer customer" "status status status" "state state state" "actions actions actions"';

const TotalCell = styled(RecordCell)`
  @media (max-width: ${({ theme }) => theme.helpers.remCalc(899)}) {
    padding-left: ${({ theme }) => theme.spacing.small};
    text-align: right;
  }
`;

/** Wide enough for two buttons side by side: a row is then one line high. */
const ActionsCell = styled(RecordCell)`
  @media (max-width: ${({ theme }) => theme.helpers.remCalc(899)}) {
    margin-top: ${({ theme }) => theme.spacing.xSmall};
  }

  @media (min-width: ${({ theme }) => theme.helpers.remCalc(1200)}) {
    min-width: ${({ theme }) => theme.helpers.remCalc(200)};
  }
`;

interface OrderLineProps {
  order: OrderRow;
  timeZone: string;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  actions: OrderActions;
}

export const OrderLine = ({ order, timeZone, isSelected, onSelect, actions }: OrderLineProps) => (
  <RecordRow $areas={AREAS}>
    <RecordCell $area="tick">
      {order.canImport && (
        <Checkbox label={`Select order ${order.id}`} hiddenLabel checked={isSelected} disabled={actions.isBusy} onChange={(event) => onSelect(event.target.checked)} />
      )}
    </RecordCell>
    <RecordCell $area="order">
      {order.orderUrl === null ? `#${order.id}` : <OutsideLink href={order.orderUrl}>#{order.id}</OutsideLink>}
      <Small>
        <Moment at={order.createdAt} timeZone={timeZone} />
      </Small>
    </RecordCell>
    <RecordCell $area="customer">
      {order.customer}
      {order.email !== '' && (
        <Small>
          <Email address={order.email} />
        </Small>
      )}
    </RecordCell>
    <TotalCell $area="total">
      {order.total}
      <Small>
        {countOf(order.itemCount, 'item', 'items')}
        {order.paymentMethod !== '' && `, ${order.paymentMethod}`}
      </Small>
    </TotalCell>
    <RecordCell $area="status" data-label="Status">
      {order.status}
    </RecordCell>
    <RecordCell $area="state">
      <OrderState order={order} />
    </RecordCell>
    <ActionsCell $area="actions">
      <OrderButtons order={order} actions={actions} />
    </ActionsCell>
  </RecordRow>
);
