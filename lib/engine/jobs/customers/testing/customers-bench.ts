import type { CustomerId, HikeCustomerId } from '../../../../domain/ids';
import { someSettings } from '../../../../domain/testing/a-shop';
import type { Link, SeenCustomer } from '../../../ports/tables';
import { asSeen } from '../../../testing/as-seen';
import { createTestContext, NOW } from '../../../testing/create-test-context';
import { sendCustomers } from '../send-customers';
import { person } from './customers-engine';

export const aSeenCustomer = (id: number, change: Partial<SeenCustomer> = {}): SeenCustomer => asSeen(person(id), change);

/** The job that sends customers, on the memory database, without the pump. */
export const createCustomersBench = async (...seen: SeenCustomer[]) => {
  const test = await createTestContext({ settings: someSettings({ catalogue: { startedAt: NOW } }) });
  const { context, tables, storeHash, mark } = test;
  await tables.customers.saveMany(storeHash, seen);
  const send = async (...ids: number[]) => {
    const rows = await Promise.all((ids.length > 0 ? ids : [51]).map((id) => mark(String(id), { thing: 'customer' })));
    return (await sendCustomers.run(context, rows)).map(({ error }) => error);
  };
  const one = async (id = 51) => (await tables.customers.findMany(storeHash, [id as HikeCustomerId]))[0];
  const linked = async (id = 51) => (await tables.links.findByHike(storeHash, 'customer', [String(id)]))[0];
  const link = (hikeId: number, id: number, facts: Link['facts'] = {}) =>
    tables.links.save(storeHash, { thing: 'customer', bigcommerceId: String(id as CustomerId), hikeId: String(hikeId), origin: 'hike', facts }, NOW);
  const marked = async () => (await tables.dirty.listDue(storeHash, NOW, 20)).map(({ thing, id, priority, trigger }) => `${thing} ${id} ${priority} ${trigger}`).sort();
  return { ...test, send, one, linked, link, marked };
};
