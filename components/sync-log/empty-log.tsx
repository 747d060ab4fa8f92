'use client';

import { pagePath } from '../shell/session/store-paths';
import { useSession } from '../shell/session/session-context';
import { useOverview } from '../shell/use-overview';
import { AppLink } from '../ui/app-link';
import { EmptyState } from '../ui/empty-state';

/** Before anything has happened: when it will. */
export const EmptyLog = () => {
  const { storeHash } = useSession();
  const { data } = useOverview();
  return (
    <EmptyState title="Nothing has happened yet">
      {data?.isReady === false ? (
        <>
          Nothing syncs until the set-up is done. <AppLink href={pagePath(storeHash, '')}>Finish the set-up</AppLink>
        </>
      ) : (
        'The first entry appears here when you import an order, or when a sale is completed in Hike.'
      )}
    </EmptyState>
  );
};
