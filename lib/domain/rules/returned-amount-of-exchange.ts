import { negate, sum, zero, type Money } from '../money';
import type { Sale } from '../sale';

type Exchanged = Pick<Sale, 'status' | 'lines' | 'taxInclusive' | 'currency' | 'originalSaleId'>;

/** One that was voided says so, and is told by its original: a negative line of another sale has none. */
export const isExchange = ({ status, originalSaleId, lines }: Pick<Exchanged, 'status' | 'originalSaleId' | 'lines'>): boolean =>
  status === 'Exchange' || (status === 'Voided' && originalSaleId !== null && lines.some(({ quantity }) => quantity < 0));

/** What came back in an exchange, tax included and positive; nothing on any other sale, where a negative line lessens the sale itself. */
export const returnedAmountOfExchange = (sale: Exchanged): Money => {
  const { lines, taxInclusive, currency } = sale;
  if (!isExchange(sale)) return zero(currency);
  const returned = lines.filter(({ quantity }) => quantity < 0);
  return negate(sum(returned.flatMap(({ total, tax }) => (taxInclusive ? [total] : [total, tax])), currency));
};
