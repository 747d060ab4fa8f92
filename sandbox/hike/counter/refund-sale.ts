import type { Sale } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';
import { Refusal } from '../wire/refusal.ts';
import type { CounterPayment, Refund } from './counter-input.ts';
import { findRegister } from './find-things.ts';
import { recordAtTill } from './record-at-till.ts';
import { linesToReturn, returnedLine, wholeSalePercent } from './returned-line.ts';

/** Money goes back the way it came; a sale that was never paid gives cash. */
function sameTender(sale: Sale): CounterPayment[] {
  return [{ type: sale.invoicePayments.find((payment) => !payment.isDeleted)?.paymentOptionName ?? 'Cash' }];
}

/** A refund is a sale of its own: negative quantities, and the original's id. */
export function refundSale(desk: Desk, sale: Sale, refund: Refund): Sale {
  if (sale.status !== 'Completed' && sale.status !== 'Exchange' && sale.status !== 'OnAccount')
    throw Refusal.invalid([{ field: 'status', message: `A sale with status ${sale.status} cannot be refunded.` }]);
  const back = linesToReturn(sale, refund.lines);
  if (back.length === 0) throw Refusal.invalid([{ field: 'lines', message: `Nothing of sale ${sale.number} is left to return.` }]);
  const whole = refund.lines === undefined && sale.invoiceLineItems.every((line) => line.refundedQuantity === 0);
  const shipping = refund.shipping ?? whole;
  return recordAtTill(desk, {
    register: findRegister(desk.shop, refund.register ?? sale.registerId),
    at: refund.at,
    draft: {
      status: 'Refunded',
      referenceInvoiceId: sale.id,
      referenceNote: `Refund of ${sale.number}`,
      note: refund.note,
      customerId: sale.customerId,
      customerGroupDiscount: sale.customerGroupDiscount,
      isReStockWhenRefund: refund.restock,
      discountIsAsPercentage: true,
      discountValue: wholeSalePercent(sale).toNumber(),
      totalShippingCost: shipping ? -sale.totalShippingCost : 0,
      shippingTaxAmount: shipping ? -sale.shippingTaxAmount : 0,
      shippingTaxId: shipping ? sale.shippingTaxId : null,
      roundingAmount: whole ? -sale.roundingAmount : 0,
      invoiceLineItems: back.map(({ line, quantity }) => returnedLine(line, quantity)),
    },
    payments: () => refund.payments ?? sameTender(sale),
  });
}
