'use client';

import { Badge, Button } from '@bigcommerce/big-design';
import type { Ref } from 'react';
import type { DifferenceRow } from '../../lib/domain/views/reconciliation-view';
import { Actions } from '../ui/actions';
import { FinePrint } from '../ui/fine-print';
import { Moment } from '../ui/moment';
import { OutsideLink } from '../ui/outside-link';
import { RecordHeadings } from '../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../ui/record-table';

interface LineProps {
  row: DifferenceRow;
  timeZone: string;
  isBusy: boolean;
  onFix: (row: DifferenceRow) => void;
  onPutAside: (row: DifferenceRow) => void;
}

const DifferenceLine = ({ row, timeZone, isBusy, onFix, onPutAside }: LineProps) => {
  const { foundAt, sentence, remedy, isFixing, canFix, orderUrl, orderId } = row;
  return (
    <RecordRow>
      <RecordCell $wide>
        {sentence}
        <FinePrint>{isFixing ? 'Being fixed. The next comparison tells whether it helped.' : remedy}</FinePrint>
        {orderUrl !== null && (
          <FinePrint>
            <OutsideLink href={orderUrl}>Open order {orderId}</OutsideLink>
          </FinePrint>
        )}
      </RecordCell>
      <RecordCell data-label="Found">
        <Moment at={foundAt} timeZone={timeZone} />
      </RecordCell>
      <RecordCell $wide>
        <Actions>
          {isFixing && <Badge label="Being fixed" variant="warning" />}
          {canFix && (
            <Button variant="secondary" mobileWidth="auto" aria-label={`Fix: ${sentence}`} disabled={isBusy} onClick={() => onFix(row)}>
              Fix
            </Button>
          )}
          <Button variant="subtle" mobileWidth="auto" aria-label={`Put aside: ${sentence}`} disabled={isBusy} onClick={() => onPutAside(row)}>
            Put aside
          </Button>
        </Actions>
      </RecordCell>
    </RecordRow>
  );
};

interface DifferenceTableProps extends Omit<LineProps, 'row'> {
  rows: readonly DifferenceRow[];
  listRef: Ref<HTMLTableElement>;
}

export const DifferenceTable = ({ rows, listRef, ...line }: DifferenceTableProps) => (
  <RecordTable ref={listRef} tabIndex={-1} aria-label="Differences">
    <RecordHeadings names={['Difference', 'Found']} hasActions />
    <RecordBody>
      {rows.map((row) => (
        <DifferenceLine key={row.key} row={row} {...line} />
      ))}
    </RecordBody>
  </RecordTable>
);
