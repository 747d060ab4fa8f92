import fc from 'fast-check';
import { type Currency, money, type Money } from '../../lib/domain/money';
import type { Quantity } from '../../lib/domain/quantity';
import type { Sale, SaleLine } from '../../lib/domain/sale';
import { aSale, aSaleLine } from '../../lib/domain/testing/a-sale';
import { CURRENCIES, RATES } from './cart';
import { fraction, fromDecimal, minus, over, plus, rounded, times, total, type Fraction } from './fraction';

interface TillLine {
  /** Of the whole line, in the mode of the sale; negative for goods that come back, or an allowance. */
  amount: number;
  /** In ten-thousandths of a unit; the sign is the amount's unless it is an allowance. */
  quantity: number;
  rate: number;
  kind: 'sold' | 'returned' | 'allowance';
}

export interface Till {
  currency: Currency;
  taxInclusive: boolean;
  status: 'Completed' | 'LayBy' | 'OnAccount' | 'BackOrder' | 'Voided' | 'Exchange';
  lines: TillLine[];
  shipping: number;
  tip: number;
  /** Cash rounding. */
  rounding: number;
  /** Whether the net amount contains the rounding: nothing proves it either way. */
  isRoundingInNet: boolean;
  /** Per cent of the goods that a discount on the whole sale takes away. */
  discountPercent: number;
  /** Minor units by which the stated net differs from the true one. */
  error: number;
}

const amount = fc.oneof({ weight: 4, arbitrary: fc.nat(30_000) }, { weight: 1, arbitrary: fc.nat(99_999_999) }, { weight: 1, arbitrary: fc.constantFrom(0, 1, 99, 995) });
const seldom = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number> => fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary });

const line: fc.Arbitrary<TillLine> = fc.record({
  amount,
  quantity: fc.oneof(fc.integer({ min: 1, max: 12 }).map((units) => units * 10_000), fc.integer({ min: 1, max: 99_999 })),
  rate: fc.nat(RATES.length - 1),
  kind: fc.oneof({ weight: 8, arbitrary: fc.constant('sold' as const) }, { weight: 1, arbitrary: fc.constantFrom('returned' as const, 'allowance' as const) }),
});

export const till: fc.Arbitrary<Till> = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  taxInclusive: fc.boolean(),
  status: fc.constantFrom<Till['status'][]>('Completed', 'Completed', 'Completed', 'LayBy', 'OnAccount', 'BackOrder', 'Voided', 'Exchange'),
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  shipping: seldom(amount),
  tip: seldom(fc.nat(5_000)),
  rounding: seldom(fc.integer({ min: -4, max: 5 })),
  isRoundingInNet: fc.boolean(),
  discountPercent: seldom(fc.nat(100)),
  error: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -9, max: 9 }) }),
});

const hundred = fraction(100);

const taxOf = (value: Fraction, rate: string, inclusive: boolean): Fraction =>
  inclusive ? over(times(value, fromDecimal(rate)), plus(hundred, fromDecimal(rate))) : over(times(value, fromDecimal(rate)), hundred);

const SHIPPING_RATE = '10';

/** The sale as Hike's till makes it (reference: hike-api 6.4): exact tax per line, rounded once in the header. */
export const saleOf = (given: Till): Sale => {
  const { currency, taxInclusive } = given;
  const of = (minor: number | bigint): Money => money(Number(minor), currency);
  const signed = given.lines.map((one) => ({ ...one, amount: one.kind === 'sold' ? one.amount : -one.amount, rate: RATES[one.rate]! }));
  const exactTaxes = signed.map((one) => taxOf(fraction(one.amount), one.rate, taxInclusive));
  const goods = signed.reduce((sum, one) => sum + one.amount, 0);
  const discount = given.status === 'Exchange' || goods <= 0 ? 0 : Math.floor((goods * given.discountPercent) / 100);
  const left = goods === 0 ? fraction(1) : minus(fraction(1), fraction(discount, goods > 0 ? goods : 1));
  const lineTax = times(total(exactTaxes), discount === 0 ? fraction(1) : left);
  const shippingTax = rounded(taxOf(fraction(given.shipping), SHIPPING_RATE, true));
  const outside = total([fraction(goods - discount + given.shipping + given.tip), taxInclusive ? fraction(0) : lineTax]);
  const net = Number(rounded(outside)) + (given.isRoundingInNet ? given.rounding : 0) + given.error;
  const lines = signed.map((one, index): SaleLine => {
    const tax = of(rounded(exactTaxes[index]!));
    const sign = one.kind === 'returned' ? -1 : 1;
    return {
      ...aSaleLine(), title: `Line ${index + 1}`, quantity: (sign * one.quantity) as Quantity, total: of(one.amount), tax,
      exTax: of(taxInclusive ? one.amount - tax.minor : one.amount),
    };
  });
  return {
    ...aSale(), status: given.status, taxInclusive, currency, lines, shipping: of(given.shipping), shippingTax: of(shippingTax), tip: of(given.tip), rounding: of(given.rounding),
    discount: of(discount), totalTax: of(rounded(lineTax) + shippingTax), net: of(net), paid: of(Math.max(0, net)), payments: [],
  };
};
