import { type HikeProductId, ProductId, type StoreHash } from '../../../domain/ids';
import type { StoreProduct } from '../../../domain/store-product';
import { type ListedProduct, productRow, storeProductRow } from '../../../domain/views/product-row';
import { PRODUCTS_TABS, type ProductRow, type ProductsTab, type ProductsView } from '../../../domain/views/product-views';
import { isWriting, readRun } from '../../jobs/catalogue/run-cursor';
import type { SeenHikeProduct, SeenHikeProductFilter, Tables } from '../../ports/tables';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import type { ProductsQuery } from '../pages';
import { catalogueRun } from './catalogue-run';

const PAGE_SIZE = 50;

type TabOfHike = Exclude<ProductsTab, 'only-bigcommerce'>;

/** What each tab holds of Hike's products. */
const FILTERS: Record<TabOfHike, Pick<SeenHikeProductFilter, 'standings' | 'warns'>> = {
  linked: { standings: ['update', 'unchanged'] },
  changing: { standings: ['update'] },
  'level-changes': { standings: [], warns: 'level' },
  'to-zero': { standings: [], warns: 'zero' },
  'price-moves': { standings: [], warns: 'price' },
  'only-hike': { standings: ['create'] },
  ambiguous: { standings: ['ambiguous'] },
  clash: { standings: ['clash'] },
  duplicate: { standings: ['duplicate'] },
  refused: { standings: ['refused'] },
  removed: { standings: ['removed'] },
  'left-out': { standings: ['left-out'] },
  ignored: { standings: ['ignored'] },
};

export const products = async (deps: PageDeps, storeHash: StoreHash, query: ProductsQuery): Promise<ProductsView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [rows, counts, run] = await Promise.all([rowsOf(tables, state, query), countsByTab(tables, storeHash), catalogueRun(deps, storeHash)]);
  return { tab: query.tab, counts, rows: rows.slice(0, PAGE_SIZE), offset: query.offset, pageSize: PAGE_SIZE, hasMore: rows.length > PAGE_SIZE, run };
};

const countsByTab = async (tables: Tables, storeHash: StoreHash): Promise<Record<ProductsTab, number>> => {
  const [ours, theirs, ...warned] = await Promise.all([
    tables.hikeProducts.countByStanding(storeHash),
    tables.storeProducts.countByStanding(storeHash),
    ...WARNINGS.map((tab) => tables.hikeProducts.count(storeHash, { ...FILTERS[tab], search: '' })),
  ]);
  const known: Partial<Record<ProductsTab, number>> = {
    'only-bigcommerce': theirs['only-here'],
    ignored: ours.ignored + theirs.ignored,
    ...Object.fromEntries(WARNINGS.map((tab, index) => [tab, warned[index]])),
  };
  const count = (tab: ProductsTab): number => known[tab] ?? FILTERS[tab as TabOfHike].standings.reduce((sum, standing) => sum + ours[standing], 0);
  return Object.fromEntries(PRODUCTS_TABS.map((tab) => [tab, count(tab)])) as Record<ProductsTab, number>;
};

const WARNINGS = ['level-changes', 'to-zero', 'price-moves'] as const;

/** One more than a page holds, where there is more. */
const rowsOf = async (tables: Tables, state: StoreState, { tab, search, offset }: ProductsQuery): Promise<ProductRow[]> => {
  const { hash } = state.store;
  const page = { search, offset, limit: PAGE_SIZE + 1 };
  if (tab === 'only-bigcommerce') return storeRows(tables, state, { ...page, isIgnored: false });
  const rows = await rowsFromHike(tables, state, await tables.hikeProducts.list(hash, { ...FILTERS[tab], ...page }));
  if (tab !== 'ignored' || rows.length >= page.limit) return rows;
  // What was put aside of BigCommerce's own follows Hike's.
  const before = await tables.hikeProducts.count(hash, { ...FILTERS.ignored, search });
  const rest = { search, offset: Math.max(0, offset - before), limit: page.limit - rows.length };
  return [...rows, ...(await storeRows(tables, state, { ...rest, isIgnored: true }))];
};

interface StorePage {
  search: string;
  offset: number;
  limit: number;
  isIgnored: boolean;
}

const storeRows = async (tables: Tables, { store }: StoreState, { isIgnored, ...page }: StorePage): Promise<ProductRow[]> => {
  const found = await tables.storeProducts.list(store.hash, { standings: [isIgnored ? 'ignored' : 'only-here'], ...page });
  return found.map(({ product }) => storeProductRow(product, { controlPanelUrl: store.profile?.controlPanelUrl ?? null, isIgnored }));
};

const rowsFromHike = async (tables: Tables, state: StoreState, found: readonly SeenHikeProduct[]): Promise<ProductRow[]> => {
  const context = { controlPanelUrl: state.store.profile?.controlPanelUrl ?? null, isWriting: isWriting(await readRun(tables, state.store.hash)) };
  return (await withPartners(tables, state.store.hash, found)).map((listed) => productRow(listed, context));
};

/** Each with the BigCommerce product that it is linked to. */
export const withPartners = async (tables: Tables, storeHash: StoreHash, found: readonly SeenHikeProduct[]): Promise<ListedProduct[]> => {
  const links = await tables.links.findByHike(storeHash, 'product', found.map(({ product }) => String(product.id)));
  const ids = new Map<HikeProductId, ProductId>(links.map(({ hikeId, bigcommerceId }) => [Number(hikeId) as HikeProductId, ProductId.parse(Number(bigcommerceId))]));
  const partners = new Map<ProductId, StoreProduct>((await tables.storeProducts.findMany(storeHash, [...ids.values()])).map(({ product }) => [product.id, product]));
  return found.map(({ product, plan }) => {
    const id = ids.get(product.id);
    return { product, plan, partner: id === undefined ? null : (partners.get(id) ?? null) };
  });
};
