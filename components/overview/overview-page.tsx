'use client';

import { useOverview } from '../shell/use-overview';
import { FailureNotice } from '../ui/failure-notice';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { CallBudget } from './call-budget';
import { Columns } from './columns';
import { ComparisonCard } from './comparison-card';
import { Connections } from './connections';
import { HealthCard } from './health-card';
import { NeedsYou } from './needs-you';
import { SetupChecklist } from './setup-checklist';
import { useNow } from './use-now';

const REFRESH_MS = 5_000;

export const OverviewPage = () => {
  const { data: overview, error, mutate } = useOverview({ refreshInterval: REFRESH_MS });
  const now = useNow();
  return (
    <>
      <PageHeader title="Overview" description="How your store and your Hike shop keep in step." />
      {error && <FailureNotice title="The overview could not be read" message={error.message} onRetry={() => void mutate()} />}
      {overview === undefined && !error && <Skeleton label="Loading the overview" />}
      {overview !== undefined && (
        <>
          <NeedsYou count={overview.needsYou} />
          <Connections overview={overview} now={now} />
          {!overview.isReady && <SetupChecklist steps={overview.setup} />}
          <Columns>
            {overview.health.map((health) => (
              <HealthCard key={health.thing} health={health} overview={overview} now={now} />
            ))}
            {overview.isReady && <ComparisonCard />}
          </Columns>
          <CallBudget budget={overview.budget} />
        </>
      )}
    </>
  );
};
