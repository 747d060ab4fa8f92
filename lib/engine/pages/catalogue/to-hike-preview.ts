import type { StoreHash } from '../../../domain/ids';
import type { Currency } from '../../../domain/money';
import { isProblem } from '../../../domain/problems';
import { formatPrice } from '../../../domain/views/format-price';
import { problemView } from '../../../domain/views/problem-view';
import type { ToHikePreviewView, ToHikeRequest } from '../../../domain/views/product-views';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import { partOfTab } from './part-of-tab';
import { readKeys, storeKey } from './product-keys';
import { createToHikeDrafts, type ToHikeDraft } from './to-hike-drafts';

/** Of "all", as many of either kind as a person looks through. */
const MOST_SHOWN = 50;

type Row = ToHikePreviewView['rows'][number];

/** What BigCommerce's products would become in Hike; writes nothing. */
export const toHikePreview = async (deps: PageDeps, storeHash: StoreHash, request: ToHikeRequest): Promise<ToHikePreviewView> => {
  const state = await readStoreState(deps, storeHash);
  const draftsOf = createToHikeDrafts(deps, state);
  const most = 'all' in request ? MOST_SHOWN : Infinity;
  const view: ToHikePreviewView = { totals: { possible: 0, variants: 0, impossible: 0 }, rows: [] };
  for await (const keys of partsOf(deps, state, request)) {
    const found = await deps.database.tables.storeProducts.findMany(storeHash, readKeys(keys).productIds);
    for (const one of await draftsOf(found.map(({ product }) => product))) {
      const row = rowOf(one, state.store.profile?.currency ?? null);
      const kind = row.problem === null ? 'possible' : 'impossible';
      view.totals[kind] += 1;
      if (kind === 'possible') view.totals.variants += row.variants;
      if (view.totals[kind] <= most) view.rows.push(row);
    }
  }
  return view;
};

async function* partsOf({ database }: PageDeps, state: StoreState, request: ToHikeRequest): AsyncGenerator<string[]> {
  if ('keys' in request) return yield request.keys;
  let after: string | null = null;
  do {
    const part = await partOfTab(database.tables, state, { ...request.all, after, verb: 'send-to-hike' });
    yield part.keys;
    after = part.next;
  } while (after !== null);
}

/** Prices are the store's own, and its profile was read before anything could be drafted. */
const rowOf = ({ product, draft }: ToHikeDraft, currency: Currency | null): Row => ({
  key: storeKey(product.id),
  name: product.name,
  skus: product.variants.map(({ sku }) => sku).filter(Boolean),
  price: isProblem(draft) || currency === null ? '' : formatPrice(draft.priceIncTax, currency),
  variants: product.variants.length,
  problem: isProblem(draft) ? problemView(draft) : null,
});
