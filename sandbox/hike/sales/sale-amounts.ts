import { Big, rounded, sum } from '../wire/money.ts';
import type { LineAmounts } from './line-amounts.ts';

export interface HeaderFigures {
  taxInclusive: boolean;
  applyTaxAfterDiscount: boolean;
  discountIsAsPercentage: boolean;
  discountValue: number;
  tipIsAsPercentage: boolean;
  tipValue: number;
  totalTip?: number | null | undefined;
  totalShippingCost: number;
  shippingTaxAmount: number;
  roundingAmount: number;
}

export interface SaleAmounts {
  subTotal: Big;
  totalDiscount: Big;
  totalTip: Big;
  totalTax: Big;
  netAmount: Big;
}

/** A flat whole-sale discount is turned into a percentage of what the lines come to. */
function discountPercent(header: HeaderFigures, effective: Big): Big {
  if (header.discountIsAsPercentage) return new Big(header.discountValue);
  return effective.eq(0) ? new Big(0) : new Big(header.discountValue).times(100).div(effective);
}

function tip(header: HeaderFigures, goods: Big): Big {
  if (header.totalTip !== undefined && header.totalTip !== null) return new Big(header.totalTip);
  return header.tipIsAsPercentage ? goods.times(header.tipValue).div(100) : new Big(header.tipValue);
}

/** The header of a sale from its lines, as Hike's own till computes it (reference 6.4, steps 5 to 8). */
export function saleAmounts(header: HeaderFigures, lines: LineAmounts[], decimals: number): SaleAmounts {
  const exclusive = sum(lines.map((line) => line.taxExclusiveTotalAmount));
  const lineTax = sum(lines.map((line) => line.taxAmount));
  const share = discountPercent(header, sum(lines.map((line) => line.effectiveAmount))).div(100);
  const goodsDiscount = exclusive.times(share);
  const taxDiscount = header.applyTaxAfterDiscount ? lineTax.times(share) : new Big(0);
  const tax = lineTax.minus(taxDiscount);

  // Only a tax-inclusive sale shows its sub-total after the discount; the other subtracts it below.
  const subTotal = header.taxInclusive ? exclusive.minus(goodsDiscount) : exclusive;
  const totalDiscount = header.taxInclusive ? goodsDiscount.plus(taxDiscount) : goodsDiscount;
  const goods = (header.taxInclusive ? subTotal : subTotal.minus(totalDiscount)).plus(tax);
  const totalTip = rounded(tip(header, goods), decimals);
  return {
    subTotal,
    totalDiscount,
    totalTip,
    // Shipping tax is inside the shipping cost, so it counts here and not in the net amount.
    totalTax: rounded(tax, 4).plus(header.shippingTaxAmount),
    netAmount: rounded(goods.plus(totalTip).plus(header.totalShippingCost), decimals).plus(header.roundingAmount),
  };
}
