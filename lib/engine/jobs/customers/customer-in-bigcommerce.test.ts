import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../../domain/ids';
import type { SeenCustomer } from '../../ports/tables';
import { customerInBigCommerce } from './customer-in-bigcommerce';
import { toldHash, writtenHash } from './customer-states';
import { aSeenCustomer, createCustomersBench } from './testing/customers-bench';
import { person } from './testing/customers-engine';

const ANA = person(51);

describe('the customer of a sale', () => {
  const asked = async (seen: SeenCustomer[], { prepare = async (_bench: Awaited<ReturnType<typeof createCustomersBench>>): Promise<unknown> => undefined, customer = ANA } = {}) => {
    const bench = await createCustomersBench(...seen);
    await prepare(bench);
    return { ...bench, id: await customerInBigCommerce(bench.context, customer) };
  };

  it.each<[string, SeenCustomer[], Parameters<typeof asked>[1], number | null]>([
    ['is the one it is linked with', [], { prepare: ({ link }) => link(51, 7) }, 7],
    ['is the one that is remembered where a guest’s order took the link', [aSeenCustomer(51, { state: 'linked', customerId: 8 as CustomerId })], {}, 8],
    ['is the linked one before the remembered one', [aSeenCustomer(51, { customerId: 8 as CustomerId })], { prepare: ({ link }) => link(51, 7) }, 7],
    ['is a guest without all three details', [], { customer: person(51, { lastName: '' }) }, null],
    ['is a guest where a person put it aside', [aSeenCustomer(51, { state: 'ignored' })], {}, null],
  ])('%s, without a call', async (_, seen, given, id) => {
    const found = await asked(seen, given);
    expect([found.id, found.vendors.calls, found.commits]).toEqual([id, [], []]);
  });

  it('is created once where nobody has the e-mail, and both are linked with what Hike told', async () => {
    const { id, linked, commits, vendors } = await asked([]);
    expect([id, commits, vendors.createdCustomers.length]).toEqual([70, ['customer-of-sale-linked'], 1]);
    expect(await linked()).toMatchObject({ bigcommerceId: '70', origin: 'hike', facts: { told: toldHash(vendors.createdCustomers[0]!) } });
  });

  it('is the one that has the e-mail, and the page of customers knows', async () => {
    const { id, one, vendors } = await asked([aSeenCustomer(51)], { prepare: async ({ vendors: world }) => world.customers.set(7, ANA.email) });
    expect([id, vendors.createdCustomers]).toEqual([7, []]);
    expect(await one()).toMatchObject({ state: 'linked', customerId: 7, written: writtenHash({ ...ANA, address: null }) });
  });

  it('is a guest where the e-mail is several people’s', async () => {
    const { id, vendors } = await asked([], { prepare: async ({ vendors: world }) => [7, 8].map((one) => world.customers.set(one, ANA.email)) });
    expect([id, vendors.createdCustomers]).toEqual([null, []]);
  });
});
