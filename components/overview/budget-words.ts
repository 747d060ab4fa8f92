import { instantFromMillis } from '../../lib/domain/instant-arithmetic';
import { salesPollingInterval } from '../../lib/domain/rules/sales-polling-interval';
import type { OverviewView } from '../../lib/domain/views/views';

/** How often sales are looked for while somebody has a page open. */
const intervalAt = (callsInLastDay: number): number => {
  const now = instantFromMillis(0);
  return salesPollingInterval({ now, lastSaleAt: null, lastSeenAt: now, callsInLastDay });
};

const inWords = (millis: number): string => {
  const seconds = Math.round(millis / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} minutes` : 'hour';
};

export interface BudgetWords {
  /** Per cent of the limit, for the bar. */
  share: number;
  used: string;
  effect: string;
  isTight: boolean;
}

/** What the day's limit means for the merchant: how fresh the sales are. */
export const budgetWords = ({ hikeCallsToday, hikeCallsPerDay }: OverviewView['budget']): BudgetWords => {
  const interval = intervalAt(hikeCallsToday);
  const shortest = intervalAt(0);
  const isTight = interval > shortest;
  return {
    share: Math.min(100, Math.round((hikeCallsToday / hikeCallsPerDay) * 100)),
    used: `${hikeCallsToday === 0 ? 'None' : hikeCallsToday.toLocaleString('en')} ${hikeCallsToday === 1 ? 'was' : 'were'} used in the last 24 hours.`,
    effect: isTight
      ? `To keep room for imports, new sales are looked for every ${inWords(interval)} at most, instead of every ${inWords(shortest)}. This eases as the day goes on; “Check Hike now” always works.`
      : `There is room: while the shop trades or this page is open, new sales are looked for every ${inWords(shortest)}.`,
    isTight,
  };
};
