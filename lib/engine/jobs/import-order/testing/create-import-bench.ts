import type { OrderId } from '../../../../domain/ids';
import type { Order } from '../../../../domain/order';
import { anOrder } from '../../../../domain/testing/an-order';
import { createTestContext } from '../../../testing/create-test-context';
import type { JobContext } from '../../job';
import { importOrder } from '../import-order';

export const ID = 1042 as OrderId;

/** The job that imports orders, on the memory database, without the pump. */
export const createImportBench = async (change: Partial<JobContext> = {}) => {
  const test = await createTestContext(change);
  const { context, tables, storeHash, mark, vendors } = test;
  const place = (order: Order) => vendors.orders.set(order.id, order);
  const run = async (...ids: number[]) => {
    const rows = await Promise.all((ids.length > 0 ? ids : [ID]).map((id) => mark(String(id), { thing: 'import-order' })));
    return (await importOrder.run(context, rows)).map(({ error }) => error);
  };
  const seen = async (id: number = ID) => (await tables.orders.findMany(storeHash, [id as OrderId]))[0];
  const linked = async (id: number = ID) => (await tables.links.findByBigCommerce(storeHash, 'order', [String(id)]))[0];
  const rowOf = (id: number = ID) => tables.dirty.find(storeHash, 'import-order', String(id));
  const callsOf = (name: string) => vendors.calls.filter((one) => one === name).length;
  return { ...test, place, run, seen, linked, rowOf, callsOf };
};

export type ImportBench = Awaited<ReturnType<typeof createImportBench>>;

/** An order that is imported. */
export const importedOrder = async (order: Partial<Order> = {}, change: Partial<JobContext> = {}) => {
  const bench = await createImportBench(change);
  bench.place(anOrder({ id: ID, ...order }));
  return { ...bench, errors: await bench.run() };
};
