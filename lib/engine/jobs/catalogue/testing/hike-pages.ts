import { NO_CATALOGUE_RUN } from '../../../../domain/catalogue-run';
import type { HikeProduct, HikeProductRow } from '../../../../domain/hike-product';
import { instantPlus } from '../../../../domain/instant-arithmetic';
import type { HikeProductId } from '../../../../domain/ids';
import { aHikeProduct, aHikeVariant } from '../../../../domain/testing/a-hike-product';
import type { ChangedPage } from '../../../ports/hike';
import type { OddItem } from '../../../ports/odd-item';
import { createTestContext, NOW } from '../../../testing/create-test-context';
import { type HikePass, type HikeReading, readHikeReading, saveHikeReading } from '../hike-reading';
import { readHikePage } from '../read-hike-page';
import { readRun, saveRun } from '../run-cursor';

export const STARTED = instantPlus(NOW, -60_000);

export const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, sku: `MUG-${id}`, barcode: '' })] });
export const row = (product: HikeProduct): HikeProductRow => ({ kind: 'product', product });
export const child = (parentId: number, change: Parameters<typeof aHikeVariant>[0] = {}): HikeProductRow =>
  ({ kind: 'child', parentId: parentId as HikeProductId, variant: aHikeVariant({ id: parentId + 1, ...change }), modifiedAt: null });
export const odd = (id: string | null): OddItem => ({ id, number: null, why: 'no name', content: `odd ${id}` });

export const page = (change: Partial<ChangedPage<HikeProductRow>> = {}): ChangedPage<HikeProductRow> => ({ items: [row(aMug(1))], next: null, total: 1, ...change });

export const passOf = (change: Partial<HikePass> = {}): HikePass => ({ isFull: true, since: null, startedAt: STARTED, skip: 0, calls: 0, last: '', ...change });

/** A full reading of Hike, the third, while BigCommerce's is through; the answers come in this order. */
export const reading = async (...answers: ChangedPage<HikeProductRow>[]) => {
  const shop = await createTestContext();
  const { database: { tables }, storeHash, vendors } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'reading', hike: { sweep: 3, read: 0, total: null, isDone: false }, store: { sweep: 3, read: 1, total: 1, isDone: true } });
  const asked: { since: unknown; skip: number }[] = [];
  const { hike } = shop.context;
  const listChanged: typeof hike.products.listChanged = async (since, skip) => {
    asked.push({ since, skip });
    return answers.shift() ?? page({ items: [] });
  };
  const context = { ...shop.context, hike: { ...hike, products: { ...hike.products, listChanged } } };
  return {
    ...shop,
    asked,
    read: (pass: HikePass, sweep = 3) => readHikePage(context, sweep, pass),
    kept: () => readHikeReading(tables, storeHash),
    keep: async (change: Partial<HikeReading>) => saveHikeReading(tables, storeHash, { ...(await readHikeReading(tables, storeHash)), ...change }),
    run: () => readRun(tables, storeHash),
    known: async (...ids: number[]) => (await tables.hikeProducts.findMany(storeHash, ids as HikeProductId[])).map(({ product }) => Number(product.id)).sort((a, b) => a - b),
    finds: () => vendors.calls.filter((name) => name === 'products.find').length,
  };
};
