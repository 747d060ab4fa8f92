import { useCallback } from 'react';
import { useSession } from './session-context';
import type { ApiRequest } from './store-session';
import { apiPath } from './store-paths';

export type Send = <Answer>(method: ApiRequest['method'], path: string, body?: unknown) => Promise<Answer>;

/** Sends what a person did; throws an `ApiError` on a refusal. */
export const useSend = (): Send => {
  const { storeHash, session } = useSession();
  return useCallback(
    async <Answer>(method: ApiRequest['method'], path: string, body: unknown = {}) =>
      (await session.request(apiPath(storeHash, path), { method, body })) as Answer,
    [storeHash, session],
  );
};
