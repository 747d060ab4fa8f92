import type { Shop } from '../state/shop.ts';
import { Big } from '../wire/money.ts';
import type { FieldError } from '../wire/refusal.ts';
import type { SaleBody } from './sale-body.ts';
import type { SaleFigures } from './sale-figures.ts';

/** Cash rounding never moves a total by more than this; a larger "rounding" hides a mistake. */
const LARGEST_ROUNDING = 0.05;

/** Figures that Hike leaves unrounded (tax, and what is derived from it) may come rounded to the cent. */
const HALF_A_CENT = new Big('0.005');

type Stated = number | null | undefined;

function differs(stated: Stated, computed: Big, tolerance: Big): boolean {
  if (stated === undefined || stated === null) return false;
  return new Big(stated).minus(computed).abs().gt(tolerance);
}

function compare(field: string, stated: Stated, expectation: { computed: Big; tolerance: Big }): FieldError[] {
  if (!differs(stated, expectation.computed, expectation.tolerance)) return [];
  return [{ field, message: `It is ${stated}, but ${expectation.computed.round(4).toString()} follows from the sale.` }];
}

function lineProblems(sale: SaleBody, figures: SaleFigures): FieldError[] {
  const exact = new Big(0);
  return sale.invoiceLineItems.flatMap((line, index) => {
    const computed = figures.lines[index];
    if (!computed) return [];
    const at = `invoiceLineItems[${index}]`;
    return [
      ...compare(`${at}.soldPrice`, line.soldPrice, { computed: computed.soldPrice, tolerance: exact }),
      ...compare(`${at}.totalAmount`, line.totalAmount, { computed: computed.totalAmount, tolerance: exact }),
      ...compare(`${at}.effectiveAmount`, line.effectiveAmount, { computed: computed.effectiveAmount, tolerance: exact }),
      ...compare(`${at}.totalDiscount`, line.totalDiscount, { computed: computed.totalDiscount, tolerance: HALF_A_CENT }),
      ...compare(`${at}.taxAmount`, line.taxAmount, { computed: computed.taxAmount, tolerance: HALF_A_CENT }),
      ...compare(`${at}.taxExclusiveTotalAmount`, line.taxExclusiveTotalAmount, { computed: computed.taxExclusiveTotalAmount, tolerance: HALF_A_CENT }),
    ];
  });
}

function shippingProblems(shop: Shop, sale: SaleBody): FieldError[] {
  const tax = shop.taxes.find((other) => other.id === sale.shippingTaxId);
  const cost = new Big(sale.totalShippingCost);
  if (tax) {
    const computed = cost.times(tax.rate).div(new Big(100).plus(tax.rate));
    return compare('shippingTaxAmount', sale.shippingTaxAmount, { computed, tolerance: HALF_A_CENT });
  }
  if (new Big(sale.shippingTaxAmount).abs().gt(cost.abs()))
    return [{ field: 'shippingTaxAmount', message: 'Shipping tax is part of the shipping cost and cannot exceed it.' }];
  return [];
}

/** Money that does not follow from the lines, the shipping, the rounding and the payments of a sale. */
export function moneyProblems(shop: Shop, sale: SaleBody, figures: SaleFigures): FieldError[] {
  const exact = new Big(0);
  // Each line may have been rounded on its own, so the sums may differ by half a cent a line.
  const summed = HALF_A_CENT.times(sale.invoiceLineItems.length + 1);
  const { header, payments } = figures;
  const problems = [
    ...lineProblems(sale, figures),
    ...shippingProblems(shop, sale),
    ...compare('subTotal', sale.subTotal, { computed: header.subTotal, tolerance: summed }),
    ...compare('totalDiscount', sale.totalDiscount, { computed: header.totalDiscount, tolerance: summed }),
    ...compare('totalTax', sale.totalTax, { computed: header.totalTax, tolerance: summed }),
    ...compare('netAmount', sale.netAmount, { computed: header.netAmount, tolerance: exact }),
    ...compare('totalPaid', sale.totalPaid, { computed: payments.totalPaid, tolerance: exact }),
    ...compare('totalTender', sale.totalTender, { computed: payments.totalTender, tolerance: exact }),
    ...compare('changeAmount', sale.changeAmount, { computed: payments.changeAmount, tolerance: exact }),
  ];
  if (Math.abs(sale.roundingAmount) > LARGEST_ROUNDING)
    problems.push({ field: 'roundingAmount', message: `Rounding is at most ${LARGEST_ROUNDING}.` });
  if (sale.otherCharges !== 0)
    problems.push({ field: 'otherCharges', message: 'Other charges are not part of the net amount; send them as a custom line.' });
  return problems;
}
