import type { Shop } from '../state/shop.ts';
import { Big, sum, wireNumber } from '../wire/money.ts';
import type { FieldError } from '../wire/refusal.ts';
import type { Sale, SaleLine } from './sale.ts';

interface ReturnedLine {
  invoiceItemValue: number | null;
  title: string | null;
  quantity: number;
}

interface Returning {
  referenceInvoiceId: number | null;
  invoiceLineItems: ReturnedLine[];
}

/** A custom line has no product; its title is all there is to recognise it by. */
function sameGoods(line: SaleLine, returned: ReturnedLine): boolean {
  if (line.quantity < 0) return false;
  return returned.invoiceItemValue === null ? line.title === returned.title : line.invoiceItemValue === returned.invoiceItemValue;
}

function original(shop: Shop, sale: Returning): Sale | undefined {
  return shop.sales.find((other) => other.id === sale.referenceInvoiceId);
}

function back(sale: Returning): ReturnedLine[] {
  return sale.invoiceLineItems.filter((line) => line.quantity < 0);
}

/** More comes back than was sold and not yet returned. */
export function returnProblems(shop: Shop, sale: Returning): FieldError[] {
  const sold = original(shop, sale);
  if (!sold) return [];
  return back(sale).flatMap((returned) => {
    const lines = sold.invoiceLineItems.filter((line) => sameGoods(line, returned));
    const left = sum(lines.map((line) => new Big(line.quantity).minus(line.refundedQuantity)));
    if (left.gte(-returned.quantity)) return [];
    return [{ field: 'invoiceLineItems', message: `Sale ${sold.number} has ${left.toString()} of "${returned.title ?? ''}" left to return.` }];
  });
}

/** Notes on the original how much of each line came back (`sign` 1), or that it did not after all (-1). */
export function noteReturns(shop: Shop, sale: Sale, sign: 1 | -1): Sale | undefined {
  const sold = original(shop, sale);
  if (!sold) return undefined;
  for (const returned of back(sale)) {
    let open = new Big(returned.quantity).abs();
    for (const line of sold.invoiceLineItems.filter((candidate) => sameGoods(candidate, returned))) {
      const room = sign === 1 ? new Big(line.quantity).minus(line.refundedQuantity) : new Big(line.refundedQuantity);
      const taken = open.lt(room) ? open : room;
      line.refundedQuantity = wireNumber(new Big(line.refundedQuantity).plus(taken.times(sign)));
      open = open.minus(taken);
    }
  }
  return sold;
}
