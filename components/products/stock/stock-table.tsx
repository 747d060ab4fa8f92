'use client';

import { Badge, Button } from '@bigcommerce/big-design';
import type { Ref } from 'react';
import styled from 'styled-components';
import type { StockRow } from '../../../lib/domain/views/product-views';
import { Actions } from '../../ui/actions';
import { FinePrint } from '../../ui/fine-print';
import { RecordHeadings } from '../../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../../ui/record-table';
import { LocationSums } from './location-sums';
import { isHeld } from './stock-words';

const NameCell = styled(RecordCell)`
  @media (min-width: ${({ theme }) => theme.helpers.remCalc(900)}) {
    width: 32%;
  }
`;

interface RowProps {
  row: StockRow;
  isBusy: boolean;
  onApprove: (variantId: number, name: string) => void;
  onTimeline: (hikeId: number) => void;
}

const StockLine = ({ row, isBusy, onApprove, onTimeline }: RowProps) => {
  const { hikeId, variantId, name, sku, isLinked } = row;
  const called = sku === '' ? name : sku;
  return (
    <RecordRow>
      <NameCell $wide>
        {name}
        <FinePrint>{sku === '' ? 'No SKU' : sku}</FinePrint>
        {!isLinked && <Badge label="Not linked" variant="secondary" />}
      </NameCell>
      <RecordCell $wide>
        <LocationSums row={row} />
      </RecordCell>
      <RecordCell $wide>
        <Actions>
          {variantId !== null && isHeld(row) && (
            <Button variant="secondary" mobileWidth="auto" aria-label={`Approve zero: ${called}`} disabled={isBusy} onClick={() => onApprove(variantId, called)}>
              Approve zero
            </Button>
          )}
          <Button variant="subtle" mobileWidth="auto" aria-label={`Timeline: ${called}`} onClick={() => onTimeline(hikeId)}>
            Timeline
          </Button>
        </Actions>
      </RecordCell>
    </RecordRow>
  );
};

interface StockTableProps extends Omit<RowProps, 'row'> {
  rows: readonly StockRow[];
  listRef: Ref<HTMLTableElement>;
}

export const StockTable = ({ rows, listRef, ...row }: StockTableProps) => (
  <RecordTable ref={listRef} tabIndex={-1} aria-label="Stock">
    <RecordHeadings names={['Product', 'Stock by location']} hasActions />
    <RecordBody>
      {rows.map((one) => (
        <StockLine key={one.hikeId} row={one} {...row} />
      ))}
    </RecordBody>
  </RecordTable>
);
