import { isZero, subtract } from '../money';
import type { ComparedCounts, DayTotal } from '../reconciliation';
import { formatMoney } from './format-money';
import type { DayTotalView } from './reconciliation-view';

const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** "12 sales, 8 imported orders, 240 stock levels"; a part that was not compared is left out. */
export const comparedInWords = ({ sales, imports, levels, hikeCounts }: ComparedCounts): string =>
  [
    counted(sales, 'sale', 'sales'),
    counted(imports, 'imported order', 'imported orders'),
    ...(levels === null ? [] : [counted(levels, 'stock level', 'stock levels')]),
    ...(hikeCounts === null ? [] : [counted(hikeCounts, 'count in Hike', 'counts in Hike')]),
  ].join(', ');

/** What a comparison left out, in sentences. */
export const comparisonNotes = ({ levels, underway, notCompared }: ComparedCounts): string[] => [
  ...(levels === null ? ['Stock was not compared: it is paused, or not synced yet.'] : []),
  ...(underway === 0 ? [] : [`${counted(underway, 'record was', 'records were')} changing just now and will be compared next time.`]),
  ...(notCompared === 0 ? [] : [`${counted(notCompared, 'record', 'records')} could not be compared this time.`]),
];

/** One outlet's day in words. */
export const dayTotalView = ({ day, outletId, saleCount, sales, orderCount, orders }: DayTotal, outletNames: ReadonlyMap<number, string>): DayTotalView => {
  const rest = sales.currency === orders.currency ? subtract(orders, sales) : null;
  return {
    day,
    outlet: outletId === null ? 'Sales that Hike does not have' : (outletNames.get(outletId) ?? `Outlet ${outletId}`),
    saleCount,
    sales: formatMoney(sales),
    orderCount,
    orders: formatMoney(orders),
    difference: rest === null || isZero(rest) ? null : formatMoney(rest),
  };
};
