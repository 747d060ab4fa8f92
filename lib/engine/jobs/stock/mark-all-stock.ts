import type { HikeProductId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { DirtyRow, Tables } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import { ALL_RECORDS } from '../fail-together';
import type { JobContext } from '../job';
import { markStock } from './mark-stock';

/** A row `stock` with this id stands for every variant: trying the stock as a whole again marks it. */
export const ALL_STOCK = ALL_RECORDS;

/** What all stock is reckoned by has changed. */
export const markAllStock = (tables: Tables, storeHash: StoreHash, now: Instant): Promise<void> =>
  tables.dirty.mark(storeHash, { thing: 'stock', id: ALL_STOCK, priority: PRIORITY.stock, notBefore: now, trigger: 'person' });

const PRODUCTS_AT_ONCE = 500;

/** Puts a row of each variant in the place of the one for all. Begun again after a kill it does no harm. */
export const markStockOfAll = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { database, storeHash } = context;
  let after: HikeProductId | null = null;
  for (;;) {
    const ids: HikeProductId[] = await database.tables.hikeProducts.listIds(storeHash, { after, limit: PRODUCTS_AT_ONCE });
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    const seen = await database.tables.hikeProducts.findMany(storeHash, ids);
    const hikeIds = seen.flatMap(({ product }) => product.variants.map(({ id }) => id));
    await context.record('stock-chunk-marked', (tables) => markStock(tables, storeHash, { hikeIds, now: context.now(), priority: PRIORITY.upkeep }));
  }
  await context.record('all-stock-marked', (tables) => tables.dirty.settle(storeHash, row));
};
