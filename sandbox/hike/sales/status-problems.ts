import type { SaleStatus } from '../state/sale-status.ts';
import { Big } from '../wire/money.ts';
import type { FieldError } from '../wire/refusal.ts';
import type { Sale } from './sale.ts';
import type { SaleBody } from './sale-body.ts';

/** Nothing follows these; what was sold and is given back becomes a sale of its own. */
const FINAL: ReadonlySet<SaleStatus> = new Set(['Voided', 'Refunded', 'RefundedAndDiscard', 'RefundedAndDiscardBO']);

const MUST_BE_PAID: ReadonlySet<SaleStatus> = new Set(['Completed', 'Refunded', 'Exchange']);

function quantityProblems(sale: SaleBody, status: SaleStatus): FieldError[] {
  const quantities = sale.invoiceLineItems.map((line) => line.quantity);
  const field = 'invoiceLineItems';
  if (quantities.some((quantity) => quantity === 0)) return [{ field, message: 'A line has no quantity.' }];
  if (quantities.some((quantity) => !new Big(quantity).round(4).eq(quantity)))
    return [{ field, message: 'A quantity has at most four decimals.' }];
  const back = quantities.filter((quantity) => quantity < 0).length;
  if (status === 'Refunded' && back < quantities.length) return [{ field, message: 'A refund has negative quantities only.' }];
  if (status === 'Exchange' && back === 0) return [{ field, message: 'An exchange has at least one negative line.' }];
  if (status !== 'Refunded' && status !== 'Exchange' && status !== 'Voided' && back > 0)
    return [{ field, message: 'Only a refund or an exchange has negative quantities.' }];
  return [];
}

function paidProblems(sale: SaleBody, status: SaleStatus, paid: Big): FieldError[] {
  const due = new Big(sale.netAmount);
  const field = 'invoicePayments';
  if (MUST_BE_PAID.has(status) && !paid.eq(due))
    return [{ field, message: `A sale with status ${status} is settled in full: ${paid.toString()} of ${due.toString()} is paid.` }];
  if (paid.abs().gt(due.abs())) return [{ field, message: `${paid.toString()} is paid, but only ${due.toString()} is due.` }];
  return [];
}

interface Change {
  status: SaleStatus;
  paid: Big;
  /** The sale as it is now, if this is an update. */
  before: Sale | undefined;
}

/** What a status demands of a sale, and which status may follow which. */
export function statusProblems(sale: SaleBody, { status, paid, before }: Change): FieldError[] {
  if (before && FINAL.has(before.status)) return [{ field: 'status', message: `A sale with status ${before.status} does not change any more.` }];
  if (before?.status === 'Completed' && status !== 'Completed' && status !== 'Voided')
    return [{ field: 'status', message: 'A completed sale can only be voided; a return is a sale of its own.' }];
  if (status === 'Voided' && before?.invoiceLineItems.some((line) => line.refundedQuantity > 0))
    return [{ field: 'status', message: 'A sale of which something was returned cannot be voided.' }];
  return [...quantityProblems(sale, status), ...paidProblems(sale, status, paid)];
}
