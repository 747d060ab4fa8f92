'use client';

import { Button } from '@bigcommerce/big-design';
import { useCallback, useState } from 'react';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { FailureNotice } from '../ui/failure-notice';
import { LiveMessage } from '../ui/live-message';

/** For whoever will not wait for the next look at a side that is in trouble. What it finds, the page shows by itself. */
export const CheckConnections = ({ system }: { system: string }) => {
  const send = useSend();
  const [wasAsked, setWasAsked] = useState(false);
  const action = useAction(
    useCallback(async () => {
      await send('POST', 'connections/check');
      setWasAsked(true);
    }, [send]),
  );
  return (
    <div>
      {action.error !== null && <FailureNotice message={action.error.message} />}
      <Button variant="secondary" mobileWidth="auto" marginBottom="small" isLoading={action.isRunning} onClick={() => void action.run()}>
        Check {system} now
      </Button>
      <LiveMessage text={wasAsked ? `${system} is asked now.` : ''} />
    </div>
  );
};
