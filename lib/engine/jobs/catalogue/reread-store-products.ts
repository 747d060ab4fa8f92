import { ProductId } from '../../../domain/ids';
import type { Job, JobContext } from '../job';
import type { DirtyRow } from '../../ports/tables';
import { endRetries } from '../../close-retried';
import { upkeepSubject } from '../next-round';
import { confirmGone } from './confirm-gone';
import { loseStoreProducts } from './lose-store-products';
import { readRun } from './run-cursor';
import { takeInStoreProducts } from './take-in-store-products';

/** Single looks per run: the rows of the others are left as they are, and come next. */
const LOOKS_PER_RUN = 25;

const run = async (context: JobContext, rows: readonly DirtyRow[]): Promise<[]> => {
  const ids = rows.map(({ id }) => ProductId.parse(Number(id)));
  const products = await context.bigcommerce.catalogue.listByIds(ids);
  const there = new Set(products.map(({ id }) => id));
  const absent = ids.filter((id) => !there.has(id));
  const { gone } = await confirmGone(context, absent.slice(0, LOOKS_PER_RUN));
  const waiting = new Set(absent.slice(LOOKS_PER_RUN).map(String));
  await context.record('store-products-reread', async (tables) => {
    const { store } = await readRun(tables, context.storeHash);
    await takeInStoreProducts(context, tables, { products, sweep: store.sweep });
    await loseStoreProducts(context, tables, gone);
    const done = rows.filter(({ id }) => !waiting.has(id));
    await tables.dirty.settleMany(context.storeHash, done);
    await endRetries(context, tables, { job: rereadStoreProducts, rows: done });
  });
  return [];
};

/** Reads anew what a webhook spoke of. To read is upkeep: nobody decides anything about a look that failed, it is only looked again. */
export const rereadStoreProducts: Job = {
  batch: 250,
  needs: ['bigcommerce'],
  isUpkeep: true,
  subject: ({ id }) => ({ ...upkeepSubject(`Reading product ${id} of BigCommerce`), bigcommerceId: id }),
  run,
};
