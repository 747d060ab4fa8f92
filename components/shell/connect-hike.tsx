'use client';

import { Button, Text } from '@bigcommerce/big-design';
import type { ConnectionState } from '../../lib/domain/views/views';
import { Actions } from '../ui/actions';
import { ButtonLink } from '../ui/button-link';
import { FailureNotice } from '../ui/failure-notice';
import { OutsideLink } from '../ui/outside-link';
import { useConnectHike } from './use-connect-hike';

/** The button that connects Hike, and what a person sees while Hike's own window is open. */
export const ConnectHike = ({ state }: { state: ConnectionState }) => {
  const { start, url, isWaiting, wasBlocked } = useConnectHike();
  return (
    <div>
      {start.error && <FailureNotice message={start.error.message} />}
      <Actions>
        <Button mobileWidth="auto" isLoading={start.isRunning} onClick={() => void start.run()}>
          {state === 'reconnect' ? 'Reconnect Hike' : 'Connect Hike'}
        </Button>
        {url !== null && wasBlocked && (
          <ButtonLink href={url} target="blank">
            Open Hike in a new window
          </ButtonLink>
        )}
      </Actions>
      <div role="status">
        {isWaiting && url !== null && (
          <Text marginTop="small">
            {wasBlocked ? (
              'Your browser blocked the window. Use the link above, and come back here when Hike says it is done.'
            ) : (
              <>
                Waiting for Hike. Sign in and agree in the window that opened; this page notices by itself. Closed it? <OutsideLink href={url}>Open it again</OutsideLink>
              </>
            )}
          </Text>
        )}
      </div>
    </div>
  );
};
