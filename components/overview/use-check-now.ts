import { useCallback, useEffect, useState } from 'react';
import type { Instant } from '../../lib/domain/instant';
import type { HealthView } from '../../lib/domain/views/views';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { useOverview } from '../shell/use-overview';
import { HEALTH_WORDS } from './health-words';

const LOOK_AGAIN_MS = 1_000;
/** "Just now" is not true for long. */
const SHOWN_MS = 10_000;

/**
 * Looks now instead of at the planned time. The request is answered before the look is done; that it is shows in a next
 * look planned later than the one before. Only the server's times are compared, for the browser's clock may be wrong.
 */
export const useCheckNow = ({ thing, nextCheck }: HealthView) => {
  const send = useSend();
  const { look } = HEALTH_WORDS[thing];
  const [asked, setAsked] = useState<{ plannedBefore: Instant | null } | null>(null);
  const isDone = asked !== null && nextCheck !== null && (asked.plannedBefore === null || nextCheck > asked.plannedBefore);
  const isChecking = asked !== null && !isDone;
  const { mutate } = useOverview(isChecking ? { refreshInterval: LOOK_AGAIN_MS } : {});
  const forget = useCallback(() => setAsked(null), []);

  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(forget, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isDone, forget]);

  const action = useAction(
    useCallback(async () => {
      if (look === null) return;
      await send('POST', look.path);
      setAsked({ plannedBefore: nextCheck });
      await mutate();
    }, [send, mutate, look, nextCheck]),
  );

  return { action, forget, isChecking, isDone };
};
