'use client';

import { Checkbox } from '@bigcommerce/big-design';
import type { Ref } from 'react';
import type { ProductRow } from '../../../lib/domain/views/product-views';
import { RecordBody, RecordHead, RecordHeading, RecordRow, RecordTable } from '../../ui/record-table';
import type { Selection } from '../../ui/use-selection';
import { ProductLine } from './product-line';
import type { MatchDesk } from './use-match-desk';

interface ProductTableProps {
  rows: readonly ProductRow[];
  selection: Selection<ProductRow>;
  desk: MatchDesk;
  listRef: Ref<HTMLTableElement>;
}

export const ProductTable = ({ rows, selection, desk, listRef }: ProductTableProps) => (
  <RecordTable ref={listRef} tabIndex={-1} aria-label="Products">
    <RecordHead>
      <RecordRow>
        <RecordHeading>
          <Checkbox
            label="Select all products on this page"
            hiddenLabel
            checked={selection.isAll}
            isIndeterminate={selection.rows.length > 0 && !selection.isAll}
            disabled={selection.possible === 0 || desk.isBusy}
            onChange={(event) => selection.selectAll(event.target.checked)}
          />
        </RecordHeading>
        <RecordHeading>In Hike</RecordHeading>
        <RecordHeading>In BigCommerce</RecordHeading>
        <RecordHeading>What happens</RecordHeading>
        <RecordHeading>Actions</RecordHeading>
      </RecordRow>
    </RecordHead>
    <RecordBody>
      {rows.map((row) => (
        <ProductLine key={row.key} row={row} isSelected={selection.has(row.key)} onSelect={(isSelected) => selection.select(row.key, isSelected)} desk={desk} />
      ))}
    </RecordBody>
  </RecordTable>
);
