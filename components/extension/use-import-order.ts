import { useCallback, useState } from 'react';
import type { ImportAnswer } from '../../lib/domain/views/views';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';

/** The button's work. A second click does nothing here, and where two panels are open the server queues the order once. */
export const useImportOrder = (orderId: number, onAnswered: () => Promise<unknown>) => {
  const send = useSend();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { run, isRunning, error } = useAction(
    useCallback(async () => {
      setRefusal(null);
      const answer = await send<ImportAnswer>('POST', 'orders/import', { orderIds: [orderId] });
      setRefusal(answer.notQueued[0]?.sentence ?? null);
      // Still part of the click: the button stays busy until the panel shows what came of it.
      await onAnswered();
      return answer;
    }, [send, orderId, onAnswered]),
  );
  return { start: () => void run(), isRunning, refusal: error?.message ?? refusal };
};
