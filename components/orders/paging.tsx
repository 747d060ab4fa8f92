'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { OrdersView } from '../../lib/domain/views/views';
import { Actions } from '../ui/actions';

const Frame = styled.nav`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.small};
  justify-content: space-between;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin-top: ${({ theme }) => theme.spacing.medium};
`;

interface PagingProps {
  view: OrdersView;
  /** A search has no count of its own. */
  total: number | null;
  onMove: (offset: number) => void;
}

export const Paging = ({ view: { rows, offset, pageSize, hasMore }, total, onMove }: PagingProps) => {
  if (offset === 0 && !hasMore) return null;
  return (
    <Frame aria-label="More orders">
      <span>
        {rows.length === 0 ? 'No more orders' : `${offset + 1} to ${offset + rows.length}`}
        {total !== null && rows.length > 0 && ` of ${total}`}
      </span>
      <Actions>
        <Button variant="secondary" mobileWidth="auto" disabled={offset === 0} onClick={() => onMove(Math.max(offset - pageSize, 0))}>
          Newer
        </Button>
        <Button variant="secondary" mobileWidth="auto" disabled={!hasMore} onClick={() => onMove(offset + pageSize)}>
          Older
        </Button>
      </Actions>
    </Frame>
  );
};
