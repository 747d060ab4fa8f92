import type { Instant } from '../../instant';
import { instantFromMillis, instantPlus, millisOfInstant } from '../../instant-arithmetic';

const DAY_MS = 24 * 60 * 60_000;
/** What happened a moment ago is on its way, not missing. */
const SETTLING_MS = 15 * 60_000;

/** The day in this zone, as `2026-01-15`. */
export const localDay = (at: Instant, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(millisOfInstant(at));

const PARTS = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;

/** By how much the zone's clocks are ahead of UTC at that moment. */
const offsetAt = (millis: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en', { timeZone, ...PARTS }).formatToParts(millis);
  const part = (type: keyof typeof PARTS): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(millis / 1000) * 1000;
};

/** When the day of this moment began in the zone; where clocks skip midnight, a little after. */
export const startOfLocalDay = (at: Instant, timeZone: string): Instant => {
  const midnight = Date.parse(`${localDay(at, timeZone)}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight, timeZone);
  // Clocks may have changed between the guess and midnight.
  return instantFromMillis(midnight - offsetAt(guess, timeZone));
};

/** Yesterday in the store's zone, whole. One that a person asks for goes on until now. */
export const comparedWindow = (now: Instant, { timeZone, trigger }: { timeZone: string; trigger: 'schedule' | 'person' }): { from: Instant; to: Instant } => {
  const today = startOfLocalDay(now, timeZone);
  // Twelve hours before midnight is yesterday, however long that day was.
  const from = startOfLocalDay(instantPlus(today, -DAY_MS / 2), timeZone);
  return { from, to: trigger === 'schedule' ? today : instantPlus(now, -SETTLING_MS) };
};
