'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import { RecordHeadings } from '../ui/record-headings';
import { RecordBody, RecordCell, RecordRow, RecordTable } from '../ui/record-table';

/** Columns here are made of words, and as narrow as their longest one: never as its letters. */
const WordCell = styled(RecordCell)`
  overflow-wrap: break-word;
`;

interface PairsTableProps {
  label: string;
  headings: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

/** A table to read: on a narrow screen each cell stands under the next, named by its heading. */
export const PairsTable = ({ label, headings, rows }: PairsTableProps) => (
  <RecordTable aria-label={label}>
    <RecordHeadings names={headings} />
    <RecordBody>
      {rows.map((cells, row) => (
        <RecordRow key={row}>
          {cells.map((cell, column) => (
            <WordCell key={column} $wide data-label={headings[column]}>
              {cell}
            </WordCell>
          ))}
        </RecordRow>
      ))}
    </RecordBody>
  </RecordTable>
);
