import { decimalFromMoney, decimalsOf, type Money } from '../money';

/** `A$55.00`: exact, for Intl takes the digits as text and never as a float. */
export const formatMoney = (amount: Money, locale = 'en'): string => {
  const digits = decimalsOf(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(decimalFromMoney(amount) as `${number}`);
};
