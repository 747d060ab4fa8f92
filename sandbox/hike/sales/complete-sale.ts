import type { Desk } from '../state/desk.ts';
import type { SaleStatus } from '../state/sale-status.ts';
import type { Register } from '../state/shop.ts';
import { wireNumber } from '../wire/money.ts';
import { Refusal } from '../wire/refusal.ts';
import { completeLine } from './complete-line.ts';
import { completePayment } from './complete-payment.ts';
import type { Sale } from './sale.ts';
import type { SaleBody } from './sale-body.ts';
import type { SaleFigures } from './sale-figures.ts';

interface Filling {
  status: SaleStatus;
  figures: SaleFigures;
  before: Sale | undefined;
}

/** Statuses under which the goods and the money have changed hands for good. */
const FINALIZED: ReadonlySet<SaleStatus> = new Set(['Completed', 'Refunded', 'Exchange']);

function nextNumber(register: Register): string {
  const number = `${register.prefix}${String(register.receiptNumber)}${register.suffix}`;
  register.receiptNumber += 1;
  return number;
}

function people(desk: Desk, sale: SaleBody) {
  const customer = desk.shop.customers.find((other) => other.id === sale.customerId);
  const user = desk.shop.users.find((other) => other.id === sale.servedBy);
  const fullName = customer && [customer.first_name, customer.last_name].filter(Boolean).join(' ');
  return {
    customerId: customer?.id ?? null,
    customerName: fullName ?? sale.customerName,
    customerGroupId: customer?.customer_group_id ?? sale.customerGroupId,
    customerEmailId: customer?.email ?? null,
    customerPhone: customer?.phone ?? null,
    servedByName: user?.name ?? sale.servedByName,
  };
}

function totals(sale: SaleBody, { header, payments }: SaleFigures) {
  return {
    totalTip: wireNumber(header.totalTip),
    subTotal: sale.subTotal ?? wireNumber(header.subTotal),
    totalDiscount: sale.totalDiscount ?? wireNumber(header.totalDiscount),
    totalTax: sale.totalTax ?? wireNumber(header.totalTax),
    netAmount: wireNumber(header.netAmount),
    totalPaid: wireNumber(payments.totalPaid),
    totalTender: wireNumber(payments.totalTender),
    changeAmount: wireNumber(payments.changeAmount),
  };
}

function dates(desk: Desk, sale: SaleBody, { status, before }: Filling) {
  const now = desk.now().toISOString();
  const transactionDate = sale.transactionDate ?? before?.transactionDate ?? now;
  const finalized = sale.finalizeDate ?? before?.finalizeDate ?? (before ? now : transactionDate);
  return {
    transactionDate,
    finalizeDate: FINALIZED.has(status) ? finalized : (sale.finalizeDate ?? null),
    creationTime: before?.creationTime ?? now,
    lastModificationTime: now,
  };
}

/** The sale as Hike keeps and answers it. Call it only when nothing speaks against the sale. */
export function completeSale(desk: Desk, sale: SaleBody, filling: Filling): Sale {
  const { before, figures } = filling;
  const register = desk.shop.registers.find((other) => other.id === sale.registerId);
  if (!register) throw Refusal.notFound(`Register ${sale.registerId}`);
  const id = before?.id ?? desk.state.nextId('sale');
  const when = dates(desk, sale, filling);
  return {
    ...sale,
    ...people(desk, sale),
    ...totals(sale, figures),
    ...when,
    id,
    status: filling.status,
    number: sale.number ?? before?.number ?? nextNumber(register),
    barcode: sale.barcode ?? before?.barcode ?? `#${1_000_000 + id}`,
    currency: desk.shop.currency,
    registerName: register.name,
    registerClosureId: before?.registerClosureId ?? register.registerClosureId,
    invoiceLineItems: sale.invoiceLineItems.map((line, index) => {
      const amounts = figures.lines[index];
      if (!amounts) throw new Error(`Line ${index} of sale ${id} has no figures.`);
      return completeLine(desk, line, { index, outletId: sale.outletId, amounts, before });
    }),
    invoicePayments: sale.invoicePayments.map((payment) => completePayment(desk, payment, { register, transactionDate: when.transactionDate, before })),
  };
}
