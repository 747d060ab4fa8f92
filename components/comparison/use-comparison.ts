import { useCallback } from 'react';
import { useSWRConfig } from 'swr';
import type { FixAnswer, ReconciliationView } from '../../lib/domain/views/reconciliation-view';
import { useSession } from '../shell/session/session-context';
import { apiPath } from '../shell/session/store-paths';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { useView } from '../shell/session/use-view';

const CALM_MS = 20_000;
const BUSY_MS = 1_500;

/** The last comparison and a page of its open differences; looked at more often while one runs or is being fixed. */
export const useComparison = (offset = 0) =>
  useView<ReconciliationView>(`reconciliation${offset > 0 ? `?offset=${offset}` : ''}`, {
    refreshInterval: (view) => (view?.isRunning === true || (view?.fixing ?? 0) > 0 ? BUSY_MS : CALM_MS),
    keepPreviousData: true,
  });

/** What a person does about it; afterwards all that shows it is read anew. */
export const useComparisonActions = () => {
  const send = useSend();
  const { storeHash } = useSession();
  const { mutate } = useSWRConfig();
  const reread = useCallback(async () => {
    const ours = apiPath(storeHash, 'reconciliation');
    await mutate((key) => typeof key === 'string' && key.startsWith(ours));
    void mutate(apiPath(storeHash, 'overview'));
  }, [storeHash, mutate]);

  const compare = useAction(
    useCallback(async (): Promise<true> => {
      await send('POST', 'reconciliation/compare');
      await reread();
      return true;
    }, [send, reread]),
  );
  const fix = useAction(
    useCallback(
      async (keys: string[] | null): Promise<FixAnswer> => {
        const answer = await send<FixAnswer>('POST', 'reconciliation/fix', { keys });
        await reread();
        return answer;
      },
      [send, reread],
    ),
  );
  const putAside = useAction(
    useCallback(
      async (keys: string[]): Promise<true> => {
        await send('POST', 'reconciliation/put-aside', { keys });
        await reread();
        return true;
      },
      [send, reread],
    ),
  );
  return { compare, fix, putAside };
};

export type ComparisonActions = ReturnType<typeof useComparisonActions>;
