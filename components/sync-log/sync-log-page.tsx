'use client';

import { Button, Text } from '@bigcommerce/big-design';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import styled from 'styled-components';
import type { SyncLogView } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { Actions } from '../ui/actions';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice } from '../ui/failure-notice';
import { zoneName } from '../ui/format-moment';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Skeleton } from '../ui/skeleton';
import { CauseList } from './cause-list';
import { EmptyLog } from './empty-log';
import { EntryList } from './entry-list';
import { filtersFromAddress } from './filters-from-address';
import { LogFilterBar } from './log-filter-bar';
import { ALL_ENTRIES, type LogFilters } from './log-filters';
import { queryFromFilters } from './query-from-filters';
import { ResultChips } from './result-chips';
import { useSyncLog } from './use-sync-log';

const Centred = styled(Actions)`
  justify-content: center;
`;

/** Into the address, so that a link or a reload shows the same; not into the history, where each filter would be a step back. */
const keepInAddress = (filters: LogFilters) => {
  const query = queryFromFilters(filters);
  window.history.replaceState(null, '', query === '' ? window.location.pathname : `?${query}`);
};

const Foot = ({ view: { timeZone, retentionDays } }: { view: SyncLogView }) => {
  const { user } = useSession();
  const [now] = useState(() => Date.now());
  return (
    <Text color="secondary60" marginTop="medium" marginBottom="none">
      Times are in {zoneName(timeZone, now, user.locale)}. Entries are kept for {retentionDays} days; what still waits for something is kept until it is settled. Each count that was published is told under Products, Stock.
    </Text>
  );
};

export const SyncLogPage = () => {
  const filters = filtersFromAddress(useSearchParams());
  const query = queryFromFilters(filters);
  const { view, error, isLoadingOlder, loadOlder, reload } = useSyncLog(query);
  const change = (changed: Partial<LogFilters>) => keepInAddress({ ...filters, ...changed });

  return (
    <>
      <PageHeader title="Sync log" description="What went from one side to the other, what did not, and why." />
      {error && <FailureNotice title="The log could not be read" message={error.message} onRetry={reload} />}
      {view === null && !error && <Skeleton label="Loading the sync log" />}
      {view !== null && <CauseList causes={view.causes} onAnswered={reload} />}
      {view !== null && (
        <Section id="entries" title="Entries">
          <ResultChips counts={view.counts} chosen={filters.results} onChoose={(results) => change({ results })} />
          <LogFilterBar filters={filters} onChange={change} />
          {view.rows.length > 0 && <EntryList entries={view.rows} timeZone={view.timeZone} onReload={reload} />}
          {view.rows.length === 0 && query === '' && <EmptyLog />}
          {view.rows.length === 0 && query !== '' && (
            <>
              <EmptyState title="No entry matches">Choose fewer filters, or search for something else.</EmptyState>
              <Centred>
                <Button variant="secondary" mobileWidth="auto" onClick={() => keepInAddress(ALL_ENTRIES)}>
                  Clear filters
                </Button>
              </Centred>
            </>
          )}
          {view.next !== null && (
            <Centred>
              <Button variant="secondary" mobileWidth="auto" isLoading={isLoadingOlder} {...(isLoadingOlder ? { 'aria-label': 'Loading older entries' } : {})} onClick={loadOlder}>
                Show older entries
              </Button>
            </Centred>
          )}
          <Foot view={view} />
        </Section>
      )}
    </>
  );
};
