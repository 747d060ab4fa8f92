'use client';

import { Button, ProgressBar } from '@bigcommerce/big-design';
import styled from 'styled-components';
import { needsYouWords } from '../../../lib/domain/rules/needs-you-words';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { pagePath } from '../../shell/session/store-paths';
import { useSession } from '../../shell/session/session-context';
import { Actions } from '../../ui/actions';
import { AppLink } from '../../ui/app-link';
import { Section } from '../../ui/section';
import type { ProductActions } from '../use-product-actions';
import { DiscardButton } from './discard-button';
import { PauseButtons } from './pause-buttons';
import { isResting, percentOf, stageAbout, stageTitle } from './run-words';

/** Numbers that change keep their width. */
const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  font-variant-numeric: tabular-nums;
  gap: ${({ theme }) => `${theme.spacing.none} ${theme.spacing.large}`};
  justify-content: space-between;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `${theme.spacing.small} 0 ${theme.spacing.medium}`};
`;

const Failed = ({ failed }: { failed: number }) => {
  const { storeHash } = useSession();
  if (failed === 0) return null;
  return <AppLink href={pagePath(storeHash, 'products/match', '?tab=needs-you')}>{needsYouWords(failed)}</AppLink>;
};

/** Comparing costs no calls, so there is nothing to wait for. */
const timeWords = (run: CatalogueRunView): string => {
  if (isResting(run)) return 'Waits for you to resume';
  return run.timeLeft ?? (run.state === 'comparing' ? '' : 'Working out the time left…');
};

/** How the reading, the comparing or the writing is getting on. */
export const RunProgress = ({ run, actions }: { run: CatalogueRunView; actions: ProductActions }) => {
  const { can, progress } = run;
  const percent = percentOf(progress);
  return (
    <Section id="progress" title={stageTitle(run)} description={stageAbout(run)}>
      {/* The line below says the same. */}
      <div aria-hidden>
        <ProgressBar percent={percent ?? 0} />
      </div>
      <Line>
        <span>{progress?.sentence ?? 'Getting ready…'}</span>
        <Failed failed={progress?.failed ?? 0} />
        <span>{timeWords(run)}</span>
      </Line>
      <Actions>
        <PauseButtons run={run} actions={actions} />
        {can.cancel && (
          <Button variant="subtle" mobileWidth="auto" disabled={actions.isBusy} onClick={() => void actions.act({ action: 'cancel' })}>
            Cancel
          </Button>
        )}
        <DiscardButton run={run} actions={actions} />
      </Actions>
    </Section>
  );
};
