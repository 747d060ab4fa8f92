import { z } from 'zod';
import type { CustomerDraft } from '../../domain/customer';
import { CustomerId } from '../../domain/ids';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { BigCommerceCustomers } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { customersBody, customersToWire } from './customer-body';
import { listPages } from './list-pages';

const CUSTOMERS = '/v3/customers';

const found = z.object({ id: CustomerId, email: z.string() });
/** A 207 has both: what was stored, and what of it went wrong (reference: bigcommerce 5.2). */
const created = z.object({ data: z.array(z.object({ id: CustomerId })).nullish(), errors: z.unknown().optional() });

const withoutAddress = (draft: CustomerDraft): CustomerDraft => ({ ...draft, address: null });

export const createCustomers = (api: BigCommerceApi): BigCommerceCustomers => {
  const create = async (draft: CustomerDraft): Promise<CustomerId> => {
    const body = { schema: customersBody, value: customersToWire(draft) };
    const { data } = await api.send('POST', { path: CUSTOMERS, body }, created);
    const id = data?.[0]?.id;
    if (id === undefined) throw new RefusedByVendor({ side: 'bigcommerce', status: 207, reason: 'The customer was not stored.' });
    return id;
  };

  return {
    findByEmail: async (email) => {
      const wanted = email.trim().toLowerCase();
      // A comma would end the e-mail within the filter, so such an address cannot be asked for.
      if (wanted === '' || wanted.includes(',')) return [];
      const customers = await listPages(api, { path: CUSTOMERS, query: { 'email:in': email.trim() } }, found);
      return customers.filter((customer) => customer.email.trim().toLowerCase() === wanted).map(({ id }) => id);
    },

    create: async (draft) => {
      try {
        return await create(draft);
      } catch (error) {
        // A till knows "NSW", BigCommerce insists on "New South Wales": rather the customer without an address than none.
        const isRefusedAddress = error instanceof RefusedByVendor && error.status === 422 && draft.address !== null && /address|state|country|postal/i.test(error.reason);
        if (!isRefusedAddress) throw error;
        return create(withoutAddress(draft));
      }
    },
  };
};
