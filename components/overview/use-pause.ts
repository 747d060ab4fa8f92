import { useCallback, useState } from 'react';
import type { OverviewView } from '../../lib/domain/views/views';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { useOverview } from '../shell/use-overview';

/** Pauses or resumes one way. `answer` is what was done here last: paused or not. */
export const usePause = (key: keyof OverviewView['paused']) => {
  const send = useSend();
  const { mutate } = useOverview();
  const [answer, setAnswer] = useState<boolean | null>(null);
  const action = useAction(
    useCallback(
      async (paused: boolean) => {
        await send('POST', 'pause', { [key]: paused });
        await mutate();
        setAnswer(paused);
      },
      [send, mutate, key],
    ),
  );
  return { action, answer };
};
