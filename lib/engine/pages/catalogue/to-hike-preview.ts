import type { StoreHash } from '../../../domain/ids';
import { isProblem } from '../../../domain/problems';
import { hikeProductDraftFromStoreProduct } from '../../../domain/rules/catalogue/hike-draft-from-store-product';
import type { StoreProduct } from '../../../domain/store-product';
import { problemView } from '../../../domain/views/problem-view';
import type { ToHikePreviewView } from '../../../domain/views/product-views';
import { hikeDraftContext } from '../../jobs/catalogue/hike-draft-context';
import { type PageDeps, readStoreState } from '../page-deps';
import { readKeys, storeKey } from './product-keys';

type Row = ToHikePreviewView['rows'][number];

/** What BigCommerce's products would become in Hike, by the rule that creates them. */
export const toHikePreview = async (deps: PageDeps, storeHash: StoreHash, keys: readonly string[]): Promise<ToHikePreviewView> => {
  const { store, settings, connection } = await readStoreState(deps, storeHash);
  const found = await deps.database.tables.storeProducts.findMany(storeHash, readKeys(keys).productIds);
  const context = { store, settings, storeHash, database: deps.database, lists: connection?.lists ?? null };
  const rows: Row[] = [];
  for (const { product } of found) rows.push(rowOf(product, hikeProductDraftFromStoreProduct(product, await hikeDraftContext(context, product))));
  return { rows };
};

const rowOf = (product: StoreProduct, draft: ReturnType<typeof hikeProductDraftFromStoreProduct>): Row => ({
  key: storeKey(product.id),
  name: product.name,
  skus: product.variants.map(({ sku }) => sku).filter(Boolean),
  price: isProblem(draft) ? '' : draft.priceIncTax,
  variants: product.variants.length,
  problem: isProblem(draft) ? problemView(draft) : null,
});
