import type { Incident, IncidentNews } from '../../incident';
import type { Instant } from '../../instant';
import { instantPlus } from '../../instant-arithmetic';
import type { Settings } from '../../settings';

/** That something is over is no news any more the day after. */
const STALE_MS = 24 * 60 * 60_000;

/**
 * What is still to be told of an incident. One that ended before anybody was told is not told at all, and that it is over
 * hears only who heard, or may have heard, that it began.
 */
export const mailDue = ({ kind, closedAt, ending, mails }: Incident, { alerts, now }: { alerts: Settings['alerts']; now: Instant }): IncidentNews | null => {
  if (alerts.addresses.length === 0 || (kind === 'needs-you' && !alerts.needsYou)) return null;
  if (closedAt === null) return isToSend(mails.opened) ? 'opened' : null;
  const wasTold = mails.opened === 'sent' || mails.opened === 'sending';
  return ending === 'over' && wasTold && isToSend(mails.over) && closedAt > instantPlus(now, -STALE_MS) ? 'over' : null;
};

const isToSend = (state: Incident['mails'][IncidentNews]): boolean => state === 'none' || state === 'sending';
