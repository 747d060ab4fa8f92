import { CUSTOMER_STATES } from '../../../domain/catalogue-words';
import { emailKey } from '../../../domain/rules/email-key';
import type { SeenCustomer, SeenCustomers } from '../../ports/tables';
import { countEach } from './count-each';
import { holdsText } from './holds-text';
import type { MemoryShelves } from './memory-shelves';

export const memorySeenCustomers = ({ customers }: MemoryShelves): SeenCustomers => ({
  findMany: async (storeHash, ids) => [...new Set(ids)].flatMap((id) => customers.get(storeHash, id) ?? []),
  async saveMany(storeHash, many) {
    for (const seen of many) customers.set(storeHash, [seen.customer.id], seen);
  },
  async list(storeHash, { states, search, offset, limit }) {
    const matching = customers
      .list(storeHash)
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .filter(({ customer }) => holdsText(search, [nameOf(customer), customer.email]));
    return matching.sort(byName).slice(offset, offset + limit);
  },
  countByState: async (storeHash) => countEach(CUSTOMER_STATES, customers.list(storeHash).map(({ state }) => state)),
  findByEmails: async (storeHash, emails) => customers.listTagged(storeHash, emails.flatMap((email) => emailKey(email) ?? [])),
  deleteAll: async (storeHash) => customers.deleteStore(storeHash),
});

const nameOf = ({ firstName, lastName }: SeenCustomer['customer']): string => `${firstName} ${lastName}`;

const byName = ({ customer: a }: SeenCustomer, { customer: b }: SeenCustomer): number => {
  const [first, second] = [nameOf(a).trim().toLowerCase(), nameOf(b).trim().toLowerCase()];
  return first < second ? -1 : first > second ? 1 : a.id - b.id;
};
