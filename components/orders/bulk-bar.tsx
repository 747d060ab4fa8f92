'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import { Actions } from '../ui/actions';
import { countOf } from '../ui/count-of';

const Bar = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.small};
  justify-content: space-between;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `${theme.spacing.small} 0 ${theme.spacing.xSmall}`};
`;

interface BulkBarProps {
  selected: number;
  possible: number;
  isBusy: boolean;
  onSelectAll: () => void;
  onImport: () => void;
}

export const BulkBar = ({ selected, possible, isBusy, onSelectAll, onImport }: BulkBarProps) => (
  <Bar>
    <span>{selected === 0 ? `${countOf(possible, 'order', 'orders')} on this page can be imported` : `${selected} selected`}</span>
    <Actions>
      {possible > 1 && selected < possible && (
        <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={onSelectAll}>
          Select all {possible}
        </Button>
      )}
      <Button mobileWidth="auto" disabled={selected === 0 || isBusy} onClick={onImport}>
        {selected === 0 ? 'Import to Hike' : `Import to Hike (${selected})`}
      </Button>
    </Actions>
  </Bar>
);
