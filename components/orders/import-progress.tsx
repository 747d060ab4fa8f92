'use client';

import { ProgressBar } from '@bigcommerce/big-design';
import type { OrdersView } from '../../lib/domain/views/views';
import { countOf } from '../ui/count-of';
import { LiveMessage } from '../ui/live-message';
import { Notice } from '../ui/notice';
import { batchNews, isRunning, percentDone, type Batch } from './batch';

interface ImportProgressProps {
  batch: Batch | null;
  view: OrdersView;
  onClose: () => void;
}

/** How the import is getting on, and what came of it. */
export const ImportProgress = ({ batch, view, onClose }: ImportProgressProps) => {
  const news = batch === null || isRunning(batch) ? null : batchNews(batch, view);
  return (
    <>
      <LiveMessage text={news?.sentence ?? (batch === null ? '' : `Importing ${countOf(batch.total, 'order', 'orders')}.`)} />
      {batch !== null && isRunning(batch) && (
        <Notice kind="info" title={`Importing to Hike: ${batch.waiting} of ${countOf(batch.total, 'order', 'orders')} to go`}>
          <p>You can leave this page; the import goes on.</p>
          <div aria-hidden>
            <ProgressBar percent={percentDone(batch)} />
          </div>
        </Notice>
      )}
      {news !== null && (
        <Notice kind={news.isGood ? 'success' : 'warning'} onClose={onClose}>
          <p>{news.sentence}</p>
        </Notice>
      )}
    </>
  );
};
