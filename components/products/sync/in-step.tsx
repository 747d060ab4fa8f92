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
import { quietFigures, runFigures } from './run-figures';

const Buttons = styled(Actions)`
  margin-top: ${({ theme }) => theme.spacing.large};
`;

/** Changes flow by themselves: what stands where, and nothing to press unless one wants to. */
export const InStep = ({ run, actions }: { run: CatalogueRunView; actions: ProductActions }) => {
  const { data: settings } = useSettings();
  const { can, isPaused, startedAt, timeZone } = run;
  return (
    <Section
      id="in-step"
      title={isPaused ? 'Products are paused' : 'Products are in step'}
      description={
        <>
          {isPaused ? 'Nothing is written to BigCommerce until you resume; changes are kept and follow then.' : 'What changes in Hike follows in BigCommerce by itself.'}{' '}
          {startedAt !== null && (
            <>
              Started <Moment at={startedAt} timeZone={timeZone} />.
            </>
          )}
        </>
      }
    >
      <FigureGrid figures={quietFigures(runFigures(run, settings?.value.catalogue.priceAlarmPercent ?? null))} />
      <Buttons>
        {can.resume && (
          <Button mobileWidth="auto" disabled={actions.isBusy} onClick={() => void actions.pause(false)}>
            Resume
          </Button>
        )}
        <Button variant="secondary" mobileWidth="auto" disabled={!can.dryRun || actions.isBusy} onClick={() => void actions.act({ action: 'dry-run' })}>
          Dry run
        </Button>
        {can.pause && (
          <Button variant="subtle" mobileWidth="auto" disabled={actions.isBusy} onClick={() => void actions.pause(true)}>
            Pause
          </Button>
        )}
        <PlanDownload />
      </Buttons>
      <ZoneNote timeZone={timeZone} />
    </Section>
  );
};
