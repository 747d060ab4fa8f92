import type { Instant } from '../../instant';
import { instantPlus, millisOfInstant } from '../../instant-arithmetic';

const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 24 * 60;
/** Three in the morning: shops are closed, and the web sells least. */
const QUIET_MINUTE = 3 * 60;

/** The next three o'clock in the morning in the store's zone; where clocks are changed that night, an hour off. */
export const nextQuietHour = (now: Instant, timeZone: string): Instant => {
  const local = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(millisOfInstant(now));
  const part = (type: 'hour' | 'minute') => Number(local.find((one) => one.type === type)?.value ?? 0);
  const minutes = (QUIET_MINUTE - (part('hour') * 60 + part('minute')) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return instantPlus(now, (minutes === 0 ? MINUTES_PER_DAY : minutes) * MINUTE_MS);
};
