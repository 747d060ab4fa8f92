'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { AllOfTab } from '../../../lib/domain/views/product-views';
import { Actions } from '../../ui/actions';
import { bulkVerbs, VERB_WORDS, VERBS_OF_TAB, type MatchVerb } from './match-verbs';
import type { Chosen } from './use-match-desk';
import type { MatchSelection } from './use-match-selection';

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
  selection: MatchSelection;
  query: AllOfTab;
  isBusy: boolean;
  onVerb: (verb: MatchVerb, chosen: Chosen) => void;
}

const selectedWords = ({ isEverything, total, rows }: MatchSelection, search: string): string => {
  if (isEverything) return `All ${total.toLocaleString('en')} ${search === '' ? 'on this list' : `that match “${search}”`} are selected`;
  return rows.length === 0 ? 'Tick products to deal with several at once' : `${rows.length} selected`;
};

export const BulkBar = ({ selection, query: { tab, search }, isBusy, onVerb }: BulkBarProps) => {
  const { isEverything, total } = selection;
  const choices = isEverything
    ? VERBS_OF_TAB[tab].map((verb) => ({ verb, count: 'all', chosen: { all: { tab, search }, verb, total } }))
    : bulkVerbs(selection.rows).map(({ verb, rows }) => ({ verb, count: String(rows.length), chosen: { rows } }));
  return (
    <Bar>
      <span>{selectedWords(selection, search)}</span>
      <Actions>
        {selection.possible > 1 && !selection.isAll && (
          <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={() => selection.selectAll(true)}>
            Select all {selection.possible} on this page
          </Button>
        )}
        {selection.canBeEverything && !isEverything && (
          <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={selection.selectEverything}>
            Select all {total.toLocaleString('en')} {search === '' ? 'on this list' : 'that match'}
          </Button>
        )}
        {isEverything && (
          <Button variant="subtle" mobileWidth="auto" disabled={isBusy} onClick={selection.clear}>
            Select none
          </Button>
        )}
        {choices.map(({ verb, count, chosen }) => (
          <Button key={verb} variant="secondary" mobileWidth="auto" actionType={verb === 'delete' ? 'destructive' : 'normal'} disabled={isBusy} onClick={() => onVerb(verb, chosen)}>
            {VERB_WORDS[verb].button} ({count})
          </Button>
        ))}
      </Actions>
    </Bar>
  );
};
