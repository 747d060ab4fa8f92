'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import { Actions } from './actions';

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
  view: { rows: readonly unknown[]; offset: number; pageSize: number; hasMore: boolean };
  /** What is paged through, in the plural. */
  things: string;
  /** What the buttons to either side are called; by default for lists in alphabetical order. */
  back?: string;
  on?: string;
  /** A search has no count of its own. */
  total: number | null;
  onMove: (offset: number) => void;
}

export const Paging = ({ view: { rows, offset, pageSize, hasMore }, things, back = 'Previous', on = 'Next', total, onMove }: PagingProps) => {
  if (offset === 0 && !hasMore) return null;
  return (
    <Frame aria-label={`More ${things}`}>
      <span>
        {rows.length === 0 ? `No more ${things}` : `${offset + 1} to ${offset + rows.length}`}
        {total !== null && rows.length > 0 && ` of ${total.toLocaleString('en')}`}
      </span>
      <Actions>
        <Button variant="secondary" mobileWidth="auto" disabled={offset === 0} onClick={() => onMove(Math.max(offset - pageSize, 0))}>
          {back}
        </Button>
        <Button variant="secondary" mobileWidth="auto" disabled={!hasMore} onClick={() => onMove(offset + pageSize)}>
          {on}
        </Button>
      </Actions>
    </Frame>
  );
};
