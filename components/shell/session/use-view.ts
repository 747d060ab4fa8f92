import useSWR, { type SWRConfiguration, type SWRResponse } from 'swr';
import type { ApiError } from './api-error';
import { useSession } from './session-context';
import { apiPath } from './store-paths';

/** Reads one of the views of `lib/domain/views`; the key holds the store, so two stores never share an answer. */
export const useView = <View>(path: string | null, options: SWRConfiguration<View, ApiError> = {}): SWRResponse<View, ApiError> => {
  const { storeHash } = useSession();
  return useSWR<View, ApiError>(path === null ? null : apiPath(storeHash, path), options);
};
