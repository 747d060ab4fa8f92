import { OrderId } from '../../../domain/ids';
import { OrderStatusId } from '../../../domain/order';
import type { OrderChange } from '../../../domain/order';
import { problem } from '../../../domain/problems';
import { orderChangeFromLaterSale } from '../../../domain/rules/order-change-from-later-sale';
import { productLinesOfOrder } from '../../../domain/rules/product-lines-of-order';
import { orderStatusLabel } from '../../../domain/rules/order-status-label';
import type { Sale } from '../../../domain/sale';
import type { DirtyRow, Link, SeenSale } from '../../ports/tables';
import type { JobContext } from '../job';
import { repeatably } from '../repeatably';
import { publishAgain } from '../stock/keep-reserve';
import { keepSent, recordRefused } from './record-sale';
import { registerNameOf } from './register-name-of';

interface Later {
  row: DirtyRow;
  /** The sale that changed: the one that became the order, or one that goes back to it. */
  seen: SeenSale;
  original: Sale;
  link: Link;
}

/** Brings the order to what its sale says now. Repeating it does no harm: the whole wanted state is written. */
export const followLaterSale = async (context: JobContext, { row, seen, original, link }: Later): Promise<void> => {
  const { tables } = context.database;
  const orderId = OrderId.parse(Number(link.bigcommerceId));
  const [order] = await context.bigcommerce.orders.listByIds([orderId]);
  if (order === undefined) return recordRefused(context, { row, seen, problem: problem('order-gone') });
  const decision = orderChangeFromLaterSale({
    written: writtenState(link),
    now: { sale: original, laterSales: await tables.sales.listByOriginal(context.storeHash, original.id), registerName: registerNameOf(context, original) },
    currentStatusId: order.statusId,
  });
  if (decision.kind === 'no-change') return context.record('sale-sent', (inside) => keepSent(context, inside, { row, seen, orderId, message: null }));
  await repeatably(context.bigcommerce.orders.update(orderId, decision.change));
  const label = orderStatusLabel(decision.change.statusId, context.store.profile?.statusLabels ?? {});
  await context.record('order-of-sale-changed', async (inside) => {
    await inside.links.save(context.storeHash, { ...link, facts: { ...link.facts, ...decision.written } }, context.now());
    // A cancellation may give units back to BigCommerce's stock that Hike has back already, a completion may take some.
    const variantIds = productLinesOfOrder(order).flatMap(({ variantId }) => variantId ?? []);
    if (decision.change.statusId !== order.statusId) await publishAgain(inside, context.storeHash, { variantIds, at: context.now(), movesLevels: true });
    await keepSent(context, inside, { row, seen, orderId, message: `Order ${orderId} is now “${label}”.` });
  });
};

/** What we last wrote of the order, as its link remembers it. */
const writtenState = ({ facts }: Link): Partial<OrderChange> => ({
  ...(facts.statusId === undefined ? {} : { statusId: OrderStatusId.parse(Number(facts.statusId)) }),
  ...(facts.staffNotes === undefined ? {} : { staffNotes: String(facts.staffNotes) }),
  ...(facts.paymentMethod === undefined ? {} : { paymentMethod: String(facts.paymentMethod) }),
});
