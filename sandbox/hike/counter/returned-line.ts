import type { Sale, SaleLine } from '../sales/sale.ts';
import { Big, sum, wireNumber } from '../wire/money.ts';
import type { CounterReturn } from './counter-input.ts';
import { findLine } from './find-things.ts';

/** What is still to come back of a sale: all of it, or the lines that the counter names. */
export function linesToReturn(sale: Sale, named: CounterReturn[] | undefined): { line: SaleLine; quantity: Big }[] {
  const open = (line: SaleLine) => new Big(line.quantity).minus(line.refundedQuantity);
  const wanted = named?.map(({ lineId, quantity }) => {
    const line = findLine(sale, lineId);
    return { line, quantity: quantity === undefined ? open(line) : new Big(quantity) };
  });
  return wanted ?? sale.invoiceLineItems.filter((line) => open(line).gt(0)).map((line) => ({ line, quantity: open(line) }));
}

/** The whole-sale discount in percent, which the till derives from a flat one. */
export function wholeSalePercent(sale: Sale): Big {
  if (sale.discountIsAsPercentage) return new Big(sale.discountValue);
  const effective = sum(sale.invoiceLineItems.map((line) => new Big(line.effectiveAmount)));
  return effective.eq(0) ? new Big(0) : new Big(sale.discountValue).times(100).div(effective);
}

/** A line going back at the price, discount and tax it was sold with. */
export function returnedLine(line: SaleLine, quantity: Big) {
  return {
    invoiceItemType: line.invoiceItemType,
    invoiceItemValue: line.invoiceItemValue,
    invoiceItemValueParent: line.invoiceItemValueParent,
    title: line.title,
    sku: line.sku,
    barcode: line.barcode,
    itemCost: line.itemCost,
    retailPrice: line.retailPrice,
    quantity: wireNumber(quantity.times(-1)),
    discountIsAsPercentage: line.discountIsAsPercentage,
    discountValue: line.discountValue,
    taxId: line.taxId,
    actionType: 'Refund',
  };
}
