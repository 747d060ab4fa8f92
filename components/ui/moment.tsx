'use client';

import styled from 'styled-components';
import type { Instant } from '../../lib/domain/instant';
import { useSession } from '../shell/session/session-context';
import { formatMoment } from './format-moment';

/** Never broken into lines: "8:12" at the end of one and "pm" on the next is read twice. */
const Time = styled.time`
  white-space: nowrap;
`;

/** A time in the store's zone; the tooltip has it in UTC, which both APIs and their support speak. */
export const Moment = ({ at, timeZone }: { at: Instant; timeZone: string }) => {
  const { user } = useSession();
  return (
    <Time dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
      {formatMoment(at, timeZone, user.locale)}
    </Time>
  );
};
