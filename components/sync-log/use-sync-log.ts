import { useCallback } from 'react';
import useSWRInfinite from 'swr/infinite';
import type { SyncLogView } from '../../lib/domain/views/views';
import type { ApiError } from '../shell/session/api-error';
import { useSession } from '../shell/session/session-context';
import { apiPath } from '../shell/session/store-paths';

const REFRESH_MS = 5_000;

/** All pages are read again together, since each begins where the one before it ends: an entry is neither lost nor shown twice. */
const OPTIONS = { refreshInterval: REFRESH_MS, revalidateAll: true, persistSize: false, keepPreviousData: true } as const;

/** The log from its newest entry down to where the person has asked for. */
export const useSyncLog = (query: string) => {
  const { storeHash } = useSession();
  const pathOf = (_page: number, before: SyncLogView | null): string | null => {
    if (before !== null && before.next === null) return null;
    const cursor = before === null || before.next === null ? '' : `before=${encodeURIComponent(before.next)}`;
    const parameters = [query, cursor].filter((part) => part !== '').join('&');
    return apiPath(storeHash, parameters === '' ? 'sync-log' : `sync-log?${parameters}`);
  };
  const { data, error, isLoading, isValidating, size, setSize, mutate } = useSWRInfinite<SyncLogView, ApiError>(pathOf, OPTIONS);
  const newest = data?.[0];
  return {
    view: newest === undefined ? null : { ...newest, rows: data?.flatMap(({ rows }) => rows) ?? [], next: data?.at(-1)?.next ?? null },
    error,
    isLoading,
    isLoadingOlder: isValidating && data !== undefined && data.length < size,
    loadOlder: () => void setSize((data?.length ?? 0) + 1),
    reload: useCallback(() => void mutate(), [mutate]),
  };
};
