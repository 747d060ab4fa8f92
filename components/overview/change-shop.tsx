'use client';

import { Button } from '@bigcommerce/big-design';
import { useState } from 'react';
import { useConnectHike } from '../shell/use-connect-hike';
import { Actions } from '../ui/actions';
import { ButtonLink } from '../ui/button-link';
import { FailureNotice } from '../ui/failure-notice';

/** For a connection that works: access to another shop, about which the app asks before it uses it. */
export const ChangeShop = () => {
  const { start, wasBlocked } = useConnectHike();
  // The hook forgets its address as soon as Hike is connected, which here it is from the start.
  const [url, setUrl] = useState<string | null>(null);
  return (
    <>
      {start.error && <FailureNotice message={start.error.message} onClose={start.clear} />}
      <p>To use another shop, sign in again. It is used only once you confirm it here.</p>
      <Actions>
        <Button variant="secondary" mobileWidth="auto" isLoading={start.isRunning} onClick={() => void start.run().then(setUrl)}>
          Sign in to Hike again
        </Button>
        {wasBlocked && url !== null && (
          <ButtonLink href={url} target="blank">
            Open Hike in a new window
          </ButtonLink>
        )}
      </Actions>
    </>
  );
};
