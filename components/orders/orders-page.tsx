'use client';

import { Button } from '@bigcommerce/big-design';
import { RefreshIcon } from '@bigcommerce/big-design-icons';
import { useSearchParams } from 'next/navigation';
import { BlockedNotice } from '../shell/blocked-notice';
import { FailureNotice } from '../ui/failure-notice';
import { keepInAddress } from '../ui/keep-in-address';
import { LiveMessage } from '../ui/live-message';
import { PageHeader } from '../ui/page-header';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/skeleton';
import { ZoneNote } from '../ui/zone-note';
import { ImportProgress } from './import-progress';
import { NotQueuedNotice } from './not-queued-notice';
import { OrdersList } from './orders-list';
import { addressFromOrdersQuery, ordersQueryFromAddress, type OrdersQuery } from './orders-query';
import { useCheckOrders } from './use-check-orders';
import { useOrderActions } from './use-order-actions';
import { useOrders } from './use-orders';

const showList = (query: OrdersQuery) => keepInAddress(addressFromOrdersQuery(query));

export const OrdersPage = () => {
  const query = ordersQueryFromAddress(useSearchParams());
  const { check, isAwaiting } = useCheckOrders();
  const { view, error, reload, batch, setBatch } = useOrders(query, isAwaiting);
  const actions = useOrderActions({ view, reload, setBatch });
  return (
    <>
      <PageHeader
        title="Orders"
        description="Orders of your store become sales in Hike when you import them, one or many at a time."
        actions={
          <Button variant="secondary" mobileWidth="auto" iconLeft={<RefreshIcon aria-hidden />} isLoading={check.isRunning || isAwaiting} onClick={() => void check.run()}>
            Check BigCommerce now
          </Button>
        }
      />
      <LiveMessage text={isAwaiting ? 'BigCommerce is being checked for new orders.' : ''} />
      {error && <FailureNotice title="The orders could not be read" message={error.message} onRetry={() => void reload()} />}
      {check.error && <FailureNotice message={check.error.message} onClose={check.clear} />}
      {actions.failure !== null && <FailureNotice title="That did not work" message={actions.failure} onClose={actions.clear} />}
      <NotQueuedNotice notQueued={actions.notQueued} onClose={actions.clear} />
      {view === undefined && !error && <Skeleton label="Loading the orders" />}
      {view !== undefined && (
        <>
          {view.blocked !== null && <BlockedNotice title="Nothing can be imported at the moment" problem={view.blocked} />}
          <ImportProgress batch={batch} view={view} onClose={() => setBatch(null)} />
          <Sheet>
            <OrdersList view={view} query={query} onQuery={showList} actions={actions} />
            <ZoneNote timeZone={view.timeZone} />
          </Sheet>
        </>
      )}
    </>
  );
};
