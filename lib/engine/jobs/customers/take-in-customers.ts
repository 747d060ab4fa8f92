import type { HikeCustomer } from '../../../domain/customer';
import { customerText } from '../../../domain/rules/customers/customer-text';
import { customerToSend } from '../../../domain/rules/customers/customer-to-send';
import { emailKey } from '../../../domain/rules/email-key';
import { fingerprint } from '../../fingerprint';
import { PRIORITY } from '../../priorities';
import type { SeenCustomer, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

/** Keeps customers as Hike tells them now, and marks those that are to be sent; an unchanged one costs a comparison. */
export const takeInCustomers = async (context: JobContext, tables: Tables, customers: readonly HikeCustomer[]): Promise<void> => {
  const { storeHash } = context;
  const known = new Map((await tables.customers.findMany(storeHash, customers.map(({ id }) => id))).map((seen) => [seen.customer.id, seen]));
  const told = customers.map((customer) => ({ before: known.get(customer.id), customer, now: fingerprint(customerText(customer)) }));
  const changed = told.filter(({ before, now }) => before?.fingerprint !== now).map(({ before, customer, now }) => standingOf(customer, { before, now }));
  await tables.customers.saveMany(storeHash, changed);
  const toSend = changed.filter(({ state }) => state !== 'ignored' && state !== 'no-details');
  await tables.dirty.markMany(
    storeHash,
    toSend.map(({ customer }) => ({ thing: 'customer', id: String(customer.id), priority: PRIORITY.customer, notBefore: context.now(), trigger: 'schedule' })),
  );
};

const UNSEEN = { state: 'waiting', problem: null, candidates: [], customerId: null, written: null } as const;

const standingOf = (customer: HikeCustomer, { before, now }: { before: SeenCustomer | undefined; now: string }): SeenCustomer => {
  const kept: SeenCustomer = { ...(before ?? { ...UNSEEN, candidates: [] }), customer, fingerprint: now, ...(isFreed(customer, before) && { state: 'waiting', problem: null }) };
  if (kept.state === 'ignored' || kept.customerId !== null) return kept;
  const toSend = customerToSend(customer);
  return toSend.kind === 'no-details' ? { ...kept, state: 'no-details', problem: toSend.problem, candidates: [] } : { ...kept, state: 'waiting', problem: null };
};

/** It gave way to another with the same e-mail, and has one of its own now. */
const isFreed = (customer: HikeCustomer, before: SeenCustomer | undefined): boolean =>
  before?.state === 'ignored' && before.problem?.code === 'customer-email-given' && emailKey(before.customer.email) !== emailKey(customer.email);
