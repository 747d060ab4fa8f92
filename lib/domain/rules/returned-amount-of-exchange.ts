import { negate, sum, zero, type Money } from '../money';
import type { Sale } from '../sale';

/** What came back in an exchange, tax included and positive; nothing on any other sale, where a negative line lessens the sale itself. */
export const returnedAmountOfExchange = ({ status, lines, taxInclusive, currency }: Pick<Sale, 'status' | 'lines' | 'taxInclusive' | 'currency'>): Money => {
  if (status !== 'Exchange') return zero(currency);
  const returned = lines.filter(({ quantity }) => quantity < 0);
  return negate(sum(returned.flatMap(({ total, tax }) => (taxInclusive ? [total] : [total, tax])), currency));
};
