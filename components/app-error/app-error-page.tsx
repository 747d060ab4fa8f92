'use client';

import type { AppErrorReason } from '../../lib/domain/views/app-error-reasons';
import { PlainPage } from '../shell/plain-page';
import { Notice } from '../ui/notice';
import { APP_ERROR_WORDS } from './app-error-words';

/** For a person without a session, in the control panel's frame or in a window of its own; so it links to nothing. */
export const AppErrorPage = ({ reason }: { reason: AppErrorReason }) => {
  const { title, sentence, next, isGood } = APP_ERROR_WORDS[reason];
  return (
    <PlainPage title={title}>
      <Notice kind={isGood === true ? 'success' : 'error'} role={isGood === true ? 'status' : 'alert'}>
        <p>{sentence}</p>
      </Notice>
      <p>{next}</p>
    </PlainPage>
  );
};
