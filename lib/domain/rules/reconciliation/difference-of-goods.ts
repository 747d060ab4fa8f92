import Big from 'big.js';
import { isZero, money, type Money } from '../../money';
import { bigFromQuantity, type Quantity } from '../../quantity';
import { formatMoney } from '../../views/format-money';

/** What an order or a sale is made of, tax included or not, as long as both sides are the same. */
export interface Goods {
  lines: readonly {
    quantity: Quantity;
    /** Of all its units. */
    total: Money;
  }[];
  /** What is no line, by its name. */
  apart: Readonly<Record<string, Money>>;
}

interface UnitsAtPrice {
  unit: Money;
  quantity: Big;
}

/** Lines of one price count together: either side may split or join them. */
const unitsByPrice = ({ lines }: Goods): Map<number, UnitsAtPrice> => {
  const units = new Map<number, UnitsAtPrice>();
  for (const { quantity, total } of lines) {
    const count = bigFromQuantity(quantity);
    const unit = count.eq(0) ? total.minor : new Big(total.minor).div(count).round(0, Big.roundHalfUp).toNumber();
    units.set(unit, { unit: money(unit, total.currency), quantity: count.plus(units.get(unit)?.quantity ?? 0) });
  }
  return units;
};

const isUnlike = (one: UnitsAtPrice | undefined, other: UnitsAtPrice | undefined): boolean => !(one?.quantity ?? new Big(0)).eq(other?.quantity ?? 0);

/** What either side holds that the other does not, in words; `null` where both hold as many units at each price, and the same apart. */
export const differenceOfGoods = (one: Goods, other: Goods): [string, string] | null => {
  const [mine, yours] = [unitsByPrice(one), unitsByPrice(other)];
  const prices = [...new Set([...mine.keys(), ...yours.keys()])].sort((a, b) => a - b).filter((price) => isUnlike(mine.get(price), yours.get(price)));
  const names = Object.keys(one.apart).filter((name) => one.apart[name]?.minor !== other.apart[name]?.minor);
  if (prices.length + names.length === 0) return null;
  const inWords = (units: Map<number, UnitsAtPrice>, { apart }: Goods): string => {
    const lines = prices.flatMap((price) => units.get(price) ?? []).map(({ unit, quantity }) => `${quantity.toFixed()} × ${formatMoney(unit)}`);
    const others = names.flatMap((name) => (apart[name] === undefined || isZero(apart[name]) ? [] : [`${name} ${formatMoney(apart[name])}`]));
    return [...lines, ...others].join(', ') || 'nothing of it';
  };
  return [inWords(mine, one), inWords(yours, other)];
};
