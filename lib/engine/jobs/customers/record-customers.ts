import type { CustomerAddressId, CustomerId } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';
import type { DirtyRow, SeenCustomer, Tables } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { keepAddresses, linkCustomers } from './customer-links';
import { customerSubject } from './customer-subject';

/** What is left of one row. */
export interface CustomerTrace {
  row: DirtyRow;
  was: SeenCustomer;
  is: SeenCustomer;
  /** Linked just now. */
  newId: CustomerId | null;
  /** Of the address that BigCommerce was given. */
  addressId?: CustomerAddressId | undefined;
  /** What the sync log says; `null` where nothing happened that is news. */
  news: string | Problem | null;
}

/** States, links, sync log and settled rows, in one transaction. */
export const recordCustomers = async (context: JobContext, traces: readonly CustomerTrace[]): Promise<void> => {
  if (traces.length === 0) return;
  await context.record('customers-recorded', async (tables) => {
    const { storeHash } = context;
    const standing = await withoutDecided(context, tables, traces);
    const pairs = standing.flatMap(({ was, newId }) => (newId === null ? [] : [{ hikeId: was.customer.id, id: newId }]));
    await linkCustomers(tables, storeHash, { pairs, now: context.now() });
    const addresses = standing.flatMap(({ is, addressId }) => (is.customerId === null || addressId === undefined ? [] : [[is.customerId, addressId] as const]));
    await keepAddresses(tables, storeHash, { addresses: new Map(addresses), now: context.now() });
    await tables.customers.saveMany(storeHash, standing.map(({ is }) => is));
    for (const { row, is, news } of standing) {
      if (news === null) continue;
      const outcome = typeof news === 'string' ? ({ result: 'done', message: news } as const) : refusalOf(news);
      await tables.entries.record(storeHash, entryOf(context, { row, subject: customerSubject(is.customer, is.customerId), outcome }));
    }
    const over = { thing: 'customer', direction: 'hike-to-bigcommerce', recordIds: standing.filter(({ news }) => news === null).map(({ row }) => row.id), results: ['needs-you', 'waiting'] } as const;
    await tables.entries.close(storeHash, over, { at: context.now(), message: 'Nothing is left to do about it.' });
    await tables.dirty.settleMany(storeHash, traces.map(({ row }) => row));
  });
};

/** What a person decided while the calls were on their way stands; but a customer that was made meanwhile is never lost. */
const withoutDecided = async ({ storeHash }: JobContext, tables: Tables, traces: readonly CustomerTrace[]): Promise<CustomerTrace[]> => {
  const current = await tables.customers.findMany(storeHash, traces.map(({ was }) => was.customer.id));
  const states = new Map(current.map(({ customer, state }) => [customer.id, state]));
  return traces.filter(({ was, newId }) => newId !== null || states.get(was.customer.id) === was.state);
};
