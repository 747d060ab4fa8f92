'use client';

import { Text } from '@bigcommerce/big-design';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { StockView } from '../../../lib/domain/views/product-views';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { keepInAddress } from '../../ui/keep-in-address';
import { LiveMessage } from '../../ui/live-message';
import { Notice } from '../../ui/notice';
import { Paging } from '../../ui/paging';
import { SearchBox } from '../../ui/search-box';
import { Sheet } from '../../ui/sheet';
import { Skeleton } from '../../ui/skeleton';
import { useFocusAfter } from '../../ui/use-focus-after';
import { HeldNotice } from './held-notice';
import { addressFromStockQuery, stockQueryFromAddress, type StockQuery } from './stock-query';
import { StockTable } from './stock-table';
import { TimelineDialog } from './timeline-dialog';
import { useApproval, useStock } from './use-stock';

const show = (query: StockQuery) => keepInAddress(addressFromStockQuery(query));

const Nothing = ({ query: { search, held } }: { query: StockQuery }) => {
  if (search !== '') return <EmptyState title="No product matches">No product in Hike matches “{search}”. Search for a name, a SKU or a barcode.</EmptyState>;
  if (held) return <EmptyState title="Nothing is held">No count waits for your approval.</EmptyState>;
  return <EmptyState title="No stock yet">Products and their stock show here once both catalogues were read.</EmptyState>;
};

interface ListProps {
  view: StockView;
  query: StockQuery;
  approval: ReturnType<typeof useApproval>;
}

const List = ({ view, query, approval }: ListProps) => {
  const [news, setNews] = useState<string | null>(null);
  const list = useFocusAfter<HTMLTableElement>(news);
  const approve = async (variantId: number, name: string) => {
    setNews(null);
    if ((await approval.run([variantId])) !== null) setNews(`The zero of ${name} is approved.`);
  };
  return (
    <>
      <LiveMessage text={news ?? ''} />
      <Text color="secondary60">What Hike has available, less the units in open online orders (reserved) and the buffer that you keep back, is what BigCommerce shows. A timeline tells what moved a count.</Text>
      <SearchBox label="Search stock" placeholder="Name, SKU or barcode" value={query.search} onSearch={(search) => show({ ...query, search, offset: 0 })} />
      {view.rows.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <StockTable
          rows={view.rows}
          listRef={list}
          isBusy={approval.isRunning}
          onApprove={(variantId, name) => void approve(variantId, name)}
          onTimeline={(hikeId) => show({ ...query, timeline: hikeId })}
        />
      )}
      <Paging view={view} things="products" total={null} onMove={(offset) => show({ ...query, offset })} />
    </>
  );
};

export const StockPage = () => {
  const query = stockQueryFromAddress(useSearchParams());
  const { data: view, error, mutate } = useStock(query);
  const approval = useApproval();
  return (
    <>
      {error && <FailureNotice title="The stock could not be read" message={error.message} onRetry={() => void mutate()} />}
      {approval.error && <FailureNotice title="That did not work" message={approval.error.message} onClose={approval.clear} />}
      {view === undefined && !error && <Skeleton label="Loading the stock" />}
      {view !== undefined && (
        <>
          {view.isPaused && (
            <Notice kind="info" title="Stock is paused">
              <p>Counts in BigCommerce stay as they are until you resume it on the Overview page.</p>
            </Notice>
          )}
          <HeldNotice held={view.held} isShown={query.held} approval={approval} onShow={(held) => show({ ...query, held, offset: 0 })} />
          <Sheet>
            <List view={view} query={query} approval={approval} />
          </Sheet>
        </>
      )}
      {query.timeline !== null && <TimelineDialog hikeId={query.timeline} onClose={() => show({ ...query, timeline: null })} />}
    </>
  );
};
