import type { OrderDraft } from '../../order';
import type { Sale } from '../../sale';
import { bigcommerceOrderFromHikeSale, type SendContext } from '../bigcommerce-order-from-hike-sale';

export type ExpectedOrder =
  | ({ kind: 'order' } & Pick<OrderDraft, 'total' | 'statusId' | 'lines' | 'shipping' | 'discount' | 'paymentMethod'>)
  /** There should be one, but a problem stands in its way; the sync log names it. */
  | { kind: 'refused' }
  /** By rule, or because it changes the order of an earlier sale. One from before the start date may have been sent while that was another. */
  | { kind: 'none'; reason: string; isBeforeStart: boolean };

export type ExpectContext = Pick<SendContext, 'settings' | 'profile' | 'importedFrom' | 'laterSales'>;

const IS_REFUND = 'The sale is a refund, which changes the order of the sale that it goes back to.';

/** What BigCommerce should hold of a sale now, whatever became of it on the way. */
export const expectedOrderOfSale = (sale: Sale, context: ExpectContext): ExpectedOrder => {
  // Neither links nor customer nor till change an amount, a payment or a status.
  const decision = bigcommerceOrderFromHikeSale(sale, { ...context, variants: new Map(), customer: null, registerName: null });
  switch (decision.kind) {
    case 'create': {
      const { total, statusId, lines, shipping, discount, paymentMethod } = decision.draft;
      return { kind: 'order', total, statusId, lines, shipping, discount, paymentMethod };
    }
    case 'refuse':
      return { kind: 'refused' };
    case 'left-out':
    case 'refund':
      return { kind: 'none', reason: decision.kind === 'refund' ? IS_REFUND : decision.reason, isBeforeStart: sale.transactionDate < (context.settings.startDate ?? '') };
  }
};
