'use client';

import { Button, Text } from '@bigcommerce/big-design';
import type { HealthView } from '../../lib/domain/views/views';
import { Actions } from '../ui/actions';
import { FailureNotice } from '../ui/failure-notice';
import { LiveMessage } from '../ui/live-message';
import { HEALTH_WORDS } from './health-words';
import { useCheckNow } from './use-check-now';
import { usePause } from './use-pause';

/** Look now, pause, resume. */
export const HealthActions = ({ health, isPaused }: { health: HealthView; isPaused: boolean }) => {
  const words = HEALTH_WORDS[health.thing];
  const check = useCheckNow(health);
  const pause = usePause(words.pauseKey);
  const failure = pause.action.error ?? check.action.error;
  const toggle = () => {
    check.forget();
    void pause.action.run(!isPaused);
  };
  return (
    <div>
      {failure && <FailureNotice message={failure.message} />}
      <Actions>
        {!isPaused && words.look !== null && (
          <Button variant="secondary" mobileWidth="auto" isLoading={check.action.isRunning} disabled={check.isChecking} onClick={() => void check.action.run()}>
            {words.look.button}
          </Button>
        )}
        <Button variant={isPaused ? 'primary' : 'secondary'} mobileWidth="auto" isLoading={pause.action.isRunning} onClick={toggle}>
          {isPaused ? words.resume : words.pause}
        </Button>
      </Actions>
      {/* Stands here from the start: a region that appears together with its text is not announced. */}
      <div role="status">
        {words.look !== null && (check.isChecking || check.isDone) && (
          <Text color="secondary60" marginTop="small" marginBottom="none">
            {check.isChecking ? words.look.asking : words.look.asked}
          </Text>
        )}
      </div>
      {/* Eyes see the state of the card change. */}
      <LiveMessage text={pause.answer === null ? '' : pause.answer ? words.hasPaused : words.hasResumed} />
    </div>
  );
};
