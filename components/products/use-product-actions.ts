import { useState } from 'react';
import { useSWRConfig } from 'swr';
import type { CatalogueRunView, ProductAction, ProductActionAnswer } from '../../lib/domain/views/product-views';
import { useSession } from '../shell/session/session-context';
import { apiPath } from '../shell/session/store-paths';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { actThrough } from './act-through';

type PauseChange = Partial<CatalogueRunView['paused']>;

export interface ProductActions {
  /** Answers what was done, or `null` when it failed or something else is on its way. */
  act(action: ProductAction): Promise<ProductActionAnswer | null>;
  /** What is not named stays as it is. */
  pause(change: PauseChange): Promise<void>;
  /** One click at a time, whichever button it was. */
  isBusy: boolean;
  /** Of what is on its way, or of what failed on its way. */
  doneSoFar: number;
  failure: string | null;
  notDone: ProductActionAnswer['notDone'];
  clear(): void;
}

const NOTHING: ProductActionAnswer = { done: 0, notDone: [], next: null };

/** What a person does about products. Afterwards all that the pages show of them is read anew. */
export const useProductActions = (): ProductActions => {
  const send = useSend();
  const { storeHash } = useSession();
  const { mutate } = useSWRConfig();
  const [notDone, setNotDone] = useState<ProductActionAnswer['notDone']>([]);
  const [doneSoFar, setDoneSoFar] = useState(0);
  const ours = [apiPath(storeHash, 'products'), apiPath(storeHash, 'stock')];

  const action = useAction(async (request: ProductAction | { paused: PauseChange }): Promise<ProductActionAnswer> => {
    setNotDone([]);
    setDoneSoFar(0);
    try {
      if (!('paused' in request)) {
        const answer = await actThrough(request, (part) => send<ProductActionAnswer>('POST', 'products/actions', part), setDoneSoFar);
        setNotDone(answer.notDone);
        return answer;
      }
      await send('POST', 'pause', request.paused);
      return NOTHING;
    } finally {
      // A refusal means that what is shown here is old.
      await mutate((key) => typeof key === 'string' && ours.some((path) => key.startsWith(path)));
      void mutate(apiPath(storeHash, 'overview'));
    }
  });

  return {
    act: action.run,
    pause: async (paused) => void (await action.run({ paused })),
    isBusy: action.isRunning,
    doneSoFar,
    failure: action.error?.message ?? null,
    notDone,
    clear: () => {
      action.clear();
      setNotDone([]);
    },
  };
};
