'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { useSettings } from '../../settings/use-settings';
import { Actions } from '../../ui/actions';
import { Moment } from '../../ui/moment';
import { Section } from '../../ui/section';
import { ZoneNote } from '../../ui/zone-note';
import type { ProductActions } from '../use-product-actions';
import { DiscardButton } from './discard-button';
import { FigureGrid } from './figure-grid';
import { PlanDownload } from './plan-download';
import { resultWords } from './result-words';
import { runFigures } from './run-figures';

const Buttons = styled(Actions)`
  margin-top: ${({ theme }) => theme.spacing.large};
`;

interface DryRunResultProps {
  run: CatalogueRunView;
  actions: ProductActions;
  onStart: () => void;
}

/** What the sync would do; nothing of it is done. */
export const DryRunResult = ({ run, actions, onStart }: DryRunResultProps) => {
  const { data: settings } = useSettings();
  return (
    <Section
      id="dry-run"
      title={resultWords(run.hold).title}
      description={
        <>
          {resultWords(run.hold).about} Each number leads to its list, where you can decide.{' '}
          {run.comparedAt !== null && (
            <>
              Compared <Moment at={run.comparedAt} timeZone={run.timeZone} />.
            </>
          )}
        </>
      }
    >
      <FigureGrid figures={runFigures(run, settings?.value.catalogue.priceAlarmPercent ?? null)} />
      <Buttons>
        <Button mobileWidth="auto" disabled={!(run.can.start || run.can.apply) || actions.isBusy} onClick={onStart}>
          {run.hold === null ? 'Start' : 'Apply'}
        </Button>
        <Button variant="secondary" mobileWidth="auto" disabled={!run.can.dryRun || actions.isBusy} onClick={() => void actions.act({ action: 'dry-run' })}>
          Look again (dry run)
        </Button>
        <DiscardButton run={run} actions={actions} />
        <PlanDownload />
      </Buttons>
      <ZoneNote timeZone={run.timeZone} />
    </Section>
  );
};
