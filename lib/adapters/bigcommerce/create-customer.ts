import { z } from 'zod';
import type { CustomerDraft } from '../../domain/customer';
import { CustomerAddressId, CustomerId } from '../../domain/ids';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { BigCommerceApi } from './bigcommerce-api';
import { customerToWire, listBody, newCustomerBody } from './customer-body';
import type { StoredCustomer } from './customer-outcome';

/** A 207 has both: what was stored, and what of it went wrong (reference: bigcommerce 5.2). */
const created = z.object({ data: z.array(z.object({ id: CustomerId, email: z.string().nullish(), addresses: z.array(z.object({ id: CustomerAddressId })).nullish().catch(null) })).nullish(), errors: z.unknown().optional() });

const withoutAddress = (draft: CustomerDraft): CustomerDraft => ({ ...draft, address: null });

export interface CustomerCreation {
  /** Those that were stored. */
  together(drafts: readonly CustomerDraft[]): Promise<(StoredCustomer & { email?: string | null | undefined })[]>;
  singly(draft: CustomerDraft): Promise<StoredCustomer>;
}

export const createCustomerCreation = (api: BigCommerceApi): CustomerCreation => {
  const together: CustomerCreation['together'] = async (drafts) => {
    const body = { schema: listBody(newCustomerBody), value: drafts.map(customerToWire) };
    const { data } = await api.send('POST', { path: '/v3/customers', body }, created);
    return (data ?? []).map(({ id, email, addresses }) => ({ id, email, addressId: addresses?.[0]?.id }));
  };

  const one = async (draft: CustomerDraft): Promise<StoredCustomer> => {
    const [customer] = await together([draft]);
    if (!customer) throw new RefusedByVendor({ side: 'bigcommerce', status: 207, reason: 'The customer was not stored.' });
    return { id: customer.id, addressId: customer.addressId };
  };

  return {
    together,
    singly: async (draft) => {
      try {
        return await one(draft);
      } catch (error) {
        // A till knows "NSW", BigCommerce insists on "New South Wales": rather the customer without an address than none.
        const isRefusedAddress = error instanceof RefusedByVendor && error.status === 422 && draft.address !== null && /address|state|country|postal/i.test(error.reason);
        if (!isRefusedAddress) throw error;
        return one(withoutAddress(draft));
      }
    },
  };
};
