'use client';

import { Button } from '@bigcommerce/big-design';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import type { ProductActions } from '../use-product-actions';
import { ALL_THINGS, pauseOf } from './pause-words';

interface PauseButtonsProps {
  run: CatalogueRunView;
  actions: ProductActions;
}

const ReadingButtons = ({ run: { can }, actions }: PauseButtonsProps) => (
  <>
    {can.resume && (
      <Button mobileWidth="auto" disabled={actions.isBusy} onClick={() => void actions.act({ action: 'resume-reading' })}>
        Resume
      </Button>
    )}
    {can.pause && (
      <Button variant="secondary" mobileWidth="auto" disabled={actions.isBusy} onClick={() => void actions.act({ action: 'pause-reading' })}>
        Pause
      </Button>
    )}
  </>
);

/** The first reading rests as a whole, and the first sync with stock and customers; later each button says what it is about. */
export const PauseButtons = ({ run, actions }: PauseButtonsProps) => {
  const { can, paused, state, startedAt } = run;
  if (startedAt === null) return <ReadingButtons run={run} actions={actions} />;
  const set = (things: typeof ALL_THINGS, isPaused: boolean) => () => void actions.pause(pauseOf(things, isPaused));
  const areOthersPaused = paused.stock || paused.customers;
  const areAllPaused = ALL_THINGS.every((thing) => paused[thing]);
  return (
    <>
      {can.resume && (
        <Button mobileWidth="auto" disabled={actions.isBusy} onClick={set(['products'], false)}>
          Resume products
        </Button>
      )}
      {areOthersPaused && (
        <Button variant="secondary" mobileWidth="auto" disabled={actions.isBusy} onClick={set(ALL_THINGS, false)}>
          Resume all
        </Button>
      )}
      {can.pause && state !== 'running' && (
        <Button variant="subtle" mobileWidth="auto" disabled={actions.isBusy} onClick={set(['products'], true)}>
          Pause products
        </Button>
      )}
      {!areAllPaused && (
        <Button variant="subtle" mobileWidth="auto" disabled={actions.isBusy} onClick={set(ALL_THINGS, true)}>
          Pause all
        </Button>
      )}
    </>
  );
};
