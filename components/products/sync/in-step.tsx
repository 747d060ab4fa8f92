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
import { PauseButtons } from './pause-buttons';
import { pausedSentence } from './pause-words';
import { PlanDownload } from './plan-download';
import { quietFigures, runFigures } from './run-figures';

const Buttons = styled(Actions)`
  margin-top: ${({ theme }) => theme.spacing.large};
`;

/** Changes flow by themselves: what stands where, and nothing to press unless one wants to. */
export const InStep = ({ run, actions }: { run: CatalogueRunView; actions: ProductActions }) => {
  const { data: settings } = useSettings();
  const { can, comparedAt, isPaused, paused, startedAt, timeZone } = run;
  return (
    <Section
      id="in-step"
      title={isPaused ? 'Products are paused' : 'Products are in step'}
      description={
        <>
          {pausedSentence(paused)} {isPaused ? 'Changes are kept, and follow once you resume.' : 'What changes in Hike follows in BigCommerce by itself.'}{' '}
          {startedAt !== null && (
            <>
              Started <Moment at={startedAt} timeZone={timeZone} />.
            </>
          )}{' '}
          {comparedAt !== null && (
            <>
              Last compared <Moment at={comparedAt} timeZone={timeZone} />.
            </>
          )}
        </>
      }
    >
      <FigureGrid figures={quietFigures(runFigures(run, settings?.value.catalogue.priceAlarmPercent ?? null))} />
      <Buttons>
        <Button variant="secondary" mobileWidth="auto" disabled={!can.dryRun || actions.isBusy} onClick={() => void actions.act({ action: 'dry-run' })}>
          Dry run
        </Button>
        <PauseButtons run={run} actions={actions} />
        <PlanDownload />
      </Buttons>
      <ZoneNote timeZone={timeZone} />
    </Section>
  );
};
