import type { Instant } from '../../lib/domain/instant';
import { instantFromMillis, millisOfInstant } from '../../lib/domain/instant-arithmetic';

/** What the clocks of a zone show, as the value of a `datetime-local` input: `2026-01-15T14:20`. */
export const inputFromInstant = (instant: Instant, timeZone: string): string => wallClock(millisOfInstant(instant), timeZone);

const wallClock = (millis: number, timeZone: string): string => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(millis).replace(' ', 'T');
};

/** While somebody types 2026 the year is 2, 20 and 202 for a moment; Hike is younger than this. */
const EARLIEST = '2000';

/** The moment at which the zone's clocks show this; `null` for a half-typed date. An hour that daylight saving skips is read as the one after. */
export const instantFromInput = (text: string, timeZone: string): Instant | null => {
  const asUtc = Date.parse(`${text}:00.000Z`);
  if (Number.isNaN(asUtc) || text < EARLIEST) return null;
  const offsetAt = (millis: number) => Date.parse(`${wallClock(millis, timeZone)}:00.000Z`) - Math.floor(millis / 60_000) * 60_000;
  // The offset of the guess may be that of the other side of a change of clocks; the second look is right.
  const guess = asUtc - offsetAt(asUtc);
  return instantFromMillis(asUtc - offsetAt(guess));
};
