import { Big, sum } from '../wire/money.ts';

interface PaymentFigures {
  amount: number;
  tenderedAmount?: number | null | undefined;
  isPaid: boolean;
  isDeleted: boolean;
}

export interface PaymentAmounts {
  totalPaid: Big;
  totalTender: Big;
  changeAmount: Big;
}

export function paymentAmounts(payments: PaymentFigures[]): PaymentAmounts {
  const counted = payments.filter((payment) => payment.isPaid && !payment.isDeleted);
  const totalPaid = sum(counted.map((payment) => new Big(payment.amount)));
  const totalTender = sum(counted.map((payment) => new Big(payment.tenderedAmount ?? payment.amount)));
  return { totalPaid, totalTender, changeAmount: totalTender.minus(totalPaid) };
}
