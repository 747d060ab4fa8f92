import { OrderId } from '../../../domain/ids';
import { type OriginalSale, refundTarget } from '../../../domain/rules/refund-target';
import { orderIdFromSaleReference } from '../../../domain/rules/sale-reference';
import type { Sale } from '../../../domain/sale';
import { TransientFailure } from '../../ports/failures';
import type { DirtyRow, Link, SeenSale } from '../../ports/tables';
import type { JobContext } from '../job';
import { followLaterSale } from './follow-later-sale';
import { recordLeftOut, recordRefused } from './record-sale';

/** A refund is a sale of its own in Hike; in BigCommerce it changes the order of the sale that it goes back to. */
export const refundOriginal = async (context: JobContext, { row, seen }: { row: DirtyRow; seen: SeenSale }): Promise<void> => {
  const { original, link } = await findOriginal(context, seen);
  const target = refundTarget(seen.sale, originalOf(context, original?.sale ?? null, link), context.settings.startDate);
  if (target.kind === 'left-out') return recordLeftOut(context, { row, seen, reason: target.reason, orderId: null });
  if (target.kind === 'change' && original !== null && link !== null) return followLaterSale(context, { row, seen, original: original.sale, link });
  // On its way: the order has to exist before it can be refunded.
  if (original?.state === 'waiting' || original?.state === 'checking') throw new TransientFailure('the refunded sale has not been sent yet');
  if (target.kind === 'refuse') await recordRefused(context, { row, seen, problem: target.problem });
};

const findOriginal = async (context: JobContext, { sale }: SeenSale): Promise<{ original: SeenSale | null; link: Link | null }> => {
  if (sale.originalSaleId === null) return { original: null, link: null };
  const { tables } = context.database;
  const [original] = await tables.sales.findMany(context.storeHash, [sale.originalSaleId]);
  const [link] = await tables.links.findByHike(context.storeHash, 'order', [String(sale.originalSaleId)]);
  return { original: original ?? null, link: link ?? null };
};

const originalOf = (context: JobContext, sale: Sale | null, link: Link | null): OriginalSale => {
  const linked = link === null ? null : OrderId.parse(Number(link.bigcommerceId));
  if (link?.origin === 'bigcommerce') return { sale, importedFrom: linked, orderId: null };
  return { sale, importedFrom: sale && orderIdFromSaleReference(sale, context.storeHash), orderId: linked };
};
