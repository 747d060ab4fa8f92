'use client';

import { Badge } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { StockTimelineView } from '../../../lib/domain/views/product-views';
import { FinePrint } from '../../ui/fine-print';
import { Moment } from '../../ui/moment';
import { RecordHeadings } from '../../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../../ui/record-table';
import { moveWords, REASON_WORDS, SIDE_WORDS } from './stock-words';

const Table = styled(RecordTable)`
  margin-top: ${({ theme }) => theme.spacing.medium};
`;

/** Numbers are compared down the column. */
const CountCell = styled(RecordCell)`
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

type Move = StockTimelineView['moves'][number];

const MoveLine = ({ move, timeZone }: { move: Move; timeZone: string }) => {
  const { label, variant } = REASON_WORDS[move.reason];
  return (
    <RecordRow>
      <RecordCell>
        <Moment at={move.at} timeZone={timeZone} />
      </RecordCell>
      <CountCell data-label="Count">{moveWords(move)}</CountCell>
      <RecordCell $wide>
        {SIDE_WORDS[move.side]}
        {move.location !== null && <FinePrint>{move.location}</FinePrint>}
      </RecordCell>
      <RecordCell $wide>
        <Badge label={label} variant={variant} /> {move.sentence !== label && move.sentence}
        {move.sum !== null && <FinePrint>{move.sum}</FinePrint>}
      </RecordCell>
    </RecordRow>
  );
};

export const TimelineTable = ({ view: { moves, timeZone } }: { view: StockTimelineView }) => (
  <Table aria-label="Moves, the newest first">
    <RecordHeadings names={['Time', 'Count', 'Side', 'Why']} />
    <RecordBody>
      {moves.map((move, index) => (
        <MoveLine key={`${move.at}-${index}`} move={move} timeZone={timeZone} />
      ))}
    </RecordBody>
  </Table>
);
