import { millisOfInstant, type Instant } from '../instant';

const isZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

/** `15 Jan 2026, 2:20 pm (Australia/Sydney)`: the store's time with the zone's name; a zone that Intl does not know reads as UTC. */
export const formatTime = (instant: Instant, timeZone: string, locale = 'en-AU'): string => {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  // ICU puts a narrow no-break space before am and pm, which searches and tests do not find.
  return `${format.format(millisOfInstant(instant)).replace(/\u202f/g, ' ')} (${zone})`;
};
