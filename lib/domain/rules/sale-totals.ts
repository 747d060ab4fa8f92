import Big from 'big.js';
import { add, bigFromMoney, decimalFromBig, money, moneyFromDecimal, subtract, sum, type Currency, type Decimal, type Money } from '../money';
import type { SaleLineDraft } from '../sale';

/** What `saleTotals` needs of a sale; a `SaleDraft` has it all, with `shippingTax.amount` as the shipping tax. */
export interface SaleAmounts {
  taxInclusive: boolean;
  currency: Currency;
  lines: readonly SaleLineDraft[];
  /** Including its tax. */
  shipping: Money;
  shippingTax: Decimal;
  rounding: Money;
}

export interface SaleLineTotals {
  /** Unit price after the discount. */
  soldPrice: Money;
  /** In the sale's mode: with tax when the sale is tax-inclusive. */
  total: Money;
  taxExclusive: Decimal;
  /** Unrounded: Hike's till rounds tax in the header alone. */
  tax: Decimal;
  /** Of all units. */
  discount: Money;
}

export interface SaleTotals {
  lines: SaleLineTotals[];
  /** Without tax in both modes. */
  subTotal: Decimal;
  /** Of the lines, to four decimals. */
  tax: Decimal;
  /** Of lines and shipping. */
  totalTax: Decimal;
  totalDiscount: Money;
  /** What the customer pays, rounding included. */
  net: Money;
}

const HEADER_TAX_DECIMALS = 4;

const bigSum = (values: readonly Decimal[]): Big => values.reduce((total, value) => total.plus(value), new Big(0));

const lineTotals = (line: SaleLineDraft, taxInclusive: boolean): SaleLineTotals => {
  const { currency } = line.retailPrice;
  // The till caps a discount at the price (reference: hike-api 6.4, point 1).
  const unitDiscount = money(Math.min(line.unitDiscount.minor, Math.max(line.retailPrice.minor, 0)), currency);
  const soldPrice = subtract(line.retailPrice, unitDiscount);
  const total = money(soldPrice.minor * line.quantity, currency);
  const amount = bigFromMoney(total);
  const rate = new Big(line.tax.rate);
  const tax = taxInclusive ? amount.times(rate).div(rate.plus(100)) : amount.times(rate).div(100);
  return {
    soldPrice,
    total,
    taxExclusive: decimalFromBig(taxInclusive ? amount.minus(tax) : amount),
    tax: decimalFromBig(tax),
    discount: money(unitDiscount.minor * line.quantity, currency),
  };
};

/**
 * A sale's amounts as Hike's own till computes them (reference: hike-api 6.4), without a whole-sale discount: discounts
 * are on the lines. Shipping tax is contained in `shipping`, so it is part of `totalTax` but not added to `net`.
 */
export const saleTotals = ({ taxInclusive, currency, lines: drafts, shipping, shippingTax, rounding }: SaleAmounts): SaleTotals => {
  const lines = drafts.map((line) => lineTotals(line, taxInclusive));
  const subTotal = bigSum(lines.map(({ taxExclusive }) => taxExclusive));
  const tax = bigSum(lines.map((line) => line.tax));
  const headerTax = decimalFromBig(tax, HEADER_TAX_DECIMALS);
  const unrounded = subTotal.plus(tax).plus(bigFromMoney(shipping));
  return {
    lines,
    subTotal: decimalFromBig(subTotal),
    tax: headerTax,
    totalTax: decimalFromBig(new Big(headerTax).plus(shippingTax)),
    totalDiscount: sum(lines.map(({ discount }) => discount), currency),
    net: add(moneyFromDecimal(unrounded, currency), rounding),
  };
};
