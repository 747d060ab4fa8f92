/** What is left to do. */
export interface RemainingWork {
  /** Calls to BigCommerce for products with their variants and pictures; a part of one for what travels with others. */
  productCalls: number;
  /** Variants whose stock is to be published, times locations. */
  stockLevels: number;
  /** Pages of Hike's lists. */
  hikePages: number;
  /** Pages of BigCommerce's lists. */
  storePages: number;
}

export interface SyncPace {
  /** Calls a second that the store's plan allows, as its headers tell; `null` while unknown. */
  storeCallsPerSecond: number | null;
  hikeCallsPerMinute: number;
  /** What is left of Hike's 5,000 calls a day. */
  hikeCallsLeftToday: number;
  /** Calls for products since the stage began, or went on; `null` at its start. */
  measured: { calls: number; milliseconds: number } | null;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Members of a batch (reference: bigcommerce 7.2). */
const LEVELS_PER_CALL = 2_000;
const HIKE_CALLS_PER_DAY = 5_000;

const storeCallsFor = ({ productCalls, stockLevels, storePages }: RemainingWork): number =>
  Math.ceil(productCalls) + Math.ceil(stockLevels / LEVELS_PER_CALL) + storePages;

/** The day's quota rolls, so what is beyond today's rest comes a day later. */
const hikeTime = (calls: number, { hikeCallsPerMinute, hikeCallsLeftToday }: SyncPace): number =>
  (calls / hikeCallsPerMinute) * MINUTE + Math.ceil(Math.max(0, calls - hikeCallsLeftToday) / HIKE_CALLS_PER_DAY) * DAY;

/**
 * Milliseconds that the rest takes, or `null` while nobody can tell. Never less than both sides' limits allow, one
 * after the other as a store's work is done; more where it went slower so far, be it for slow answers or for other apps
 * of the store.
 */
export const syncTimeLeft = (work: RemainingWork, pace: SyncPace): number | null => {
  const storeCalls = storeCallsFor(work);
  const calls = storeCalls + work.hikePages;
  if (calls === 0) return 0;
  const storeTime = storeCalls === 0 ? 0 : (storeCalls / (pace.storeCallsPerSecond ?? 0)) * SECOND;
  const atBest = storeTime + (work.hikePages === 0 ? 0 : hikeTime(work.hikePages, pace));
  if (!Number.isFinite(atBest)) return null;
  const measured = pace.measured && pace.measured.calls > 0 ? (calls * pace.measured.milliseconds) / pace.measured.calls : 0;
  return Math.max(atBest, measured);
};

const counted = (count: number, unit: string): string => `About ${count} ${unit}${count === 1 ? '' : 's'}`;

/** "About 12 minutes"; in hours from an hour and a half, in days from two. */
export const roughly = (milliseconds: number): string => {
  if (milliseconds < MINUTE) return 'Less than a minute';
  if (milliseconds < 1.5 * HOUR) return counted(Math.round(milliseconds / MINUTE), 'minute');
  return milliseconds < 2 * DAY ? counted(Math.round(milliseconds / HOUR), 'hour') : counted(Math.round(milliseconds / DAY), 'day');
};
