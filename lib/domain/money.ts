import Big from 'big.js';
import { z } from 'zod';

/** ISO 4217 code, upper case. */
export const Currency = z.string().regex(/^[A-Z]{3}$/).brand<'Currency'>();
export type Currency = z.infer<typeof Currency>;

/** An amount in the currency's minor units (cents for AUD, yen for JPY); always a safe integer. */
export const Money = z.object({ minor: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

/** A decimal number as text, never a float: `"21.9900"`. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/).brand<'Decimal'>();
export type Decimal = z.infer<typeof Decimal>;

const decimals = new Map<Currency, number>();

/** Minor units per major unit are ten to this power: 2 for AUD, 0 for JPY, 3 for KWD (ISO 4217 by way of Intl, asked once). */
export const decimalsOf = (currency: Currency): number => {
  const known = decimals.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, known);
  return known;
};

export const money = (minor: number, currency: Currency): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`);
  return { minor: minor === 0 ? 0 : minor, currency };
};

export const zero = (currency: Currency): Money => money(0, currency);

/** Rounds half away from zero, as Hike's till does (reference: hike-api 6.4). */
export const moneyFromDecimal = (amount: Decimal | Big, currency: Currency): Money =>
  money(new Big(amount).times(new Big(10).pow(decimalsOf(currency))).round(0, Big.roundHalfUp).toNumber(), currency);

/** Exact: `21.99` of AUD, `2199` of JPY. */
export const bigFromMoney = ({ minor, currency }: Money): Big => new Big(minor).div(new Big(10).pow(decimalsOf(currency)));

export const decimalFromMoney = (amount: Money): Decimal => bigFromMoney(amount).toFixed(decimalsOf(amount.currency)) as Decimal;

/** Never in exponent form; rounded half away from zero when a number of decimals is given. */
export const decimalFromBig = (value: Big, decimals?: number): Decimal =>
  (decimals === undefined ? value : value.round(decimals, Big.roundHalfUp)).toFixed().replace(/^-(?=[0.]+$)/, '') as Decimal;

const sameCurrency = (a: Money, b: Money): Currency => {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} cannot be added`);
  return a.currency;
};

export const add = (a: Money, b: Money): Money => money(a.minor + b.minor, sameCurrency(a, b));

export const subtract = (a: Money, b: Money): Money => money(a.minor - b.minor, sameCurrency(a, b));

export const sum = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(add, zero(currency));

export const negate = ({ minor, currency }: Money): Money => money(-minor, currency);

export const isZero = ({ minor }: Money): boolean => minor === 0;
