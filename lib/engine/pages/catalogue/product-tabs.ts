import type { ProductsTab } from '../../../domain/views/product-views';
import type { ReadingTables, SeenHikeProductFilter, SeenStoreProductFilter } from '../../ports/tables';
import type { StoreHash } from '../../../domain/ids';

interface TabFilter {
  /** `null`: nothing of that side is on the tab. */
  hike: Pick<SeenHikeProductFilter, 'standings' | 'warns'> | null;
  /** Follows Hike's. */
  store: Pick<SeenStoreProductFilter, 'standings' | 'areDuplicates'> | null;
}

/** What each tab holds of either side's products. */
export const TAB_FILTERS: Record<ProductsTab, TabFilter> = {
  linked: { hike: { standings: ['update', 'unchanged'] }, store: null },
  changing: { hike: { standings: ['update'] }, store: null },
  'level-changes': { hike: { standings: [], warns: 'level' }, store: null },
  'to-zero': { hike: { standings: [], warns: 'zero' }, store: null },
  'price-moves': { hike: { standings: [], warns: 'price' }, store: null },
  'only-hike': { hike: { standings: ['create'] }, store: null },
  'only-bigcommerce': { hike: null, store: { standings: ['only-here'] } },
  ambiguous: { hike: { standings: ['ambiguous'] }, store: null },
  clash: { hike: { standings: ['clash'] }, store: null },
  duplicate: { hike: { standings: ['duplicate'] }, store: { standings: [], areDuplicates: true } },
  refused: { hike: { standings: ['refused'] }, store: null },
  removed: { hike: { standings: ['removed'] }, store: null },
  kept: { hike: { standings: ['kept'] }, store: null },
  'left-out': { hike: { standings: ['left-out'] }, store: null },
  ignored: { hike: { standings: ['ignored'] }, store: { standings: ['ignored'] } },
};

export const countHikeTab = async (tables: ReadingTables, storeHash: StoreHash, { tab, search }: { tab: ProductsTab; search: string }): Promise<number> => {
  const { hike } = TAB_FILTERS[tab];
  return hike === null ? 0 : tables.hikeProducts.count(storeHash, { ...hike, search });
};

export const countTab = async (tables: ReadingTables, storeHash: StoreHash, asked: { tab: ProductsTab; search: string }): Promise<number> => {
  const { store } = TAB_FILTERS[asked.tab];
  const theirs = store === null ? 0 : await tables.storeProducts.count(storeHash, { ...store, search: asked.search });
  return (await countHikeTab(tables, storeHash, asked)) + theirs;
};
