'use client';

import { useSearchParams } from 'next/navigation';
import { BlockedNotice } from '../../shell/blocked-notice';
import { pagePath } from '../../shell/session/store-paths';
import { useSession } from '../../shell/session/session-context';
import { AppLink } from '../../ui/app-link';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { keepInAddress } from '../../ui/keep-in-address';
import { Sheet } from '../../ui/sheet';
import { Skeleton } from '../../ui/skeleton';
import { MatchLists } from './match-lists';
import { addressFromMatchQuery, matchQueryFromAddress } from './match-query';
import { useMatchList } from './use-match-list';

const NothingRead = () => {
  const { storeHash } = useSession();
  return (
    <Sheet>
      <EmptyState title="Nothing was read yet">
        <AppLink href={pagePath(storeHash, 'products')}>Make a dry run first</AppLink>: it reads both catalogues and writes nothing.
      </EmptyState>
    </Sheet>
  );
};

export const MatchPage = () => {
  const query = matchQueryFromAddress(useSearchParams());
  const { tab, view, error, reload } = useMatchList(query);
  return (
    <>
      {error && <FailureNotice title="The products could not be read" message={error.message} onRetry={reload} />}
      {view === undefined && !error && <Skeleton label="Loading the products" />}
      {view !== undefined && view.run.blocked !== null && <BlockedNotice title="Nothing can be read or written at the moment" problem={view.run.blocked} />}
      {view !== undefined && view.run.state === 'never' && <NothingRead />}
      {view !== undefined && view.run.state !== 'never' && <MatchLists view={view} query={{ ...query, tab }} onQuery={(next) => keepInAddress(addressFromMatchQuery(next))} />}
    </>
  );
};
