import { Big, rounded } from '../wire/money.ts';

export interface LineFigures {
  retailPrice: number;
  quantity: number;
  discountIsAsPercentage: boolean;
  discountValue: number;
}

export interface LineRules {
  taxInclusive: boolean;
  decimals: number;
  /** Percent. */
  customerGroupDiscount: number;
}

export interface LineAmounts {
  soldPrice: Big;
  totalDiscount: Big;
  totalAmount: Big;
  taxAmount: Big;
  taxExclusiveTotalAmount: Big;
  effectiveAmount: Big;
}

/** The customer group's discount first, the line's own on what remains; never more than the price. */
function unitDiscount(line: LineFigures, groupPercent: number): Big {
  const retail = new Big(line.retailPrice);
  const group = retail.times(groupPercent).div(100);
  const own = line.discountIsAsPercentage ? retail.minus(group).times(line.discountValue).div(100) : new Big(line.discountValue);
  const both = group.plus(own);
  return both.gt(retail) ? retail : both;
}

/** One line of a sale as Hike's own till computes it (reference 6.4, steps 1 to 4). Line tax is not rounded. */
export function lineAmounts(line: LineFigures, taxRate: number, rules: LineRules): LineAmounts {
  const discount = unitDiscount(line, rules.customerGroupDiscount);
  const soldPrice = rounded(new Big(line.retailPrice).minus(discount), rules.decimals);
  const totalAmount = rounded(soldPrice.times(line.quantity), rules.decimals);
  const taxAmount = totalAmount.times(taxRate).div(rules.taxInclusive ? new Big(100).plus(taxRate) : 100);
  const taxExclusiveTotalAmount = rules.taxInclusive ? totalAmount.minus(taxAmount) : totalAmount;
  return {
    soldPrice,
    totalDiscount: discount.times(line.quantity),
    totalAmount,
    taxAmount,
    taxExclusiveTotalAmount,
    effectiveAmount: totalAmount,
  };
}
