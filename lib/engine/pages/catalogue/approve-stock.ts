import type { StoreHash, VariantId } from '../../../domain/ids';
import { approveZeros } from '../../jobs/stock/approve-zeros';
import type { PageDeps } from '../page-deps';

/** Lets held zeros through, in the name of a person. */
export const approveStock = (deps: PageDeps, storeHash: StoreHash, approval: { variantIds: readonly VariantId[] | null; who: string }): Promise<void> =>
  deps.database.transaction('zeros-approved', async (tables) => {
    await approveZeros(tables, storeHash, { ...approval, now: deps.clock.now() });
    await deps.queue.wake(storeHash, tables);
  });
