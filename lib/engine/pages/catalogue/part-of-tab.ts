import { HikeProductId, ProductId } from '../../../domain/ids';
import type { AllOfTab, ProductRow, VerbForAll } from '../../../domain/views/product-views';
import type { ReadingTables } from '../../ports/tables';
import type { StoreState } from '../page-deps';
import { hikeRows } from './listed-products';
import { hikeKey, storeKey } from './product-keys';
import { TAB_FILTERS } from './product-tabs';
import { rowsOfStore } from './products';

/** Few enough that what is done about them fits into one transaction. */
const PRODUCTS_PER_PART = 100;

const CAN: Record<VerbForAll, keyof ProductRow['can']> = {
  'link-candidate': 'linkCandidate',
  'send-to-hike': 'sendToHike',
  retry: 'retry',
  unlink: 'unlink',
  ignore: 'ignore',
  unignore: 'unignore',
};

interface PartAsked extends AllOfTab {
  /** Of the part before; `null` for the first. */
  after: string | null;
  verb: VerbForAll;
}

interface PartOfTab {
  /** Those that the verb can be done to. */
  keys: string[];
  next: string | null;
}

const FIRST_OF_STORE = 'bigcommerce:0';

/** By id, not by place: what is dealt with leaves its tab, and the rest would move up past the reader. */
export const partOfTab = async (tables: ReadingTables, state: StoreState, { tab, search, after, verb }: PartAsked): Promise<PartOfTab> => {
  const { hike, store } = TAB_FILTERS[tab];
  const { hash } = state.store;
  const possible = (rows: readonly ProductRow[]): string[] => rows.filter(({ can }) => can[CAN[verb]]).map(({ key }) => key);
  if (hike !== null && after?.startsWith('bigcommerce:') !== true) {
    const { standings, ...warns } = hike;
    const ids = await tables.hikeProducts.listIds(hash, { ...(standings.length > 0 && { standings }), ...warns, search, after: afterOf(after, HikeProductId.parse), limit: PRODUCTS_PER_PART });
    const next = nextOf(ids.map(hikeKey)) ?? (store === null ? null : FIRST_OF_STORE);
    return { keys: possible(await hikeRows(tables, state, await tables.hikeProducts.findMany(hash, ids))), next };
  }
  if (store === null) return { keys: [], next: null };
  const { standings, ...duplicates } = store;
  const ids = await tables.storeProducts.listIds(hash, { ...(standings.length > 0 && { standings }), ...duplicates, search, after: afterOf(after, ProductId.parse), limit: PRODUCTS_PER_PART });
  return { keys: possible(await rowsOfStore(tables, state, { found: await tables.storeProducts.findMany(hash, ids), tab })), next: nextOf(ids.map(storeKey)) };
};

const nextOf = (keys: readonly string[]): string | null => (keys.length < PRODUCTS_PER_PART ? null : (keys.at(-1) ?? null));

const afterOf = <Id>(key: string | null, parse: (id: number) => Id): Id | null => {
  const id = Number(key?.split(':')[1] ?? 0);
  return id === 0 ? null : parse(id);
};
