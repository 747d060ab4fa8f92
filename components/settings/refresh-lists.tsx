'use client';

import { Button } from '@bigcommerce/big-design';
import { RefreshIcon } from '@bigcommerce/big-design-icons';
import { useEffect, useState } from 'react';
import type { Instant } from '../../lib/domain/instant';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { FailureNotice } from '../ui/failure-notice';
import { LiveMessage } from '../ui/live-message';
import { useSettings } from './use-settings';

const LOOK_AGAIN_MS = 1_000;
/** Hike may be out of calls for this minute; the lists still come, and a later visit shows them. */
const STOP_LOOKING_MS = 60_000;

/** Asks for the lists anew and looks until they have come. */
export const RefreshLists = ({ readAt }: { readAt: Instant | null }) => {
  const send = useSend();
  const [asked, setAsked] = useState<{ before: Instant | null } | null>(null);
  const isWaiting = asked !== null && asked.before === readAt;
  useSettings(isWaiting ? LOOK_AGAIN_MS : 0);
  const refresh = useAction(async () => {
    await send('POST', 'settings/hike-lists');
    setAsked({ before: readAt });
  });

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setAsked(null), STOP_LOOKING_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  return (
    <>
      <Button variant="secondary" mobileWidth="auto" iconLeft={<RefreshIcon aria-hidden />} isLoading={refresh.isRunning || isWaiting} onClick={() => void refresh.run()}>
        Refresh lists from Hike
      </Button>
      <LiveMessage text={asked !== null && !isWaiting ? 'The lists are up to date.' : ''} />
      {refresh.error && <FailureNotice message={refresh.error.message} onClose={refresh.clear} />}
    </>
  );
};
