import { useCallback } from 'react';
import type { CauseView } from '../../lib/domain/views/views';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';

/** Tries all entries of one cause again, and reads the log anew; answers how many there were. */
export const useRetryCause = ({ thing, code }: CauseView, onAnswered: () => void) => {
  const send = useSend();
  return useAction(
    useCallback(async (): Promise<number> => {
      try {
        return (await send<{ retried: number }>('POST', 'sync-log/retry', { thing, code })).retried;
      } finally {
        onAnswered();
      }
    }, [send, thing, code, onAnswered]),
  );
};
