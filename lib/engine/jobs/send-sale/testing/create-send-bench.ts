import type { OrderId, RegisterId, SaleId } from '../../../../domain/ids';
import type { Sale } from '../../../../domain/sale';
import { aSale } from '../../../../domain/testing/a-sale';
import { anOrder } from '../../../../domain/testing/an-order';
import type { Link, SeenSale } from '../../../ports/tables';
import { createTestContext, NOW } from '../../../testing/create-test-context';
import type { JobContext } from '../../job';
import { sendSale } from '../send-sale';

const ID = 501 as SaleId;
export const FACTS = { statusId: 10, staffNotes: 'Hike sale T1-1000, register Online, A$22.00.', paymentMethod: 'Cash', number: 'T1-1000' };
/** What sending `aSale` leaves. */
export const ORDER_LINK: Link = { thing: 'order', bigcommerceId: '5001', hikeId: '501', origin: 'hike', facts: FACTS };

/** The job that sends sales, on the memory database, without the pump. */
export const createSendBench = async (change: Partial<JobContext> = {}) => {
  const test = await createTestContext(change);
  const { context, tables, storeHash, mark } = test;
  const keep = (sale: Sale, rest: Partial<SeenSale> = {}) => tables.sales.save(storeHash, { sale, fingerprint: 'f', orderId: null, state: 'waiting', ...rest }, NOW);
  const link = (one: Link) => tables.links.save(storeHash, one, NOW);
  const send = async (id: number = ID) => (await sendSale.run(context, [await mark(String(id))])).map(({ error }) => error);
  const seen = async (id: number = ID) => (await tables.sales.findMany(storeHash, [id as SaleId]))[0];
  const linked = async (id: number = ID) => (await tables.links.findByHike(storeHash, 'order', [String(id)]))[0];
  const rowOf = (id: number = ID) => tables.dirty.find(storeHash, 'sale', String(id));
  return { ...test, keep, link, send, seen, linked, rowOf };
};

/** A sale that is sent. */
export const sentSale = async (change: Partial<Sale> = {}, context: Partial<JobContext> = {}) => {
  const bench = await createSendBench(context);
  const sale = aSale({ registerId: 5 as RegisterId, ...change });
  await bench.keep(sale);
  const errors = await bench.send(sale.id);
  return { ...bench, errors };
};

/** A sale whose order is there already, and which is looked at again. */
export const followedSale = async (sale: Sale, { link = ORDER_LINK, order = anOrder({ id: 5001 as OrderId, statusId: 10 }) as ReturnType<typeof anOrder> | null, context = {} as Partial<JobContext> } = {}) => {
  const bench = await createSendBench(context);
  await bench.link(link);
  if (order) bench.vendors.orders.set(5001, order);
  await bench.keep(sale, { orderId: 5001 as OrderId });
  return { ...bench, errors: await bench.send() };
};
