import type { ConnectionWatch, SideWatch } from '../../connection-watch';

const EVERY_MS = 15 * 60_000;
/** An access that may be lost is asked about again soon: until it is proven, work goes on in vain. */
const DOUBT_MS = 60_000;
const FIRST_MS = 30_000;
const LONGEST_MS = 5 * 60_000;

/** Half of the pause is random (in [0, 1)), so that many stores do not come back in step after an outage. */
const afterFailure = ({ failures }: SideWatch, random: number): number => {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
};

/** Milliseconds until both sides are looked at again: a quarter of an hour, sooner while one does not answer or is in doubt. */
export const nextLook = ({ bigcommerce, hike }: ConnectionWatch, { isInDoubt, random }: { isInDoubt: boolean; random: number }): number => {
  const pauses = [bigcommerce, hike].flatMap((side) => (side?.trouble === 'unreachable' ? [afterFailure(side, random)] : []));
  return Math.min(EVERY_MS, ...pauses, ...(isInDoubt ? [DOUBT_MS] : []));
};
