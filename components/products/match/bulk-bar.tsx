'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { ProductRow } from '../../../lib/domain/views/product-views';
import { Actions } from '../../ui/actions';
import type { Selection } from '../../ui/use-selection';
import { bulkVerbs, VERB_WORDS, type MatchVerb } from './match-verbs';

/** As high with buttons as without: ticking a row must not move the rows. */
const Bar = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.small};
  justify-content: space-between;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `${theme.spacing.small} 0 ${theme.spacing.xSmall}`};
  min-height: ${({ theme }) => theme.helpers.remCalc(36)};
`;

interface BulkBarProps {
  selection: Selection<ProductRow>;
  isBusy: boolean;
  onVerb: (verb: MatchVerb, rows: ProductRow[]) => void;
}

export const BulkBar = ({ selection, isBusy, onVerb }: BulkBarProps) => (
  <Bar>
    <span>{selection.rows.length === 0 ? 'Tick products to deal with several at once' : `${selection.rows.length} selected`}</span>
    <Actions>
      {!selection.isAll && (
        <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={() => selection.selectAll(true)}>
          Select all {selection.possible}
        </Button>
      )}
      {bulkVerbs(selection.rows).map(({ verb, rows }) => (
        <Button key={verb} variant="secondary" mobileWidth="auto" actionType={verb === 'delete' ? 'destructive' : 'normal'} disabled={isBusy} onClick={() => onVerb(verb, rows)}>
          {VERB_WORDS[verb].button} ({rows.length})
        </Button>
      ))}
    </Actions>
  </Bar>
);
