'use client';

import styled from 'styled-components';
import type { OrderRow } from '../../lib/domain/views/views';
import { Moment } from '../ui/moment';
import { OutsideLink } from '../ui/outside-link';
import { Section } from '../ui/section';

const Facts = styled.dl`
  display: grid;
  gap: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.large}`};
  grid-template-columns: auto 1fr;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: 0;

  dt {
    color: ${({ theme }) => theme.colors.secondary60};
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** Enough of the order to see that it is the right one. */
export const OrderFacts = ({ order, timeZone }: { order: OrderRow; timeZone: string }) => (
  <Section id="order" title="The order">
    <Facts>
      <dt>Placed</dt>
      <dd>
        <Moment at={order.createdAt} timeZone={timeZone} />
      </dd>
      <dt>Customer</dt>
      <dd>{order.customer || order.email || 'Guest'}</dd>
      <dt>Items</dt>
      <dd>{order.itemCount}</dd>
      <dt>Total</dt>
      <dd>{order.total}</dd>
      <dt>Payment</dt>
      <dd>{order.paymentMethod || 'None'}</dd>
      <dt>Status</dt>
      <dd>{order.status}</dd>
      {order.sale !== null && (
        <>
          <dt>Sale in Hike</dt>
          <dd>{order.sale.number}</dd>
        </>
      )}
      {order.orderUrl !== null && (
        <>
          <dt>In BigCommerce</dt>
          <dd>
            <OutsideLink href={order.orderUrl}>Order {order.id}</OutsideLink>
          </dd>
        </>
      )}
    </Facts>
  </Section>
);
