'use client';

import type { ImportAnswer } from '../../lib/domain/views/views';
import { countOf } from '../ui/count-of';
import { Notice } from '../ui/notice';

/** Orders that the app did not even begin with, each with its reason. */
export const NotQueuedNotice = ({ notQueued, onClose }: { notQueued: ImportAnswer['notQueued']; onClose: () => void }) => {
  if (notQueued.length === 0) return null;
  const were = notQueued.length === 1 ? 'was' : 'were';
  return (
    <Notice kind="warning" role="alert" title={`${countOf(notQueued.length, 'order', 'orders')} ${were} not imported`} onClose={onClose}>
      <ul>
        {notQueued.map(({ id, sentence }) => (
          <li key={id}>
            #{id}: {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
