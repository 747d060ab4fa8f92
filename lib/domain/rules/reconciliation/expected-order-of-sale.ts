import type { Money } from '../../money';
import type { OrderStatusId } from '../../order';
import type { Sale } from '../../sale';
import { bigcommerceOrderFromHikeSale, type SendContext } from '../bigcommerce-order-from-hike-sale';

export type ExpectedOrder =
  | { kind: 'order'; total: Money; statusId: OrderStatusId }
  /** There should be one, but a problem stands in its way; the sync log names it. */
  | { kind: 'refused' }
  /** By rule, or because it changes the order of an earlier sale. */
  | { kind: 'none' };

export type ExpectContext = Pick<SendContext, 'settings' | 'profile' | 'importedFrom' | 'laterSales'>;

/** What BigCommerce should hold of a sale now, whatever became of it on the way. */
export const expectedOrderOfSale = (sale: Sale, context: ExpectContext): ExpectedOrder => {
  // Neither links nor customer nor till change a total or a status.
  const decision = bigcommerceOrderFromHikeSale(sale, { ...context, variants: new Map(), customer: null, registerName: null });
  if (decision.kind === 'create') return { kind: 'order', total: decision.draft.total.incTax, statusId: decision.draft.statusId };
  return { kind: decision.kind === 'refuse' ? 'refused' : 'none' };
};
