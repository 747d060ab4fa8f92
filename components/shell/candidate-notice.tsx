'use client';

import { Button } from '@bigcommerce/big-design';
import { useCallback } from 'react';
import { useSWRConfig } from 'swr';
import { Actions } from '../ui/actions';
import { Notice } from '../ui/notice';
import { useAction } from './session/use-action';
import { useSend } from './session/use-send';

/** A person connected another Hike shop than before: which one to use is theirs to say, since the settings fit the old one. */
export const CandidateNotice = ({ current, candidate }: { current: string | null; candidate: string }) => {
  const send = useSend();
  const { mutate } = useSWRConfig();
  const answer = useAction(
    useCallback(
      async (accept: boolean) => {
        await send('POST', 'hike-connection/candidate', { accept });
        await mutate(() => true);
      },
      [send, mutate],
    ),
  );
  const old = current === null ? 'the old one' : `“${current}”`;
  return (
    <Notice kind="warning" role="alert" title="You connected a different Hike shop">
      <p>
        “{candidate}” is not the shop that this store has worked with so far. It has its own outlets, registers, payment types and taxes: if you use it,
        you will have to choose them again in Settings. Nothing changes until you decide.
      </p>
      {answer.error && <p>{answer.error.message}</p>}
      <Actions>
        <Button variant="secondary" mobileWidth="auto" disabled={answer.isRunning} onClick={() => void answer.run(true)}>
          Use “{candidate}”
        </Button>
        <Button variant="subtle" mobileWidth="auto" disabled={answer.isRunning} onClick={() => void answer.run(false)}>
          Keep {old}
        </Button>
      </Actions>
    </Notice>
  );
};
