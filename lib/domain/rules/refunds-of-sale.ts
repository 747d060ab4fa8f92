import type { Instant } from '../instant';
import { negate, zero, type Money } from '../money';
import type { Sale } from '../sale';
import { orderStatusFromSale } from './order-status-from-sale';
import { returnedAmountOfExchange } from './returned-amount-of-exchange';

export interface SaleRefund {
  id: Sale['id'];
  number: string;
  at: Instant;
  /** Positive. */
  amount: Money;
}

const returnedAmount = (sale: Sale): Money => {
  const { kind } = orderStatusFromSale(sale);
  return kind === 'refund' ? negate(sale.net) : kind === 'exchange' ? returnedAmountOfExchange(sale) : zero(sale.currency);
};

/** All that went back on a sale, oldest first, each sale once; voided refunds count for nothing. */
export const refundsOfSale = (original: Pick<Sale, 'id' | 'currency'>, sales: readonly Sale[]): SaleRefund[] =>
  [...new Map(sales.map((sale) => [sale.id, sale])).values()]
    .filter(({ originalSaleId }) => originalSaleId === original.id)
    .map((sale) => ({ id: sale.id, number: sale.number, at: sale.transactionDate, amount: returnedAmount(sale) }))
    .filter(({ amount }) => amount.minor > 0)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id - b.id);
