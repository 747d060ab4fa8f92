import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { keepReserve } from '../jobs/stock/keep-reserve';
import type { SeenOrder, Tables } from '../ports/tables';

/** A person does not want the order in Hike: it holds nothing back any more, and what the sync log asks about it is answered with that. */
export const leaveOrderOut = async (tables: Tables, storeHash: StoreHash, { order, now }: { order: SeenOrder; now: Instant }): Promise<void> => {
  await tables.orders.save(storeHash, { ...order, state: 'left-out', problem: null });
  const asked = await tables.entries.list(storeHash, { results: ['needs-you'], direction: 'bigcommerce-to-hike', thing: 'order', recordId: String(order.id), search: '', from: null, before: null, limit: 10 });
  for (const { id } of asked) await tables.entries.changeResult(storeHash, id, { result: 'ignored', at: now });
  await keepReserve(tables, storeHash, { orderId: order.id, units: [], now, movesLevels: false });
};
