import { OrderId } from '../../../domain/ids';
import type { DirtyRow } from '../../ports/tables';
import { type Job, type JobContext, jobPerRow } from '../job';
import { upkeepSubject } from '../next-round';
import { savePreviewed } from './previewed-order';
import { openShelf, productsOfOrder } from './products-of-order';

const SUBJECT = upkeepSubject('Reading an order for its preview');

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const orderId = OrderId.parse(Number(row.id));
  const [order = null] = await context.bigcommerce.orders.listByIds([orderId]);
  // What is found by SKU is linked by the import, not by a look at it.
  const keep = (): Promise<void> => Promise.resolve();
  const products = order === null ? new Map() : await productsOfOrder(context, await openShelf(context, [order]), { order, keep });
  await context.record('order-previewed', async (tables) => {
    await savePreviewed(tables, context.storeHash, { orderId, readAt: context.now(), order, products: [...products] });
    await tables.dirty.settle(context.storeHash, row);
  });
};

/** Reads all that an import of the order would look at, so that a page can show the sale by any settings; writes nothing on either side. */
export const previewOrder: Job = {
  batch: 1,
  needs: ['bigcommerce', 'hike'],
  // Nobody is asked about an order because somebody looked at it.
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
