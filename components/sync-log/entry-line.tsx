'use client';

import { Button } from '@bigcommerce/big-design';
import { useRef } from 'react';
import styled from 'styled-components';
import type { EntryRow } from '../../lib/domain/views/views';
import { FieldChanges } from '../products/match/field-changes';
import { ProblemFixLink } from '../shell/problem-fix-link';
import { Actions } from '../ui/actions';
import { Moment } from '../ui/moment';
import { RecordCell, RecordRow } from '../ui/record-table';
import { EntryDetails } from './entry-details';
import { EntrySides } from './entry-sides';
import { ENTRY_WORDS } from './entry-words';
import { ResultBadge } from './result-badge';
import { useEntryAction, type EntryVerb } from './use-entry-action';

const Small = styled.div`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  line-height: ${({ theme }) => theme.lineHeight.small};
`;

const Refused = styled.p`
  color: ${({ theme }) => theme.colors.danger60};
  margin: 0;
`;

const Buttons = styled(Actions)`
  margin-top: ${({ theme }) => theme.spacing.xxSmall};
`;

interface EntryLineProps {
  entry: EntryRow;
  timeZone: string;
  /** Reads the log anew. */
  onAnswered: () => void;
  /** For screen readers: the row itself changes too quietly. */
  onDone: (sentence: string) => void;
}

export const EntryLine = ({ entry, timeZone, onAnswered, onDone }: EntryLineProps) => {
  const { label } = entry;
  // Once it is to be tried again, what to do about it is nobody's business for the moment.
  const problem = entry.result === 'waiting' ? null : entry.problem;
  const summary = useRef<HTMLElement>(null);
  const action = useEntryAction(entry.id, onAnswered);

  const act = async (verb: EntryVerb) => {
    if ((await action.run(verb)) === null) return;
    onDone(verb === 'retry' ? `${label} is tried again.` : `${label} is ignored.`);
    // The button is about to go; without this the keyboard would start again at the top of the page.
    summary.current?.focus();
  };

  return (
    <RecordRow>
      <RecordCell>
        <Moment at={entry.at} timeZone={timeZone} />
        <Small>{ENTRY_WORDS.direction[entry.direction]}</Small>
      </RecordCell>
      <RecordCell>
        {label}
        <EntrySides bigcommerce={entry.bigcommerce} hike={entry.hike} />
      </RecordCell>
      <RecordCell $wide>
        <ResultBadge result={entry.result} label={entry.resultLabel} />
        {entry.attempts > 1 && entry.thing !== 'stock' && <Small>{entry.attempts} attempts</Small>}
        {entry.nextTryAt !== null && (
          <Small>
            Next try <Moment at={entry.nextTryAt} timeZone={timeZone} />
          </Small>
        )}
      </RecordCell>
      <RecordCell $wide>
        {entry.message}
        {problem !== null && <Small>{problem.remedy}</Small>}
        <FieldChanges changes={entry.changes} one="change" many="changes" />
        <EntryDetails entry={entry} summary={summary} />
      </RecordCell>
      <RecordCell $wide>
        {action.error !== null && <Refused role="alert">{action.error.message}</Refused>}
        <Buttons>
          {problem !== null && <ProblemFixLink problem={problem} orderUrl={entry.bigcommerce?.url ?? null} />}
          {entry.canRetry && (
            <Button variant="secondary" mobileWidth="auto" aria-label={`Try again: ${label}`} disabled={action.isRunning} onClick={() => void act('retry')}>
              Try again
            </Button>
          )}
          {entry.canIgnore && (
            <Button variant="subtle" mobileWidth="auto" aria-label={`Ignore ${label}`} disabled={action.isRunning} onClick={() => void act('ignore')}>
              Ignore
            </Button>
          )}
        </Buttons>
      </RecordCell>
    </RecordRow>
  );
};
