import { expect, it } from 'vitest';
import type { CustomerId, HikeCustomerId } from '../../../domain/ids';
import { aSale } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import { openCustomers, person } from './testing/customers-engine';

/*
 * Who comes with an order or a sale is on both sides before the list of Hike's customers is read. What Hike says by then
 * is news where it is not what was told when the two were linked.
 */

const imported = async () => {
  const engine = await openCustomers();
  const order = anOrder();
  engine.vendors.customers.set(7, order.billing.email);
  await engine.place(order);
  await engine.pages.importOrders(engine.storeHash, [order.id]);
  await engine.settle();
  const [customer] = engine.vendors.hikeCustomers.values();
  return { ...engine, customer: customer! };
};

const sold = async () => {
  const engine = await openCustomers();
  engine.vendors.hikeCustomers.set(51, person(51));
  await engine.ringUp(aSale({ customerId: 51 as HikeCustomerId }));
  return { ...engine, customer: person(51) };
};

it.each([
  ['an order', imported, 7],
  ['a sale', sold, 70],
])('a customer who came with %s and was changed since is brought up to date', async (_, come, id) => {
  const { customer, told, vendors, one } = await come();
  await told({ ...customer, phone: '0400 000 999' });
  expect(vendors.customerChanges).toMatchObject([{ id: id as CustomerId, draft: { phone: '0400 000 999' } }]);
  expect(await one(customer.id)).toMatchObject({ state: 'linked', customerId: id });
});

it.each([
  ['an order', imported],
  ['a sale', sold],
])('a customer who came with %s costs no call while Hike says what was told', async (_, come) => {
  const { customer, told, vendors } = await come();
  await told({ ...customer, phone: ` ${customer.phone} `, address: null });
  expect(vendors.customerChanges).toEqual([]);
  await told({ ...customer, phone: '0400 000 999' });
  expect(vendors.customerChanges).toHaveLength(1);
});
