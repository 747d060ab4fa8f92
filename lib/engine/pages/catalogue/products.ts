import type { StoreHash } from '../../../domain/ids';
import { PRODUCTS_TABS, type ProductRow, type ProductsTab, type ProductsView } from '../../../domain/views/product-views';
import type { ReadingTables, SeenStoreProduct } from '../../ports/tables';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import type { ProductsQuery } from '../pages';
import { catalogueRun } from './catalogue-run';
import { duplicateRows, hikeRows, storeRows } from './listed-products';
import { countHikeTab, countTab, TAB_FILTERS } from './product-tabs';

const PAGE_SIZE = 50;

export const products = async (deps: PageDeps, storeHash: StoreHash, query: ProductsQuery): Promise<ProductsView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [rows, counts, run] = await Promise.all([rowsOf(tables, state, query), countsByTab(tables, storeHash), catalogueRun(deps, storeHash)]);
  const total = query.search === '' ? counts[query.tab] : await countTab(tables, storeHash, query);
  return { tab: query.tab, counts, rows: rows.slice(0, PAGE_SIZE), total, offset: query.offset, pageSize: PAGE_SIZE, hasMore: rows.length > PAGE_SIZE, run };
};

/** Those that the standings alone do not tell. */
const COUNTED = ['level-changes', 'to-zero', 'price-moves'] as const;

const countsByTab = async (tables: ReadingTables, storeHash: StoreHash): Promise<Record<ProductsTab, number>> => {
  const [ours, theirs, duplicates, ...warned] = await Promise.all([
    tables.hikeProducts.countByStanding(storeHash),
    tables.storeProducts.countByStanding(storeHash),
    tables.storeProducts.count(storeHash, { standings: [], search: '', areDuplicates: true }),
    ...COUNTED.map((tab) => countTab(tables, storeHash, { tab, search: '' })),
  ]);
  const known: Partial<Record<ProductsTab, number>> = {
    'only-bigcommerce': theirs['only-here'],
    duplicate: ours.duplicate + duplicates,
    ignored: ours.ignored + theirs.ignored,
    ...Object.fromEntries(COUNTED.map((tab, index) => [tab, warned[index]])),
  };
  const count = (tab: ProductsTab): number => known[tab] ?? (TAB_FILTERS[tab].hike?.standings ?? []).reduce((sum, standing) => sum + ours[standing], 0);
  return Object.fromEntries(PRODUCTS_TABS.map((tab) => [tab, count(tab)])) as Record<ProductsTab, number>;
};

/** One more than a page holds, where there is more; what a tab holds of BigCommerce's own follows Hike's. */
const rowsOf = async (tables: ReadingTables, state: StoreState, { tab, search, offset }: ProductsQuery): Promise<ProductRow[]> => {
  const { hash } = state.store;
  const { hike, store } = TAB_FILTERS[tab];
  const page = { search, offset, limit: PAGE_SIZE + 1 };
  const rows = hike === null ? [] : await hikeRows(tables, state, await tables.hikeProducts.list(hash, { ...hike, ...page }));
  if (store === null || rows.length >= page.limit) return rows;
  const before = await countHikeTab(tables, hash, { tab, search });
  const rest = { search, offset: Math.max(0, offset - before), limit: page.limit - rows.length };
  return [...rows, ...(await rowsOfStore(tables, state, { found: await tables.storeProducts.list(hash, { ...store, ...rest }), tab }))];
};

export const rowsOfStore = async (tables: ReadingTables, state: StoreState, { found, tab }: { found: readonly SeenStoreProduct[]; tab: ProductsTab }): Promise<ProductRow[]> =>
  TAB_FILTERS[tab].store?.areDuplicates === true ? duplicateRows(tables, state, found) : storeRows(state, found);
