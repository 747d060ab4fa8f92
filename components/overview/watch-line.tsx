'use client';

import type { WatchedSide } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { formatMoment } from '../ui/format-moment';
import { CheckConnections } from './check-connections';
import { watchWords } from './watch-words';

interface WatchLineProps {
  system: string;
  watch: WatchedSide | null;
  timeZone: string;
}

export const WatchLine = ({ system, watch, timeZone }: WatchLineProps) => {
  const { user } = useSession();
  if (watch === null) return null;
  return (
    <>
      <p>{watchWords(watch, system, formatMoment(watch.since, timeZone, user.locale))}</p>
      {watch.state === 'attention' && <CheckConnections system={system} />}
    </>
  );
};
