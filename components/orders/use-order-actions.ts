import { useState } from 'react';
import { useSWRConfig } from 'swr';
import type { ImportAnswer, OrdersView } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { apiPath } from '../shell/session/store-paths';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { batchFromClick, type Batch } from './batch';

interface Page {
  view: OrdersView | undefined;
  reload: () => Promise<unknown>;
  setBatch: (batch: Batch | null) => void;
}

export interface OrderActions {
  importOrders(ids: number[]): Promise<void>;
  leaveOut(ids: number[], leaveOut: boolean): Promise<void>;
  /** One click at a time, whichever button it was. */
  isBusy: boolean;
  failure: string | null;
  notQueued: ImportAnswer['notQueued'];
  clear(): void;
}

type Request = { kind: 'import'; ids: number[] } | { kind: 'leave-out'; ids: number[]; leaveOut: boolean };

/** What a person does with orders. */
export const useOrderActions = ({ view, reload, setBatch }: Page): OrderActions => {
  const send = useSend();
  const { storeHash } = useSession();
  const { mutate } = useSWRConfig();
  const [notQueued, setNotQueued] = useState<ImportAnswer['notQueued']>([]);

  const action = useAction(async (request: Request) => {
    setNotQueued([]);
    if (request.kind === 'leave-out') await send('POST', 'orders/leave-out', { orderIds: request.ids, leaveOut: request.leaveOut });
    else {
      const answer = await send<ImportAnswer>('POST', 'orders/import', { orderIds: request.ids });
      setNotQueued(answer.notQueued);
      const begun = view === undefined ? null : batchFromClick(answer.queued.length, view);
      // First what the import has changed, then the batch: it is measured by what the page shows from now on.
      await reload();
      if (begun !== null) setBatch(begun);
    }
    await reload();
    void mutate(apiPath(storeHash, 'overview'));
  });

  return {
    importOrders: async (ids) => void (await action.run({ kind: 'import', ids })),
    leaveOut: async (ids, leaveOut) => void (await action.run({ kind: 'leave-out', ids, leaveOut })),
    isBusy: action.isRunning,
    failure: action.error?.message ?? null,
    notQueued,
    clear: () => {
      action.clear();
      setNotQueued([]);
    },
  };
};
