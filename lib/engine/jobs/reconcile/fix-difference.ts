import { type Difference, explainDifference } from '../../../domain/reconciliation';
import { PRIORITY } from '../../priorities';
import type { DirtyMark, DirtyRow, Tables } from '../../ports/tables';
import { readHikeReading } from '../catalogue/hike-reading';
import { takeInHikeProducts } from '../catalogue/take-in-hike-products';
import type { JobContext } from '../job';
import { endTrouble } from '../next-round';
import { pollSalesFrom } from '../sales-cursor';
import { markStock } from '../stock/mark-stock';
import { type Fix, linkImport, linkOrder } from './link-again';
import { COMPARISON } from './reconcile-subject';

/** Sets going what mends a difference. The next comparison says whether it is gone. */
export const fixDifference = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const [seen] = await context.database.tables.differences.findMany(context.storeHash, [row.id]);
  const fix = seen?.state === 'fixing' ? await prepareFix(context, seen.difference) : null;
  await context.record('difference-fixed', async (tables) => {
    await fix?.(tables);
    await endTrouble(context, tables, { row, subject: COMPARISON });
    await tables.dirty.settle(context.storeHash, row);
  });
};

const prepareFix = async (context: JobContext, difference: Difference): Promise<Fix | null> => {
  const { fix } = explainDifference(difference);
  switch (fix) {
    case 'retry-sale':
      return retrySale(context, difference);
    case 'write-status':
      return writeAgain(context, difference, 'statusId');
    case 'write-payment':
      return writeAgain(context, difference, 'paymentMethod');
    case 'import-again':
      return importAgain(context, difference);
    case 'check-order':
      return (tables) => mark(context, tables, { thing: 'order', id: String(difference.orderId) });
    case 'link-order':
      return linkOrder(context, difference);
    case 'link-import':
      return linkImport(context, difference);
    case 'publish-stock':
      return publishAgain(context, difference);
    case 'read-product':
      return readProduct(context, difference);
    case 'none':
      return null;
  }
};

const mark = ({ storeHash, now }: JobContext, tables: Tables, { thing, id }: Pick<DirtyMark, 'thing' | 'id'>): Promise<void> =>
  tables.dirty.mark(storeHash, { thing, id, priority: PRIORITY.person, notBefore: now(), trigger: 'person' });

/** Before anything is sent BigCommerce is asked once more; a sale that was never read is read first. */
const retrySale = async (context: JobContext, { saleId, at }: Difference): Promise<Fix | null> => {
  if (saleId === null) return null;
  const { database, storeHash, bigcommerce } = context;
  const order = (await bigcommerce.orders.listBySale(saleId)).find(({ isArchived }) => !isArchived);
  if (order !== undefined) return linkOrder(context, { saleId, orderId: order.id });
  const [link] = await database.tables.links.findByHike(storeHash, 'order', [String(saleId)]);
  const isKnown = (await database.tables.sales.findMany(storeHash, [saleId])).length > 0;
  return async (tables) => {
    // Its order is gone. The intent of the first sending stays, so the next one looks before it creates.
    if (link !== undefined) await tables.links.delete(storeHash, 'order', link.bigcommerceId);
    if (!isKnown && at !== null) await pollSalesFrom(tables, storeHash, at);
    await mark(context, tables, isKnown ? { thing: 'sale', id: String(saleId) } : { thing: 'hike-sales', id: '-' });
  };
};

/** What is not remembered as written is written anew. */
const writeAgain = async (context: JobContext, { saleId }: Difference, forgotten: 'statusId' | 'paymentMethod'): Promise<Fix | null> => {
  const { database, storeHash, now } = context;
  const [link] = await database.tables.links.findByHike(storeHash, 'order', [String(saleId)]);
  if (link === undefined) return null;
  const facts = Object.fromEntries(Object.entries(link.facts).filter(([name]) => name !== forgotten));
  return async (tables) => {
    await tables.links.save(storeHash, { ...link, facts }, now());
    await mark(context, tables, { thing: 'sale', id: link.hikeId });
  };
};

/** The intent of the first import stays, so this one looks in Hike before it creates. */
const importAgain = async (context: JobContext, { orderId }: Difference): Promise<Fix | null> => {
  if (orderId === null) return null;
  const { storeHash } = context;
  const [seen] = await context.database.tables.orders.findMany(storeHash, [orderId]);
  return async (tables) => {
    await tables.links.delete(storeHash, 'order', String(orderId));
    if (seen !== undefined) await tables.orders.save(storeHash, { ...seen, state: 'importing', problem: null, saleId: null, saleNumber: null });
    await mark(context, tables, { thing: 'import-order', id: String(orderId) });
  };
};

const publishAgain = async ({ storeHash, now }: JobContext, { hikeId, variantId }: Difference): Promise<Fix | null> => {
  if (hikeId === null || variantId === null) return null;
  return async (tables) => {
    await tables.levels.markStale(storeHash, [variantId]);
    await markStock(tables, storeHash, { hikeIds: [hikeId], now: now(), priority: PRIORITY.person });
  };
};

/** As Hike tells the product by itself; its stock is published where that moved. */
const readProduct = async (context: JobContext, { hikeId }: Difference): Promise<Fix | null> => {
  const { database, storeHash, hike } = context;
  const [seen] = hikeId === null ? [] : await database.tables.hikeProducts.findByVariants(storeHash, [hikeId]);
  const product = seen === undefined ? null : await hike.products.find(seen.product.id);
  if (product === null || product.variants.length === 0) return null;
  return async (tables) => {
    const { sweep } = await readHikeReading(tables, storeHash);
    await takeInHikeProducts(context, tables, { products: [product], sweep, isFull: false, isAlone: true });
  };
};
