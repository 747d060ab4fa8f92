import type { CustomerId, HikeCustomerId, StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { isOpen } from '../../../domain/entry';
import { problem } from '../../../domain/problems';
import { customerName } from '../../../domain/rules/customers/customer-name';
import { customerToSend } from '../../../domain/rules/customers/customer-to-send';
import { PRIORITY } from '../../priorities';
import type { SeenCustomer, Tables } from '../../ports/tables';
import { entryOf } from '../entry-of';
import { linkCustomers } from './customer-links';
import { asLinked } from './customer-states';
import { customerSubject } from './customer-subject';

/*
 * What a person does about customers, inside a transaction of the caller's, who also wakes the pump.
 */

interface OfMany {
  hikeIds: readonly HikeCustomerId[];
  now: Instant;
}

/** Which of several it is, kept for good; `null`: none of them, and it is never sent. */
export const chooseCustomer = async (
  tables: Tables,
  storeHash: StoreHash,
  { hikeId, customerId, now }: { hikeId: HikeCustomerId; customerId: CustomerId | null; now: Instant },
): Promise<void> => {
  if (customerId === null) return ignoreCustomers(tables, storeHash, { hikeIds: [hikeId], now, ignore: true });
  const [seen] = await tables.customers.findMany(storeHash, [hikeId]);
  if (seen === undefined) return;
  const toSend = customerToSend(seen.customer);
  if (toSend.kind === 'no-details') return;
  await linkCustomers(tables, storeHash, { pairs: [{ hikeId, id: customerId }], now });
  await tables.customers.saveMany(storeHash, [asLinked(seen, { id: customerId, draft: toSend.draft })]);
  await closeEntry(tables, storeHash, { seen, now, message: `Linked by hand with customer ${customerId}.`, customerId });
};

/**
 * This one of several with an e-mail that BigCommerce does not know yet is sent; the others are put aside until Hike has
 * another e-mail for them.
 */
export const createChosen = async (tables: Tables, storeHash: StoreHash, { hikeId, now }: { hikeId: HikeCustomerId; now: Instant }): Promise<void> => {
  const [seen] = await tables.customers.findMany(storeHash, [hikeId]);
  if (seen === undefined || seen.state !== 'ask' || seen.candidates.length > 0) return;
  const { email } = seen.customer;
  const others = (await tables.customers.findByEmails(storeHash, [email])).filter(({ customer, state }) => customer.id !== hikeId && state !== 'ignored');
  const aside = others.map((other): SeenCustomer => ({
    ...other,
    state: 'ignored',
    problem: problem('customer-email-given', { customer: customerName(other.customer), other: customerName(seen.customer), email }),
    candidates: [],
  }));
  await tables.customers.saveMany(storeHash, [{ ...seen, state: 'waiting', problem: null }, ...aside]);
  for (const one of aside) await closeEntry(tables, storeHash, { seen: one, now, message: `Not sent: a person chose ${customerName(seen.customer)} for the e-mail.`, customerId: one.customerId });
  await markCustomers(tables, storeHash, { hikeIds: [hikeId], now });
};

/** Put aside, or taken up again. Whoever shared the e-mail with one of them is looked at anew. */
export const ignoreCustomers = async (tables: Tables, storeHash: StoreHash, { hikeIds, now, ignore }: OfMany & { ignore: boolean }): Promise<void> => {
  const seen = (await tables.customers.findMany(storeHash, hikeIds)).filter(({ state }) => (state === 'ignored') !== ignore);
  await tables.customers.saveMany(storeHash, seen.map((one) => ({ ...one, state: ignore ? 'ignored' : 'waiting', problem: null, candidates: [] })));
  if (ignore) for (const one of seen) await closeEntry(tables, storeHash, { seen: one, now, message: 'Put aside by a person.', customerId: one.customerId });
  const rivals = await tables.customers.findByEmails(storeHash, seen.map(({ customer }) => customer.email));
  const waiting = rivals.filter(({ state }) => state === 'ask').map(({ customer }) => customer.id);
  await markCustomers(tables, storeHash, { hikeIds: [...waiting, ...(ignore ? [] : seen.map(({ customer }) => customer.id))], now });
};

export const retryCustomers = async (tables: Tables, storeHash: StoreHash, { hikeIds, now }: OfMany): Promise<void> => {
  const seen = (await tables.customers.findMany(storeHash, hikeIds)).filter(({ state }) => state === 'ask' || state === 'refused' || state === 'no-details');
  await tables.customers.saveMany(storeHash, seen.map((one) => ({ ...one, state: 'waiting', problem: null })));
  await markCustomers(tables, storeHash, { hikeIds: seen.map(({ customer }) => customer.id), now });
};

const markCustomers = (tables: Tables, storeHash: StoreHash, { hikeIds, now }: OfMany): Promise<void> =>
  tables.dirty.markMany(
    storeHash,
    [...new Set(hikeIds)].map((id) => ({ thing: 'customer', id: String(id), priority: PRIORITY.person, notBefore: now, trigger: 'person' })),
  );

interface Decided {
  seen: SeenCustomer;
  now: Instant;
  message: string;
  customerId: CustomerId | null;
}

/** The sync log no longer waits for a person where it did. */
const closeEntry = async (tables: Tables, storeHash: StoreHash, { seen, now, message, customerId }: Decided): Promise<void> => {
  const recordId = String(seen.customer.id);
  const entries = await tables.entries.list(storeHash, { results: [], direction: null, thing: 'customer', recordId, search: '', from: null, before: null, limit: 1 });
  if (!entries.some(({ result }) => isOpen(result))) return;
  const subject = customerSubject(seen.customer, customerId);
  await tables.entries.record(storeHash, entryOf({ now: () => now }, { row: { id: recordId, trigger: 'person' }, subject, outcome: { result: 'done', message } }));
};
