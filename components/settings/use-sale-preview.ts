import useSWR from 'swr';
import type { Settings } from '../../lib/domain/settings';
import type { SalePreviewAnswer } from '../../lib/domain/views/views';
import type { ApiError } from '../shell/session/api-error';
import { useSession } from '../shell/session/session-context';
import { apiPath } from '../shell/session/store-paths';
import { useSend } from '../shell/session/use-send';

const LOOK_AGAIN_MS = 1_000;

/** The sale by these settings, asked for anew with each change of them; the last one stays until the next has come. */
export const useSalePreview = (orderId: number, settings: Settings) => {
  const { storeHash } = useSession();
  const send = useSend();
  const path = `orders/${orderId}/preview`;
  return useSWR<SalePreviewAnswer, ApiError>([apiPath(storeHash, path), JSON.stringify(settings)], () => send<SalePreviewAnswer>('POST', path, { settings }), {
    keepPreviousData: true,
    revalidateOnFocus: false,
    refreshInterval: (latest) => (latest?.kind === 'reading' ? LOOK_AGAIN_MS : 0),
  });
};
