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
import { FigureGrid } from './figure-grid';
import { PlanDownload } from './plan-download';
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
      title="What the sync would do"
      description={
        <>
          Nothing was written. Each number leads to its list, where you can decide.{' '}
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
        <Button mobileWidth="auto" disabled={!run.can.start || actions.isBusy} onClick={onStart}>
          Start
        </Button>
        <Button variant="secondary" mobileWidth="auto" disabled={!run.can.dryRun || actions.isBusy} onClick={() => void actions.act({ action: 'dry-run' })}>
          Look again (dry run)
        </Button>
        <PlanDownload />
      </Buttons>
      <ZoneNote timeZone={run.timeZone} />
    </Section>
  );
};
