'use client';

import { Button } from '@bigcommerce/big-design';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { DifferenceRow, ReconciliationView } from '../../lib/domain/views/reconciliation-view';
import { countOf } from '../ui/count-of';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice } from '../ui/failure-notice';
import { keepInAddress } from '../ui/keep-in-address';
import { LiveMessage } from '../ui/live-message';
import { PageHeader } from '../ui/page-header';
import { pageOffset } from '../ui/page-offset';
import { Paging } from '../ui/paging';
import { Section } from '../ui/section';
import { Skeleton } from '../ui/skeleton';
import { useFocusAfter } from '../ui/use-focus-after';
import { ZoneNote } from '../ui/zone-note';
import { ComparisonResult } from './comparison-result';
import { DifferenceTable } from './difference-table';
import { type ComparisonActions, useComparison, useComparisonActions } from './use-comparison';

const show = (offset: number) => keepInAddress(offset > 0 ? `?offset=${offset}` : '');

const Differences = ({ view, fix, putAside }: { view: ReconciliationView } & Pick<ComparisonActions, 'fix' | 'putAside'>) => {
  const [news, setNews] = useState<string | null>(null);
  const list = useFocusAfter<HTMLTableElement>(news);
  const isBusy = fix.isRunning || putAside.isRunning;
  const mend = async (keys: string[] | null) => {
    const answer = await fix.run(keys);
    if (answer !== null) setNews(`${countOf(answer.fixing, 'difference is', 'differences are')} being fixed.`);
  };
  const leave = async ({ key }: DifferenceRow) => {
    if ((await putAside.run([key])) !== null) setNews('The difference is put aside until it changes.');
  };
  return (
    <Section
      id="differences"
      title="Differences"
      description="One that is gone by the next comparison closes by itself."
      actions={
        view.rows.some(({ canFix }) => canFix) && (
          <Button variant="secondary" mobileWidth="auto" disabled={isBusy} onClick={() => void mend(null)}>
            Fix all
          </Button>
        )
      }
    >
      <LiveMessage text={news ?? ''} />
      {view.rows.length === 0 ? (
        <EmptyState title={view.last === null ? 'Not compared yet' : 'No differences'}>{view.last === null ? 'Differences show here once both sides were compared.' : 'What was compared agrees.'}</EmptyState>
      ) : (
        <DifferenceTable rows={view.rows} listRef={list} timeZone={view.timeZone} isBusy={isBusy} onFix={({ key }) => void mend([key])} onPutAside={(row) => void leave(row)} />
      )}
      <Paging view={view} things="differences" total={null} onMove={show} />
    </Section>
  );
};

export const ComparisonPage = () => {
  const { data: view, error, mutate } = useComparison(pageOffset(useSearchParams()));
  const { compare, fix, putAside } = useComparisonActions();
  const failed = fix.error ?? putAside.error;
  return (
    <>
      <PageHeader title="Comparison" description="Where BigCommerce and Hike differ, and what mends it." />
      {error && <FailureNotice title="The comparison could not be read" message={error.message} onRetry={() => void mutate()} />}
      {failed && <FailureNotice title="That did not work" message={failed.message} onClose={() => [fix, putAside].forEach(({ clear }) => clear())} />}
      {view === undefined && !error && <Skeleton label="Loading the comparison" />}
      {view !== undefined && (
        <>
          <ComparisonResult view={view} compare={compare} />
          <Differences view={view} fix={fix} putAside={putAside} />
          <ZoneNote timeZone={view.timeZone} />
        </>
      )}
    </>
  );
};
