import { z } from 'zod';
import { subtract } from '../../money';
import type { Order } from '../../order';
import type { Sale, SalePayment } from '../../sale';
import { formatMoney } from '../../views/format-money';

/**
 * What an import made of an order's tax and payments, kept with its link: both go through mappings that may be others by
 * now, so that neither side can be computed from the other.
 */
export const ImportTerms = z.object({
  orderTax: z.int(),
  saleTax: z.int(),
  paymentMethod: z.string(),
  /** Types and amounts, to compare; a name may be changed in Hike. */
  payments: z.string(),
  /** The same for people. */
  paidBy: z.string(),
});
export type ImportTerms = z.infer<typeof ImportTerms>;

export type TaxedSale = Pick<Sale, 'totalTax'> & { payments: readonly Pick<SalePayment, 'typeId' | 'name' | 'amount'>[] };

export const orderTax = ({ total }: Pick<Order, 'total'>) => subtract(total.incTax, total.exTax);

const inOrder = ({ payments }: TaxedSale) => [...payments].sort((a, b) => a.typeId - b.typeId || a.amount.minor - b.amount.minor);

export const importTerms = (order: Pick<Order, 'total' | 'paymentMethod'>, sale: TaxedSale): ImportTerms => ({
  orderTax: orderTax(order).minor,
  saleTax: sale.totalTax.minor,
  paymentMethod: order.paymentMethod,
  payments: inOrder(sale).map(({ typeId, amount }) => `${typeId}:${amount.minor}`).join(','),
  paidBy: inOrder(sale).map(({ name, amount }) => `${name} ${formatMoney(amount)}`).join(', ') || 'nobody',
});
