import { ProductId } from '../../../domain/ids';
import type { Job, JobContext } from '../job';
import type { DirtyRow } from '../../ports/tables';
import { loseStoreProducts } from './lose-store-products';
import { readRun } from './run-cursor';
import { takeInStoreProducts } from './take-in-store-products';

const run = async (context: JobContext, rows: readonly DirtyRow[]): Promise<[]> => {
  const ids = rows.map(({ id }) => ProductId.parse(Number(id)));
  const products = await context.bigcommerce.catalogue.listByIds(ids);
  const there = new Set(products.map(({ id }) => id));
  await context.record('store-products-reread', async (tables) => {
    const { store } = await readRun(tables, context.storeHash);
    await takeInStoreProducts(context, tables, { products, sweep: store.sweep });
    await loseStoreProducts(context, tables, ids.filter((id) => !there.has(id)));
    await tables.dirty.settleMany(context.storeHash, rows);
  });
  return [];
};

/** Reads anew what a webhook spoke of. */
export const rereadStoreProducts: Job = {
  batch: 250,
  needs: ['bigcommerce'],
  isUpkeep: false,
  subject: (row) => ({ thing: 'product', direction: 'hike-to-bigcommerce', label: `Product ${row.id} of BigCommerce`, bigcommerceId: row.id, hikeId: null }),
  run,
};
