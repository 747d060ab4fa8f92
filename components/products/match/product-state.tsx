'use client';

import { Badge } from '@bigcommerce/big-design';
import { WarningIcon } from '@bigcommerce/big-design-icons';
import styled from 'styled-components';
import type { ProductRow } from '../../../lib/domain/views/product-views';
import { FinePrint } from '../../ui/fine-print';
import { FieldChanges } from './field-changes';
import { rowBadge, rowWarnings } from './row-words';

/** One word is never broken, however narrow its column. */
const State = styled.div`
  white-space: nowrap;
`;

const Sentence = styled.p`
  margin: ${({ theme }) => theme.spacing.xxSmall} 0 0;
`;

const Warning = styled.p`
  align-items: flex-start;
  display: flex;
  gap: ${({ theme }) => theme.spacing.xxSmall};
  margin: ${({ theme }) => theme.spacing.xxSmall} 0 0;

  svg {
    flex: none;
  }
`;

/** Where the product stands, why, what to do about it, and what would change. */
export const ProductState = ({ row }: { row: ProductRow }) => {
  const { label, variant } = rowBadge(row);
  return (
    <>
      <State>
        <Badge label={label} variant={variant} />
      </State>
      <Sentence>{row.sentence}</Sentence>
      {row.problem !== null && row.problem.action !== 'none' && <FinePrint>{row.problem.remedy}</FinePrint>}
      {rowWarnings(row).map((warning) => (
        <Warning key={warning}>
          <WarningIcon color="warning60" size="large" aria-hidden />
          <span>{warning}</span>
        </Warning>
      ))}
      <FieldChanges changes={row.changes} one="change" many="changes" />
      <FieldChanges changes={row.levels} one="stock level" many="stock levels" />
    </>
  );
};
