'use client';

import { Button } from '@bigcommerce/big-design';
import { Actions } from './actions';
import { Notice } from './notice';

interface FailureNoticeProps {
  title?: string;
  message: string;
  onRetry?: () => void;
  onClose?: () => void;
}

/** What a person tried or wanted to see did not work: the refusal's own sentence, and a way on. */
export const FailureNotice = ({ title, message, onRetry, onClose }: FailureNoticeProps) => (
  <Notice kind="error" role="alert" {...(title === undefined ? {} : { title })} {...(onClose === undefined ? {} : { onClose })}>
    <p>{message}</p>
    {onRetry && (
      <Actions>
        <Button variant="secondary" mobileWidth="auto" onClick={onRetry}>
          Try again
        </Button>
      </Actions>
    )}
  </Notice>
);
