import { useCallback } from 'react';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';

export type EntryVerb = 'retry' | 'ignore';

/** Tries an entry again or puts it aside. Whatever the answer, the log is read anew: a refusal means that it has changed. */
export const useEntryAction = (entryId: string, onAnswered: () => void) => {
  const send = useSend();
  return useAction(
    useCallback(
      async (verb: EntryVerb): Promise<EntryVerb> => {
        try {
          await send('POST', `sync-log/${encodeURIComponent(entryId)}/${verb}`);
          return verb;
        } finally {
          onAnswered();
        }
      },
      [send, entryId, onAnswered],
    ),
  );
};
