import type { Register, Shop } from '../state/shop.ts';
import { Big } from '../wire/money.ts';
import type { CounterPayment } from './counter-input.ts';
import { findPaymentType } from './find-things.ts';

/** Source of what the vendor's till takes on a tablet. */
export const FROM_TILL = 1;

interface Due {
  register: Register;
  amount: Big;
  at: string;
}

/** Tenders at the till, in order; one without an amount takes what remains. */
export function paymentsToTake(shop: Shop, given: CounterPayment[], due: Due) {
  let remaining = due.amount;
  return given.map((payment) => {
    const type = findPaymentType(shop, payment.type);
    const amount = payment.amount === undefined ? remaining : new Big(payment.amount);
    remaining = remaining.minus(amount);
    return {
      paymentOptionId: type.id,
      paymentOptionName: type.payment_name,
      paymentOptionType: type.payment_option_type,
      amount: amount.toNumber(),
      tenderedAmount: payment.tendered ?? amount.toNumber(),
      outletId: due.register.outletID,
      registerId: due.register.id,
      registerClosureId: due.register.registerClosureId,
      paymentDate: due.at,
      paymentFrom: FROM_TILL,
      servedBy: shop.users[0]?.name,
      creatorUserId: shop.users[0]?.id,
    };
  });
}
