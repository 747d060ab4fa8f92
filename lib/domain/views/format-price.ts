import Big from 'big.js';
import { decimalsOf, money, type Currency, type Decimal } from '../money';
import { formatMoney } from './format-money';

/** `A$22.00`; in plain digits where the currency has fewer, for a price may be finer than money. */
export const formatPrice = (price: Decimal, currency: Currency): string => {
  const exact = new Big(price);
  const minor = exact.times(new Big(10).pow(decimalsOf(currency))).toNumber();
  return Number.isSafeInteger(minor) ? formatMoney(money(minor, currency)) : `${exact.toFixed()} ${currency}`;
};
