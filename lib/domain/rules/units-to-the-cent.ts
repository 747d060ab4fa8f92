import { money, type Money } from '../money';

export interface UnitGroup<Amounts extends readonly Money[]> {
  quantity: number;
  /** Of one unit. */
  amounts: Amounts;
}

const unitAmount = (total: Money, quantity: number, index: number): Money => {
  const floor = Math.floor(total.minor / quantity);
  const cents = total.minor - floor * quantity;
  return money(floor + (index < cents ? 1 : 0), total.currency);
};

/**
 * Splits a line into groups of equal units, so that units times amounts give back every total exactly: 10.00 for three
 * is 1 x 3.34 and 2 x 3.33. Where one total is at least another, so is each unit's share of it.
 */
export const unitsToTheCent = <Amounts extends readonly [Money, ...Money[]]>(quantity: number, totals: Amounts): UnitGroup<Amounts>[] => {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`${quantity} units cannot be split`);
  // Units differ only where a total's spare cents end.
  const ends = totals.map(({ minor }) => minor - Math.floor(minor / quantity) * quantity);
  const starts = [...new Set([0, ...ends])].sort((a, b) => a - b);
  return starts.map((start, position) => ({
    quantity: (starts[position + 1] ?? quantity) - start,
    amounts: totals.map((total) => unitAmount(total, quantity, start)) as readonly Money[] as Amounts,
  }));
};
