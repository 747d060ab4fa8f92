import { useCallback } from 'react';
import { useSWRConfig } from 'swr';
import type { CustomerAction } from '../../lib/domain/views/product-views';
import { useSession } from '../shell/session/session-context';
import { apiPath } from '../shell/session/store-paths';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';

/** What a person decides about customers. Whatever the answer, the lists are read anew: a refusal means that they have changed. */
export const useCustomerAction = () => {
  const send = useSend();
  const { storeHash } = useSession();
  const { mutate } = useSWRConfig();
  return useAction(
    useCallback(
      async (action: CustomerAction): Promise<true> => {
        try {
          await send('POST', 'customers/actions', action);
          return true;
        } finally {
          const customers = apiPath(storeHash, 'customers');
          await mutate((key) => typeof key === 'string' && key.startsWith(customers));
          void mutate(apiPath(storeHash, 'overview'));
        }
      },
      [send, storeHash, mutate],
    ),
  );
};
