import type { Instant } from '../../lib/domain/instant';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';

/** The page speaks English, so a month in another language would not fit; the order of day and month is the person's own. */
export const dateLocale = (locale: string): string => (/^en(-|$)/i.test(locale) ? locale : 'en-GB');

const safeZone = (timeZone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** "15 Jan 2026, 2:20 pm": the month in letters, because 3/4 is March to some and April to others. */
export const formatMoment = (instant: Instant, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone: safeZone(timeZone),
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(millisOfInstant(instant));

/** "Australia/Sydney (AEDT)": the zone's name, and what people call it, when English has a word for it. */
export const zoneName = (timeZone: string, now: number, locale: string): string => {
  const zone = safeZone(timeZone);
  const short = new Intl.DateTimeFormat(dateLocale(locale), { timeZone: zone, timeZoneName: 'short' }).formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value;
  return short === undefined || short === zone ? zone : `${zone.replaceAll('_', ' ')} (${short})`;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "just now", "4 min ago", "in 2 min"; `null` beyond a day, where a date says more. */
export const relativeMoment = (instant: Instant, now: number): string | null => {
  const distance = millisOfInstant(instant) - now;
  const size = Math.abs(distance);
  if (size >= 24 * HOUR) return null;
  if (size < MINUTE) return distance > 0 ? 'in less than a minute' : 'just now';
  const words = size < HOUR ? `${Math.round(size / MINUTE)} min` : `${Math.round(size / HOUR)} h`;
  return distance > 0 ? `in ${words}` : `${words} ago`;
};
