import { useState } from 'react';
import type { OrdersView } from '../../lib/domain/views/views';
import { useView } from '../shell/session/use-view';
import { batchAfter, type Batch } from './batch';
import { addressFromOrdersQuery, type OrdersQuery } from './orders-query';

/** As the other pages: an order placed while somebody looks on appears at once, as far as a person can tell. */
const CALM_MS = 5_000;
const LIVE_MS = 2_000;

/** The list, looked at often while an import runs or orders are awaited, and the import that it shows. */
export const useOrders = (query: OrdersQuery, isAwaiting: boolean) => {
  const { data, error, mutate } = useView<OrdersView>(`orders${addressFromOrdersQuery(query)}`, {
    refreshInterval: (latest) => (isAwaiting || latest?.progress ? LIVE_MS : CALM_MS),
    keepPreviousData: true,
  });
  const [batch, setBatch] = useState<Batch | null>(null);
  const newest = data === undefined ? batch : batchAfter(batch, data);
  if (newest !== batch) setBatch(newest);
  return { view: data, error, reload: () => mutate(), batch: newest, setBatch };
};
