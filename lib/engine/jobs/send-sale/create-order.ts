import type { OrderId, ProductId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Order, OrderDraft } from '../../../domain/order';
import { orderWithoutProducts, productsOfDraft } from '../../../domain/rules/order-without-products';
import { isForStock, orderWithoutStock } from '../../../domain/rules/order-without-stock';
import { RefusedByVendor } from '../../ports/failures';
import { PRIORITY } from '../../priorities';
import type { DirtyRow, Link, SeenSale } from '../../ports/tables';
import { findGone } from '../catalogue/find-gone';
import { createOnce, endIntent } from '../create-once';
import { entryOf } from '../entry-of';
import type { JobContext } from '../job';
import { noteOwnOrder } from '../stock/note-own-order';
import { saleSubject } from './sale-subject';

interface NewOrder {
  row: DirtyRow;
  seen: SeenSale;
  draft: OrderDraft;
  /** Its returned lines also refund the order of an earlier sale. */
  isExchange: boolean;
}

interface MadeOrder {
  id: OrderId;
  /** As BigCommerce tells it, when it was made earlier: then perhaps of the sale as it was before. */
  found: Order | null;
  /** As it was sent; what was found may have been sent otherwise. */
  sent: OrderDraft;
  /** Products of its sale that BigCommerce no longer has. */
  gone: readonly ProductId[];
}

export const createOrder = async (context: JobContext, wanted: NewOrder): Promise<void> => {
  const outcome = await createOnce<MadeOrder>(context, {
    kind: 'order',
    key: wanted.row.id,
    reference: wanted.row.id,
    knownSince: wanted.seen.sale.transactionDate,
    create: () => make(context, wanted.draft),
    lookUp: async () => {
      const [found] = (await context.bigcommerce.orders.listBySale(wanted.draft.saleId)).sort((a, b) => a.id - b.id);
      return found === undefined ? null : { id: found.id, found, sent: wanted.draft, gone: [] };
    },
  });
  if (outcome.kind === 'checking') await recordChecking(context, wanted, outcome.nextLook);
  else await recordCreated(context, wanted, outcome.remote);
};

const make = async (context: JobContext, draft: OrderDraft): Promise<MadeOrder> => {
  const { orders } = context.bigcommerce;
  try {
    return { id: await orders.create(draft), found: null, sent: draft, gone: [] };
  } catch (error) {
    const other = error instanceof RefusedByVendor ? await otherOrder(context, draft, error.reason) : null;
    if (other === null) throw error;
    return { id: await orders.create(other.sent), found: null, ...other };
  }
};

/** What was sold at the till was there, whatever BigCommerce has of it. */
const otherOrder = async (context: JobContext, draft: OrderDraft, reason: string): Promise<Pick<MadeOrder, 'sent' | 'gone'> | null> => {
  if (isForStock(reason)) {
    const sent = orderWithoutStock(draft);
    return sent === null ? null : { sent, gone: [] };
  }
  const gone = await findGone(context, productsOfDraft(draft));
  return gone.length === 0 ? null : { sent: orderWithoutProducts(draft, new Set(gone)), gone };
};

const recordChecking = (context: JobContext, { row, seen }: NewOrder, nextLook: Instant): Promise<void> =>
  context.record('order-checking', async (tables) => {
    await tables.sales.save(context.storeHash, { ...seen, state: 'checking' }, context.now());
    await tables.dirty.postpone(context.storeHash, row, nextLook);
    const message = 'BigCommerce’s answer was lost; we look whether the order is there before anything is repeated.';
    const entry = entryOf(context, { row, subject: saleSubject(seen.sale), outcome: { result: 'checking', message, nextTryAt: nextLook } });
    await tables.entries.record(context.storeHash, entry);
  });

const recordCreated = (context: JobContext, { row, seen, draft, isExchange }: NewOrder, { id: orderId, found, sent, gone }: MadeOrder): Promise<void> =>
  context.record('order-created', async (tables) => {
    const { storeHash } = context;
    await endIntent(context, tables, { kind: 'order', key: row.id, reference: row.id, remoteId: String(orderId) });
    const isAsWanted = found === null || isMadeOf(found, draft);
    const facts = isAsWanted ? factsOf(draft, seen) : { number: seen.sale.number };
    await tables.links.save(storeHash, { thing: 'order', bigcommerceId: String(orderId), hikeId: row.id, origin: 'hike', facts }, context.now());
    await tables.sales.save(storeHash, { ...seen, orderId, state: 'sent' }, context.now());
    await noteOwnOrder(context, tables, sent);
    await tables.dirty.settle(storeHash, row);
    // What was refunded before it was sent had no order to change; whoever tried both again did so in any order.
    const refunds = await tables.sales.listByOriginal(storeHash, seen.sale.id);
    const followUps = [...(isAsWanted ? [] : [row.id]), ...(isExchange && seen.sale.originalSaleId !== null ? [String(seen.sale.originalSaleId)] : []), ...refunds.map(({ id }) => String(id))];
    for (const id of followUps) await tables.dirty.mark(storeHash, { thing: 'sale', id, priority: PRIORITY.sale, notBefore: context.now(), trigger: 'follow-up' });
    await tables.dirty.markMany(storeHash, gone.map((id) => ({ thing: 'store-product', id: String(id), priority: PRIORITY.product, notBefore: context.now(), trigger: 'follow-up' })));
    const outcome = { result: 'done', message: `Sent as order ${orderId}.${differenceOf({ sent, gone }, draft)}` } as const;
    await tables.entries.record(storeHash, entryOf(context, { row, subject: saleSubject(seen.sale, String(orderId)), outcome }));
  });

const SOLD_OUT = ' BigCommerce shows fewer in stock than were sold, so its lines name the products and take nothing from their stock.';

const GONE = ' BigCommerce no longer has some of what was sold, so those lines only name it.';

const differenceOf = ({ sent, gone }: Pick<MadeOrder, 'sent' | 'gone'>, draft: OrderDraft): string => {
  if (gone.length > 0) return GONE;
  return sent === draft ? '' : SOLD_OUT;
};

/** The notes tell the sale's whole history: where they differ, it was refunded, paid or voided since the order was made. */
const isMadeOf = (found: Order, draft: OrderDraft): boolean => found.staffNotes === draft.staffNotes && found.paymentMethod === draft.paymentMethod;

/** What was written of the order, to tell later what is ours and what staff changed. */
const factsOf = ({ statusId, staffNotes, paymentMethod }: OrderDraft, { sale }: SeenSale): Link['facts'] => ({
  statusId,
  staffNotes,
  paymentMethod,
  number: sale.number,
});
