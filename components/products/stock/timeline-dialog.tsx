'use client';

import { Button } from '@bigcommerce/big-design';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Loading } from '../../ui/loading';
import { OutsideLink } from '../../ui/outside-link';
import { ZoneNote } from '../../ui/zone-note';
import type { StockTimelineView } from '../../../lib/domain/views/product-views';
import { LocationSums } from './location-sums';
import { TimelineTable } from './timeline-table';
import { useTimeline } from './use-stock';

const Reserved = ({ reservedBy }: Pick<StockTimelineView, 'reservedBy'>) =>
  reservedBy.length === 0 ? null : (
    <p>
      Held back for open orders:{' '}
      {reservedBy.map(({ orderId, url }, index) => (
        <span key={orderId}>
          {index > 0 && ', '}
          {url === null ? `#${orderId}` : <OutsideLink href={url}>#{orderId}</OutsideLink>}
        </span>
      ))}
    </p>
  );

/** Where one product's counts come from, on both sides. */
export const TimelineDialog = ({ hikeId, onClose }: { hikeId: number; onClose: () => void }) => {
  const { view, error, isLoadingOlder, loadOlder } = useTimeline(hikeId);
  return (
    <Dialog
      title={view === null ? 'Stock timeline' : `Stock of “${view.row.name}”${view.row.sku === '' ? '' : ` (${view.row.sku})`}`}
      isWide
      onClose={onClose}
      buttons={
        <>
          {view !== null && view.next !== null && (
            <Button variant="secondary" mobileWidth="auto" isLoading={isLoadingOlder} {...(isLoadingOlder ? { 'aria-label': 'Loading older moves' } : {})} onClick={loadOlder}>
              Show older moves
            </Button>
          )}
          <Button mobileWidth="auto" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {error && <FailureNotice title="The timeline could not be read" message={error.message} />}
      {view === null && !error && <Loading label="Loading the timeline" />}
      {view !== null && (
        <>
          <LocationSums row={view.row} />
          <Reserved reservedBy={view.reservedBy} />
          {view.moves.length === 0 ? <EmptyState title="Nothing has moved yet">Counts of both sides are noted here as they change, and kept for 90 days.</EmptyState> : <TimelineTable view={view} />}
          <ZoneNote timeZone={view.timeZone} />
        </>
      )}
    </Dialog>
  );
};
