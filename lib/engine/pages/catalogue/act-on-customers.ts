import { CustomerId, HikeCustomerId, type StoreHash } from '../../../domain/ids';
import type { CustomerAction } from '../../../domain/views/product-views';
import { chooseCustomer, createChosen, ignoreCustomers, retryCustomers } from '../../jobs/customers/decide-customers';
import type { Tables } from '../../ports/tables';
import type { PageDeps } from '../page-deps';

/** What a person decides about customers, in one transaction; the pump is woken with it. */
export const actOnCustomers = (deps: PageDeps, storeHash: StoreHash, action: CustomerAction): Promise<void> =>
  deps.database.transaction('customers-acted-on', async (tables) => {
    await act(deps, tables, { storeHash, action });
    await deps.queue.wake(storeHash, tables);
  });

const act = async ({ clock }: PageDeps, tables: Tables, { storeHash, action }: { storeHash: StoreHash; action: CustomerAction }): Promise<void> => {
  const now = clock.now();
  if (action.action === 'choose') {
    const customerId = action.customerId === null ? null : CustomerId.parse(action.customerId);
    return chooseCustomer(tables, storeHash, { hikeId: HikeCustomerId.parse(action.hikeId), customerId, now });
  }
  if (action.action === 'create') return createChosen(tables, storeHash, { hikeId: HikeCustomerId.parse(action.hikeId), now });
  const hikeIds = action.hikeIds.map((id) => HikeCustomerId.parse(id));
  if (action.action === 'retry') return retryCustomers(tables, storeHash, { hikeIds, now });
  return ignoreCustomers(tables, storeHash, { hikeIds, now, ignore: action.action === 'ignore' });
};
