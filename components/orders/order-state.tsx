'use client';

import { Badge } from '@bigcommerce/big-design';
import styled, { css } from 'styled-components';
import type { OrderRow } from '../../lib/domain/views/views';
import { Unbroken } from '../ui/unbroken';
import { orderBadge } from './order-words';

/** In a table it leaves the other columns room enough for an e-mail address in one piece. */
const WIDEST = css`
  @media (min-width: ${({ theme }) => theme.helpers.remCalc(900)}) {
    max-width: ${({ theme }) => theme.helpers.remCalc(320)};
  }
`;

const Sentence = styled.p`
  ${WIDEST};
  margin: ${({ theme }) => theme.spacing.xxSmall} 0 0;
`;

const Remedy = styled.p`
  ${WIDEST};
  color: ${({ theme }) => theme.colors.secondary60};
  margin: 0;
`;

/** Where the order stands with Hike, why, and what to do about it. */
export const OrderState = ({ order }: { order: OrderRow }) => {
  const { label, variant } = orderBadge(order);
  return (
    <>
      <Unbroken>
        <Badge label={label} variant={variant} />
      </Unbroken>
      {order.stateSentence !== label && <Sentence>{order.stateSentence}</Sentence>}
      {order.problem !== null && order.problem.action !== 'none' && <Remedy>{order.problem.remedy}</Remedy>}
    </>
  );
};
