'use client';

import type { SettingsView } from '../../lib/domain/views/views';
import { FailureNotice } from '../ui/failure-notice';
import { Moment } from '../ui/moment';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { ConnectFirst } from './connect-first';
import { RefreshLists } from './refresh-lists';
import { SettingsSections } from './settings-sections';
import { useSettings } from './use-settings';

const LastSave = ({ view: { savedAt, savedBy, store } }: { view: SettingsView }) =>
  savedAt === null ? (
    <>Not saved yet.</>
  ) : (
    <>
      Last saved <Moment at={savedAt} timeZone={store.timeZone} />
      {savedBy !== null && ` by ${savedBy}`}.
    </>
  );

const LISTS_AWAITED_MS = 1_500;
const LOOK_AWAITED_MS = 5_000;

export const SettingsPage = () => {
  const { data: view, error, mutate } = useSettings();
  const isConnected = view !== undefined && view.hike.state !== 'not-connected';
  // Just connected: the lists are on their way.
  const awaitsLists = isConnected && view.hike.readAt === null && view.hike.state === 'connected';
  // What was saved is being compared, or somebody decides about it elsewhere.
  const refreshMs = view?.isLookedAt === true ? LOOK_AWAITED_MS : 0;
  useSettings(awaitsLists ? LISTS_AWAITED_MS : refreshMs);
  return (
    <>
      <PageHeader
        title="Settings"
        description={<>How orders become sales, sales become orders, and products and stock reach BigCommerce. Check register, payments and taxes with your accountant. {isConnected && <LastSave view={view} />}</>}
        {...(isConnected && !awaitsLists ? { actions: <RefreshLists readAt={view.hike.readAt} /> } : {})}
      />
      {error && <FailureNotice title="The settings could not be read" message={error.message} onRetry={() => void mutate()} />}
      {view === undefined && !error && <Skeleton label="Loading the settings" />}
      {view !== undefined && !isConnected && <ConnectFirst />}
      {awaitsLists && <Skeleton label="Reading outlets, registers, payment types and taxes from Hike" />}
      {isConnected && !awaitsLists && <SettingsSections view={view} />}
    </>
  );
};
