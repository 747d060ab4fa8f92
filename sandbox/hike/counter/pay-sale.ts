import { recordSale } from '../sales/record-sale.ts';
import type { Sale } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';
import { Big } from '../wire/money.ts';
import { Refusal } from '../wire/refusal.ts';
import { saleBody } from '../sales/sale-body.ts';
import { parseBody } from '../wire/parse-body.ts';
import type { Pay } from './counter-input.ts';
import { findRegister } from './find-things.ts';
import { paymentsToTake } from './payments-to-take.ts';

const OPEN: ReadonlySet<Sale['status']> = new Set(['Parked', 'LayBy', 'OnAccount', 'BackOrder', 'Quote']);

/** Takes payments on an open sale; paid in full it completes, on the date it was rung up. */
export function paySale(desk: Desk, sale: Sale, pay: Pay): Sale {
  if (!OPEN.has(sale.status)) throw Refusal.invalid([{ field: 'status', message: `A sale with status ${sale.status} takes no payments.` }]);
  const register = findRegister(desk.shop, pay.register ?? sale.registerId);
  const outstanding = new Big(sale.netAmount).minus(sale.totalPaid);
  const at = desk.now().toISOString();
  const taken = paymentsToTake(desk.shop, pay.payments, { register, amount: outstanding, at });
  const left = taken.reduce((rest, payment) => rest.minus(payment.amount), outstanding);
  const complete = pay.complete ?? left.eq(0);
  const body = parseBody(saleBody, {
    ...sale,
    totalPaid: null,
    totalTender: null,
    changeAmount: null,
    status: complete ? 'Completed' : sale.status,
    finalizeDate: complete ? at : null,
    invoicePayments: [...sale.invoicePayments, ...taken],
  });
  return recordSale(desk, body).sale;
}
