'use client';

import { Badge, Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import { comparisonState } from '../comparison/comparison-state';
import { useComparison, useComparisonActions } from '../comparison/use-comparison';
import { pagePath } from '../shell/session/store-paths';
import { useSession } from '../shell/session/session-context';
import { Actions } from '../ui/actions';
import { AppLink } from '../ui/app-link';
import { FailureNotice } from '../ui/failure-notice';
import { Moment } from '../ui/moment';
import { Section } from '../ui/section';

const Words = styled.p`
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `0 0 ${theme.spacing.small}`};
`;

/** What the comparison of the last night found. */
export const ComparisonCard = () => {
  const { storeHash } = useSession();
  const { data: view } = useComparison();
  const { compare } = useComparisonActions();
  if (view === undefined) return null;
  const { last, next, isRunning, timeZone } = view;
  const { label, variant } = comparisonState(view);
  return (
    <Section
      id="comparison"
      title="Nightly comparison"
      description="Each night yesterday’s orders, sales, money and all stock are read again from both sides and compared."
      actions={<Badge label={label} variant={variant} marginTop="xxSmall" />}
    >
      {compare.error && <FailureNotice title="The comparison could not be started" message={compare.error.message} onClose={compare.clear} />}
      {last?.endedAt != null && (
        <Words>
          Compared last on <Moment at={last.endedAt} timeZone={timeZone} />: {last.compared}.
        </Words>
      )}
      {next !== null && !isRunning && (
        <Words>
          The next one begins on <Moment at={next} timeZone={timeZone} />.
        </Words>
      )}
      <Actions>
        <Button variant="secondary" mobileWidth="auto" isLoading={isRunning || compare.isRunning} onClick={() => void compare.run()}>
          Compare now
        </Button>
        {last !== null && <AppLink href={pagePath(storeHash, 'comparison')}>{view.open > 0 ? 'Show the differences' : 'Show the result'}</AppLink>}
      </Actions>
    </Section>
  );
};
