import type { StoreHash } from '../../../domain/ids';
import { customerRow } from '../../../domain/views/customer-row';
import type { CustomersView } from '../../../domain/views/product-views';
import { type PageDeps, readStoreState } from '../page-deps';
import type { CustomersQuery } from '../pages';

const PAGE_SIZE = 50;

export const customers = async (deps: PageDeps, storeHash: StoreHash, { state: wanted, search, offset }: CustomersQuery): Promise<CustomersView> => {
  const state = await readStoreState(deps, storeHash);
  const { tables } = deps.database;
  const [found, counts] = await Promise.all([
    tables.customers.list(storeHash, { states: wanted === null ? [] : [wanted], search, offset, limit: PAGE_SIZE + 1 }),
    tables.customers.countByState(storeHash),
  ]);
  return {
    counts,
    rows: found.slice(0, PAGE_SIZE).map((seen) => customerRow(seen, state.store.profile?.controlPanelUrl ?? null)),
    offset,
    pageSize: PAGE_SIZE,
    hasMore: found.length > PAGE_SIZE,
    isPaused: state.settings.paused.customers,
  };
};
