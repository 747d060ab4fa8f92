import { describe, expect, test } from 'vitest';
import { lineAmounts } from './line-amounts.ts';
import { saleAmounts, type HeaderFigures } from './sale-amounts.ts';

const rules = { taxInclusive: true, decimals: 2, customerGroupDiscount: 0 };
const plainLine = { quantity: 1, discountIsAsPercentage: true, discountValue: 0 };
const plainHeader: HeaderFigures = {
  taxInclusive: true,
  applyTaxAfterDiscount: true,
  discountIsAsPercentage: true,
  discountValue: 0,
  tipIsAsPercentage: false,
  tipValue: 0,
  totalShippingCost: 0,
  shippingTaxAmount: 0,
  roundingAmount: 0,
};

describe('a line', () => {
  test('takes the group discount first and the own discount from what remains', () => {
    const line = lineAmounts({ ...plainLine, retailPrice: 100, discountValue: 10 }, 10, { ...rules, customerGroupDiscount: 20 });
    expect(line.soldPrice.toNumber()).toBe(72);
  });

  test('rounds half a cent away from zero, also when it goes back', () => {
    const sold = lineAmounts({ ...plainLine, retailPrice: 0.05, quantity: 0.5 }, 0, rules);
    const back = lineAmounts({ ...plainLine, retailPrice: 0.05, quantity: -0.5 }, 0, rules);
    expect([sold.totalAmount.toNumber(), back.totalAmount.toNumber()]).toEqual([0.03, -0.03]);
  });

  test('is never discounted below nothing', () => {
    expect(lineAmounts({ ...plainLine, retailPrice: 5, discountIsAsPercentage: false, discountValue: 9 }, 10, rules).soldPrice.toNumber()).toBe(0);
  });
});

describe('a header', () => {
  const exclusiveLine = lineAmounts({ ...plainLine, retailPrice: 100 }, 8.25, { ...rules, taxInclusive: false });
  const inclusiveLine = lineAmounts({ ...plainLine, retailPrice: 110 }, 10, rules);

  test('of a tax-inclusive sale shows its sub-total after the whole-sale discount', () => {
    const amounts = saleAmounts({ ...plainHeader, discountValue: 10 }, [inclusiveLine], 2);
    expect([amounts.subTotal, amounts.totalDiscount, amounts.totalTax, amounts.netAmount].map(Number)).toEqual([90, 11, 9, 99]);
  });

  test('of a tax-exclusive sale shows its sub-total before it', () => {
    const amounts = saleAmounts({ ...plainHeader, taxInclusive: false, discountValue: 10 }, [exclusiveLine], 2);
    expect([amounts.subTotal, amounts.totalDiscount, amounts.totalTax, amounts.netAmount].map(Number)).toEqual([100, 10, 7.425, 97.43]);
  });

  test('turns a flat discount into a share of the lines', () => {
    const amounts = saleAmounts({ ...plainHeader, discountIsAsPercentage: false, discountValue: 11 }, [inclusiveLine], 2);
    expect(amounts.netAmount.toNumber()).toBe(99);
  });

  test('adds shipping with its tax inside, the tip and the rounding', () => {
    const amounts = saleAmounts({ ...plainHeader, totalShippingCost: 11, shippingTaxAmount: 1, totalTip: 2, roundingAmount: 0.02 }, [inclusiveLine], 2);
    expect([amounts.netAmount, amounts.totalTax].map(Number)).toEqual([123.02, 11]);
  });
});
