import { useCallback } from 'react';
import useSWRInfinite from 'swr/infinite';
import { useSWRConfig } from 'swr';
import type { StockTimelineView, StockView } from '../../../lib/domain/views/product-views';
import type { ApiError } from '../../shell/session/api-error';
import { useSession } from '../../shell/session/session-context';
import { apiPath } from '../../shell/session/store-paths';
import { useAction } from '../../shell/session/use-action';
import { useSend } from '../../shell/session/use-send';
import { useView } from '../../shell/session/use-view';
import { listFromStockQuery, type StockQuery } from './stock-query';

const REFRESH_MS = 10_000;

export const useStock = (query: StockQuery) => useView<StockView>(`stock${listFromStockQuery(query)}`, { refreshInterval: REFRESH_MS, keepPreviousData: true });

/** Lets held zeros through: these variants', or with `null` all. */
export const useApproval = () => {
  const send = useSend();
  const { storeHash } = useSession();
  const { mutate } = useSWRConfig();
  return useAction(
    useCallback(
      async (variantIds: number[] | null): Promise<true> => {
        await send('POST', 'stock/approve', { variantIds });
        const stock = apiPath(storeHash, 'stock');
        await mutate((key) => typeof key === 'string' && key.startsWith(stock));
        void mutate(apiPath(storeHash, 'overview'));
        return true;
      },
      [send, storeHash, mutate],
    ),
  );
};

/** A variant's moves from the newest down to where the person has asked for. */
export const useTimeline = (hikeId: number) => {
  const { storeHash } = useSession();
  const pathOf = (_page: number, before: StockTimelineView | null): string | null => {
    if (before !== null && before.next === null) return null;
    return apiPath(storeHash, `stock/${hikeId}${before?.next ? `?before=${encodeURIComponent(before.next)}` : ''}`);
  };
  const { data, error, isValidating, size, setSize } = useSWRInfinite<StockTimelineView, ApiError>(pathOf, { persistSize: false });
  const newest = data?.[0];
  return {
    view: newest === undefined ? null : { ...newest, moves: data?.flatMap(({ moves }) => moves) ?? [], next: data?.at(-1)?.next ?? null },
    error,
    isLoadingOlder: isValidating && data !== undefined && data.length < size,
    loadOlder: () => void setSize((data?.length ?? 0) + 1),
  };
};
