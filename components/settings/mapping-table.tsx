'use client';

import type { ReactNode } from 'react';
import styled from 'styled-components';
import { RecordBody, RecordCell, RecordHead, RecordHeading, RecordRow, RecordTable } from '../ui/record-table';

const Table = styled(RecordTable)`
  margin-top: ${({ theme }) => theme.spacing.large};
`;

/** The name stands beside the middle of its field. */
const Cell = styled(RecordCell)`
  vertical-align: middle;
`;

const Field = styled.div`
  max-width: ${({ theme }) => theme.helpers.remCalc(360)};
`;

/** The rest of the table takes what the field leaves: all fields stand below one another. */
const FieldHeading = styled(RecordHeading)`
  width: 50%;
`;

export interface MappingLine {
  key: string;
  name: ReactNode;
  seen?: string;
  field: ReactNode;
}

interface MappingTableProps {
  caption: string;
  headings: { name: string; seen?: string; field: string };
  lines: MappingLine[];
}

/** What BigCommerce has on the left, what it becomes in Hike on the right. */
export const MappingTable = ({ caption, headings, lines }: MappingTableProps) => (
  <Table aria-label={caption}>
    <RecordHead>
      <RecordRow>
        <RecordHeading>{headings.name}</RecordHeading>
        {headings.seen !== undefined && <RecordHeading>{headings.seen}</RecordHeading>}
        <FieldHeading>{headings.field}</FieldHeading>
      </RecordRow>
    </RecordHead>
    <RecordBody>
      {lines.map(({ key, name, seen, field }) => (
        <RecordRow key={key}>
          <Cell>{name}</Cell>
          {headings.seen !== undefined && <Cell>{seen}</Cell>}
          <Cell $wide>
            <Field>{field}</Field>
          </Cell>
        </RecordRow>
      ))}
    </RecordBody>
  </Table>
);
