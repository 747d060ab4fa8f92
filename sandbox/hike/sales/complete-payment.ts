import type { Desk } from '../state/desk.ts';
import type { Register } from '../state/shop.ts';
import type { Sale, SalePayment } from './sale.ts';
import type { SalePaymentBody } from './sale-body.ts';

interface Till {
  register: Register;
  transactionDate: string;
  before: Sale | undefined;
}

/** A payment with the place and time it was taken, where the caller left them out. */
export function completePayment(desk: Desk, payment: SalePaymentBody, till: Till): SalePayment {
  const type = desk.shop.paymentTypes.find((other) => other.id === payment.paymentOptionId);
  const kept = till.before?.invoicePayments.find((other) => other.id === payment.id);
  return {
    ...payment,
    id: kept?.id ?? desk.state.nextId('salePayment'),
    paymentOptionName: type?.payment_name ?? payment.paymentOptionName,
    paymentOptionType: type?.payment_option_type ?? payment.paymentOptionType,
    tenderedAmount: payment.tenderedAmount ?? payment.amount,
    outletId: payment.outletId ?? till.register.outletID,
    registerId: payment.registerId ?? till.register.id,
    registerClosureId: payment.registerClosureId ?? till.register.registerClosureId,
    paymentDate: payment.paymentDate ?? till.transactionDate,
    creationTime: kept?.creationTime ?? desk.now().toISOString(),
  };
}
