'use client';

import { useState } from 'react';
import styled from 'styled-components';
import type { CatalogueRunView, ProductAction } from '../../../lib/domain/views/product-views';
import { useSettings } from '../../settings/use-settings';
import { BlockedNotice } from '../../shell/blocked-notice';
import { FailureNotice } from '../../ui/failure-notice';
import { LiveMessage } from '../../ui/live-message';
import { Skeleton } from '../../ui/skeleton';
import { useFocusAfter } from '../../ui/use-focus-after';
import { ActionNotices } from '../action-notices';
import { useProductActions, type ProductActions } from '../use-product-actions';
import { DryRunResult } from './dry-run-result';
import { FirstLook } from './first-look';
import { InStep } from './in-step';
import { RunProgress } from './run-progress';
import { isUnderWay, spokenProgress } from './run-words';
import { StartDialog } from './start-dialog';
import { useRun } from './use-run';

/** Focused by us alone, and large: a ring around all of it would say nothing. */
const Place = styled.div`
  &:focus {
    outline: none;
  }
`;

interface StateProps {
  run: CatalogueRunView;
  actions: ProductActions;
  onStart: () => void;
}

const RunState = ({ run, actions, onStart }: StateProps) => {
  if (isUnderWay(run)) return <RunProgress run={run} actions={actions} />;
  if (run.state === 'ready') return <DryRunResult run={run} actions={actions} onStart={onStart} />;
  if (run.state === 'in-step') return <InStep run={run} actions={actions} />;
  return <FirstLook run={run} actions={actions} />;
};

/** What is done here takes its button away: the keyboard goes on with whatever is there instead. */
const useGuidedActions = () => {
  const actions = useProductActions();
  const [turns, setTurns] = useState(0);
  const next = () => setTurns((turn) => turn + 1);
  /** `close` takes a dialog away first: while it is open nothing behind it can have the focus. */
  const act = async (action: ProductAction, close: () => void = () => undefined) => {
    const answer = await actions.act(action);
    close();
    next();
    return answer;
  };
  const pause: ProductActions['pause'] = async (change) => {
    await actions.pause(change);
    next();
  };
  return { actions: { ...actions, act, pause }, place: useFocusAfter<HTMLDivElement>(turns === 0 ? null : String(turns)) };
};

export const SyncPage = () => {
  const { data: run, error, mutate } = useRun();
  const { actions, place } = useGuidedActions();
  const { data: settings } = useSettings();
  const [isAsking, setIsAsking] = useState(false);
  const stopAsking = () => setIsAsking(false);
  return (
    <>
      <LiveMessage text={run === undefined ? '' : spokenProgress(run)} />
      {error && <FailureNotice title="The state of the sync could not be read" message={error.message} onRetry={() => void mutate()} />}
      <ActionNotices actions={actions} />
      {run === undefined && !error && <Skeleton label="Loading the state of the sync" />}
      {run !== undefined && (
        <>
          {run.blocked !== null && <BlockedNotice title="Nothing can be read or written at the moment" problem={run.blocked} />}
          <Place ref={place} tabIndex={-1} role="group" aria-label="State of the sync">
            <RunState run={run} actions={actions} onStart={() => setIsAsking(true)} />
          </Place>
          {isAsking && <StartDialog run={run} settings={settings?.value} isBusy={actions.isBusy} onConfirm={() => void actions.act({ action: run.hold === null ? 'start' : 'apply' }, stopAsking)} onCancel={stopAsking} />}
        </>
      )}
    </>
  );
};
