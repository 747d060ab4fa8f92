'use client';

import type { Instant } from '../../lib/domain/instant';
import { useSession } from '../shell/session/session-context';
import { formatMoment } from './format-moment';

/** A time in the store's zone; the tooltip has it in UTC, which both APIs and their support speak. */
export const Moment = ({ at, timeZone }: { at: Instant; timeZone: string }) => {
  const { user } = useSession();
  return (
    <time dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
      {formatMoment(at, timeZone, user.locale)}
    </time>
  );
};
