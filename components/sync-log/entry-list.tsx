'use client';

import { Button } from '@bigcommerce/big-design';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import type { EntryRow } from '../../lib/domain/views/views';
import { LiveMessage } from '../ui/live-message';
import { RecordHeadings } from '../ui/record-headings';
import { RecordBody, RecordTable } from '../ui/record-table';
import { EntryLine } from './entry-line';
import { useSteadyRows } from './use-steady-rows';

const HEADINGS = ['Time', 'What', 'Result', 'Message'] as const;

/** Above the rows without moving them: room is kept for it from the start. */
const Arrivals = styled.div`
  min-height: ${({ theme }) => theme.helpers.remCalc(44)};
  text-align: center;
`;

interface EntryListProps {
  entries: readonly EntryRow[];
  timeZone: string;
  onReload: () => void;
}

export const EntryList = ({ entries, timeZone, onReload }: EntryListProps) => {
  const table = useRef<HTMLTableElement>(null);
  const [said, setSaid] = useState('');
  const { rows, arrivals, showArrivals, watch } = useSteadyRows(entries);
  const arrivalsText = arrivals === 0 ? '' : `${arrivals} new ${arrivals === 1 ? 'entry' : 'entries'}`;

  const show = () => {
    showArrivals();
    // The button goes away; the keyboard goes on with the rows.
    table.current?.focus();
  };

  return (
    <div {...watch}>
      <LiveMessage text={said} />
      <LiveMessage text={arrivalsText} />
      <Arrivals>
        {arrivals > 0 && (
          <Button variant="subtle" mobileWidth="auto" onClick={show}>
            Show {arrivalsText}
          </Button>
        )}
      </Arrivals>
      <RecordTable ref={table} tabIndex={-1} aria-label="Sync log">
        <RecordHeadings names={HEADINGS} hasActions />
        <RecordBody>
          {rows.map((entry) => (
            <EntryLine key={entry.id} entry={entry} timeZone={timeZone} onAnswered={onReload} onDone={setSaid} />
          ))}
        </RecordBody>
      </RecordTable>
    </div>
  );
};
