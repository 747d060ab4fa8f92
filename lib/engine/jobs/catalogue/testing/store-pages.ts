import { NO_CATALOGUE_RUN } from '../../../../domain/catalogue-run';
import type { ProductId } from '../../../../domain/ids';
import { instantPlus } from '../../../../domain/instant-arithmetic';
import { aStoreProduct } from '../../../../domain/testing/a-store-product';
import { createTestContext, NOW } from '../../../testing/create-test-context';
import type { JobContext } from '../../job';
import { readStorePage } from '../read-store-page';
import { readRun, saveRun } from '../run-cursor';
import { readStoreReading, type StorePass } from '../store-reading';

export const STARTED = instantPlus(NOW, -60_000);
const SINCE = instantPlus(NOW, -600_000);

export const full = (after: number | null): StorePass => ({ kind: 'full', startedAt: STARTED, after: after as ProductId | null });
export const levels = (page = 1): StorePass => ({ kind: 'levels', startedAt: STARTED, page });
export const changes = (page = 1, last = ''): StorePass => ({ kind: 'changes', startedAt: STARTED, since: SINCE, page, last });

/** The third full reading of BigCommerce, which holds so many products; Hike's is through. */
export const reading = async ({ products = 0, change = {} }: { products?: number; change?: Partial<JobContext> } = {}) => {
  const shop = await createTestContext(change);
  const { context, database: { tables }, storeHash, vendors } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'reading', hike: { sweep: 3, read: 1, total: 1, isDone: true }, store: { sweep: 3, read: 2, total: null, isDone: false } });
  for (let id = 1; id <= products; id += 1) vendors.storeProducts.set(id, aStoreProduct({ id, name: `Mug ${id}`, sku: `MUG-${id}`, variants: [], modifiedAt: NOW }));
  return {
    ...shop,
    tables,
    read: (pass: StorePass, sweep = 3) => readStorePage(context, sweep, pass),
    kept: () => readStoreReading(tables, storeHash),
    run: () => readRun(tables, storeHash),
    known: async () => Object.values(await tables.storeProducts.countByStanding(storeHash)).reduce((sum, one) => sum + one, 0),
  };
};
