'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { CauseView } from '../../lib/domain/views/views';
import { ProblemFixLink } from '../shell/problem-fix-link';
import { ProblemNote } from '../shell/problem-note';
import { Actions } from '../ui/actions';
import { FailureNotice } from '../ui/failure-notice';
import { causeTitle, retriedWords } from './cause-words';
import { useRetryCause } from './use-retry-cause';

const Title = styled.p`
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  margin: 0 0 ${({ theme }) => theme.spacing.xxSmall};
`;

const Buttons = styled(Actions)`
  margin-top: ${({ theme }) => theme.spacing.xSmall};
`;

interface CauseItemProps {
  cause: CauseView;
  /** Reads the log anew. */
  onAnswered: () => void;
  onDone: (sentence: string) => void;
}

export const CauseItem = ({ cause, onAnswered, onDone }: CauseItemProps) => {
  const action = useRetryCause(cause, onAnswered);
  const retry = async () => {
    const retried = await action.run();
    if (retried !== null) onDone(retriedWords(retried));
  };
  return (
    <li>
      <Title>{causeTitle(cause)}</Title>
      <ProblemNote problem={cause.problem}>
        {action.error !== null && <FailureNotice message={action.error.message} />}
        <Buttons>
          <ProblemFixLink problem={cause.problem} />
          {cause.canRetry && (
            <Button variant="secondary" mobileWidth="auto" isLoading={action.isRunning} aria-label={`Try all again: ${causeTitle(cause)}`} onClick={() => void retry()}>
              Try all again
            </Button>
          )}
        </Buttons>
      </ProblemNote>
    </li>
  );
};
