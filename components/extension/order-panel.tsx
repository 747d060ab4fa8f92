'use client';

import { H1 } from '@bigcommerce/big-design';
import { useCallback } from 'react';
import type { OrderPanelView } from '../../lib/domain/views/views';
import { useView } from '../shell/session/use-view';
import { FailureNotice } from '../ui/failure-notice';
import { Skeleton } from '../ui/skeleton';
import { ImportBox } from './import-box';
import { OrderFacts } from './order-facts';
import { OrderHistory } from './order-history';
import { panelRefresh } from './panel-refresh';
import { ReadingOrder } from './reading-order';

/** What "Import to Hike" in the control panel's order list opens. */
export const OrderPanel = ({ orderId }: { orderId: string }) => {
  const { data, error, mutate } = useView<OrderPanelView>(`orders/${encodeURIComponent(orderId)}`, { refreshInterval: panelRefresh });
  const readAgain = useCallback(() => mutate(), [mutate]);
  return (
    <>
      <H1 marginBottom="medium">Order {orderId}</H1>
      {error && <FailureNotice title="The order could not be read" message={error.message} onRetry={() => void readAgain()} />}
      {data === undefined && !error && <Skeleton label="Loading the order" />}
      {data?.order === null && <ReadingOrder orderId={orderId} blocked={data.blocked} />}
      {data !== undefined && data.order !== null && (
        <>
          <ImportBox order={data.order} blocked={data.blocked} onAnswered={readAgain} />
          <OrderFacts order={data.order} timeZone={data.timeZone} />
          <OrderHistory orderId={data.order.id} entries={data.entries} timeZone={data.timeZone} />
        </>
      )}
    </>
  );
};
