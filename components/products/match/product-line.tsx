'use client';

import { Checkbox } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { ProductRow } from '../../../lib/domain/views/product-views';
import { FinePrint } from '../../ui/fine-print';
import { OutsideLink } from '../../ui/outside-link';
import { RecordCell, RecordRow } from '../../ui/record-table';
import { VisuallyHidden } from '../../ui/visually-hidden';
import { bulkVerbsOf, nameOf } from './match-verbs';
import { ProductButtons } from './product-buttons';
import { ProductState } from './product-state';
import { skusWords } from './row-words';
import type { MatchDesk } from './use-match-desk';

/** A card, where there is no room for a table. */
const AREAS = '"tick hike hike" "bigcommerce bigcommerce bigcommerce" "state state state" "actions actions actions"';

/** Both sides as wide as each other, so that the eye can compare them. */
const SideCell = styled(RecordCell)`
  @media (min-width: ${({ theme }) => theme.helpers.remCalc(900)}) {
    width: 24%;
  }
`;

const ActionsCell = styled(RecordCell)`
  @media (max-width: ${({ theme }) => theme.helpers.remCalc(899)}) {
    margin-top: ${({ theme }) => theme.spacing.xSmall};
  }

  @media (min-width: ${({ theme }) => theme.helpers.remCalc(1200)}) {
    min-width: ${({ theme }) => theme.helpers.remCalc(200)};
  }
`;

const Absent = () => (
  <>
    <span aria-hidden>–</span>
    <VisuallyHidden>not there</VisuallyHidden>
  </>
);

interface ProductLineProps {
  row: ProductRow;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  desk: MatchDesk;
}

export const ProductLine = ({ row, isSelected, onSelect, desk }: ProductLineProps) => {
  const { hike, bigcommerce } = row;
  return (
    <RecordRow $areas={AREAS}>
      <RecordCell $area="tick">
        <Checkbox
          label={`Select ${nameOf(row)}`}
          hiddenLabel
          checked={isSelected}
          disabled={bulkVerbsOf(row).length === 0 || desk.isBusy}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </RecordCell>
      <SideCell $area="hike" data-label="Hike">
        {hike === null ? (
          <Absent />
        ) : (
          <>
            {hike.name}
            <FinePrint>{skusWords(hike.skus)}</FinePrint>
          </>
        )}
      </SideCell>
      <SideCell $area="bigcommerce" data-label="BigCommerce">
        {bigcommerce === null ? (
          <Absent />
        ) : (
          <>
            {bigcommerce.url === null ? bigcommerce.name : <OutsideLink href={bigcommerce.url}>{bigcommerce.name}</OutsideLink>}
            <FinePrint>{skusWords(bigcommerce.skus)}</FinePrint>
          </>
        )}
      </SideCell>
      <RecordCell $area="state">
        <ProductState row={row} />
      </RecordCell>
      <ActionsCell $area="actions">
        <ProductButtons row={row} desk={desk} />
      </ActionsCell>
    </RecordRow>
  );
};
