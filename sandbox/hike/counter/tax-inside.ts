import { Big, rounded } from '../wire/money.ts';

/** The tax that an amount including it holds. */
export function taxInside(amount: number, rate: number): number {
  return rounded(new Big(amount).times(rate).div(new Big(100).plus(rate)), 4).toNumber();
}
