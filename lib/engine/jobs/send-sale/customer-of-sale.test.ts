import { describe, expect, it } from 'vitest';
import type { HikeCustomer } from '../../../domain/customer';
import type { HikeCustomerId } from '../../../domain/ids';
import { aSale } from '../../../domain/testing/a-sale';
import { createSendBench } from './testing/create-send-bench';

const ANA: HikeCustomer = { id: 51 as HikeCustomerId, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: null };

/** Whose order a sale to this customer becomes. */
const sold = async (customer: HikeCustomer | null, { inBigCommerce = [] as number[], linkedWith = null as number | null } = {}) => {
  const bench = await createSendBench();
  if (customer) bench.vendors.hikeCustomers.set(51, customer);
  for (const id of inBigCommerce) bench.vendors.customers.set(id, 'ana@example.com');
  if (linkedWith !== null) await bench.link({ thing: 'customer', bigcommerceId: String(linkedWith), hikeId: '51', origin: 'hike', facts: {} });
  await bench.keep(aSale({ customerId: 51 as HikeCustomerId }));
  expect(await bench.send()).toEqual([]);
  const [order] = bench.vendors.createdOrders;
  return { id: order?.customerId, name: order?.billing.firstName, created: bench.vendors.createdCustomers.length };
};

describe('the customer of a sale', () => {
  it('is created where BigCommerce has nobody with the e-mail, and used where it has one', async () => {
    expect(await sold(ANA)).toEqual({ id: 70, name: 'Ana', created: 1 });
    expect(await sold(ANA, { inBigCommerce: [7] })).toEqual({ id: 7, name: 'Ana', created: 0 });
  });

  it.each<[string, HikeCustomer | null, Parameters<typeof sold>[1]]>([
    ['Hike no longer has', null, {}],
    ['BigCommerce has twice', ANA, { inBigCommerce: [7, 8] }],
    ['has no last name', { ...ANA, lastName: '' }, {}],
    ['is linked but has an e-mail no longer', { ...ANA, email: '' }, { linkedWith: 7 }],
  ])('that %s is a guest, of whom nothing is told', async (_, customer, given) => {
    expect(await sold(customer, given)).toEqual({ id: null, name: 'Walk-in', created: 0 });
  });

  it('is asked for only where the sale has one', async () => {
    const bench = await createSendBench();
    await bench.keep(aSale());
    await bench.send();
    expect(bench.vendors.calls).toEqual(['variants.bySku', 'orders.create']);
  });
});
