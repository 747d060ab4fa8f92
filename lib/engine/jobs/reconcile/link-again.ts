import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Difference } from '../../../domain/reconciliation';
import { importTerms } from '../../../domain/rules/reconciliation/import-terms';
import { PRIORITY } from '../../priorities';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { pollSalesFrom } from '../sales-cursor';

/** What a fix records; whatever it needs from outside was read before. */
export type Fix = (tables: Tables) => Promise<void>;

type Pair = Pick<Difference, 'saleId' | 'orderId'>;

const AROUND_MS = 60_000;

/** An order of ours and the sale that it names. What we wrote of it is not known, so the next change writes it anew. */
export const linkOrder = async (context: JobContext, { saleId, orderId }: Pair): Promise<Fix | null> => {
  if (saleId === null || orderId === null) return null;
  const { database, storeHash, now } = context;
  const [seen] = await database.tables.sales.findMany(storeHash, [saleId]);
  const [order] = await context.bigcommerce.orders.listByIds([orderId]);
  if (order === undefined) return null;
  const facts = { number: seen?.sale.number ?? '' };
  return async (tables) => {
    await tables.links.save(storeHash, { thing: 'order', bigcommerceId: String(orderId), hikeId: String(saleId), origin: 'hike', facts }, now());
    const due = { priority: PRIORITY.person, notBefore: now(), trigger: 'person' } as const;
    if (seen === undefined) {
      // A sale that was never read is read first; with its link it cannot be sent a second time.
      await pollSalesFrom(tables, storeHash, order.createdAt);
      await tables.dirty.mark(storeHash, { thing: 'hike-sales', id: '-', ...due });
    } else {
      await tables.sales.save(storeHash, { ...seen, orderId, state: 'sent' }, now());
      await tables.dirty.mark(storeHash, { thing: 'sale', id: String(saleId), ...due });
    }
  };
};

/** A sale of ours and the order that it names, with what both are now; then the order is read, and its sale follows it. */
export const linkImport = async (context: JobContext, { saleId, orderId, at }: Pair & Pick<Difference, 'at'>): Promise<Fix | null> => {
  if (saleId === null || orderId === null) return null;
  const { storeHash, now } = context;
  const [order] = await context.bigcommerce.orders.listByIds([orderId]);
  if (order === undefined) return null;
  const made = at ?? order.createdAt;
  const around = await context.hike.sales.listByDate(instantPlus(made, -AROUND_MS), instantPlus(made, AROUND_MS), () => undefined);
  const sale = around.find(({ id }) => id === saleId);
  if (sale === undefined) return null;
  const facts = { number: sale.number, status: sale.status, statusId: order.statusId, ...importTerms(order, sale) };
  return async (tables) => {
    await tables.links.save(storeHash, { thing: 'order', bigcommerceId: String(orderId), hikeId: String(saleId), origin: 'bigcommerce', facts }, now());
    await tables.dirty.mark(storeHash, { thing: 'order', id: String(orderId), priority: PRIORITY.person, notBefore: now(), trigger: 'person' });
  };
};
