import type { CustomerDraft, HikeCustomer } from '../../domain/customer';
import type { CustomerAddressId, CustomerId, HikeCustomerId } from '../../domain/ids';
import { problem } from '../../domain/problems';
import type { BigCommerceCustomers, CustomerChange, CustomerOutcome } from '../ports/bigcommerce';
import type { HikeCustomers } from '../ports/hike';
import type { OddItem } from '../ports/odd-item';

/** The customers of both sides as plain objects; every write is kept. */
export interface FakeCustomersWorld {
  /** What Hike's list holds beside the rest, and nobody understands. */
  oddHikeCustomers: OddItem[];
  hikeCustomers: Map<number, HikeCustomer>;
  /** Customers that a page of Hike's list holds. */
  hikeCustomersPageSize: number;
  /** BigCommerce's, by id: the e-mail. */
  customers: Map<number, string>;
  createdCustomers: CustomerDraft[];
  customerChanges: CustomerChange[];
  /** Customers of each call that creates or changes some. */
  customerBatches: number[];
  /** E-mails that BigCommerce does not take. */
  refusedEmails: Set<string>;
}

type Call = <T>(name: string, effect: () => T) => Promise<T>;

export const newCustomersWorld = (): FakeCustomersWorld => ({
  hikeCustomers: new Map(),
  hikeCustomersPageSize: 100,
  customers: new Map(),
  createdCustomers: [],
  customerChanges: [],
  customerBatches: [],
  refusedEmails: new Set(),
  oddHikeCustomers: [],
});

const idsOf = ({ customers }: FakeCustomersWorld, email: string): CustomerId[] =>
  [...customers].filter(([, held]) => held.toLowerCase() === email.trim().toLowerCase()).map(([id]) => id as CustomerId);

const create = (world: FakeCustomersWorld, draft: CustomerDraft): CustomerId => {
  const id = (70 + world.customers.size) as CustomerId;
  world.customers.set(id, draft.email);
  world.createdCustomers.push(draft);
  return id;
};

const outcomeOf = (world: FakeCustomersWorld, { email }: CustomerDraft, take: () => CustomerId): CustomerOutcome =>
  world.refusedEmails.has(email) ? { kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'The e-mail is invalid.' }) } : { kind: 'done', id: take() };

/** One address a customer, numbered after it. */
const withAddress = (outcome: CustomerOutcome, { address }: CustomerDraft): CustomerOutcome =>
  outcome.kind === 'done' && address !== null ? { ...outcome, addressId: (outcome.id + 1_000) as CustomerAddressId } : outcome;

export const fakeCustomers = (world: FakeCustomersWorld, call: Call): BigCommerceCustomers => ({
  findByEmail: (email) => call('customers.byEmail', () => idsOf(world, email)),
  listByEmails: (emails) => call('customers.byEmails', () => new Map(emails.map((email) => [email.toLowerCase(), idsOf(world, email)] as const).filter(([, ids]) => ids.length > 0))),
  create: (draft) => call('customers.create', () => create(world, draft)),
  createMany: (drafts) =>
    call('customers.createMany', () => {
      world.customerBatches.push(drafts.length);
      return drafts.map((draft) => withAddress(outcomeOf(world, draft, () => create(world, draft)), draft));
    }),
  updateMany: (changes) =>
    call('customers.updateMany', () => {
      world.customerBatches.push(changes.length);
      world.customerChanges.push(...changes);
      return changes.map(({ id, draft }) => withAddress(outcomeOf(world, draft, () => id), draft));
    }),
});

export const fakeHikeCustomers = (world: FakeCustomersWorld, call: Call): HikeCustomers => ({
  listByEmail: (email) => call('hikeCustomers.byEmail', () => [...world.hikeCustomers.values()].filter((customer) => customer.email === email)),
  find: (id) => call('hikeCustomers.find', () => world.hikeCustomers.get(id) ?? null),
  create: (draft) =>
    call('hikeCustomers.create', () => {
      const id = (300 + world.hikeCustomers.size) as HikeCustomerId;
      world.hikeCustomers.set(id, { ...draft, id });
      return id;
    }),
  listChanged: (_since, skip) =>
    call('hikeCustomers.list', () => {
      const all = [...world.hikeCustomers.values()];
      const end = skip + world.hikeCustomersPageSize;
      return { items: all.slice(skip, end), next: end < all.length ? end : null, total: all.length, odd: world.oddHikeCustomers };
    }),
});
