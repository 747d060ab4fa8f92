import type { Instant } from '../../instant';
import { millisOfInstant } from '../../instant-arithmetic';

/** A fall to zero arrives in several flushes when Hike tells it in several pages; within this time they count as one. */
const WINDOW_MS = 5 * 60_000;

/** Variants that fell to zero since a moment. */
export interface RecentZeros {
  since: Instant;
  variants: number;
}

export interface ZeroFacts {
  /** Variants that this flush would bring from something to zero, and that no person has approved. */
  falling: number;
  /** `null` when none fell yet. */
  recent: RecentZeros | null;
  /** `settings.stock.zeroGuard`. */
  guard: number;
  now: Instant;
}

/** Whether a fall to zero has to wait for a person, and what to remember of it for the next flush. */
export const holdZeros = ({ falling, recent, guard, now }: ZeroFacts): { hold: boolean; recent: RecentZeros | null } => {
  const counted = recent !== null && millisOfInstant(now) - millisOfInstant(recent.since) <= WINDOW_MS ? recent : null;
  const variants = (counted?.variants ?? 0) + falling;
  if (variants > guard && falling > 0) return { hold: true, recent: counted };
  return { hold: false, recent: variants === 0 ? null : { since: counted?.since ?? now, variants } };
};
