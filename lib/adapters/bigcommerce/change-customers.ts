import { z } from 'zod';
import { CustomerId } from '../../domain/ids';
import type { BigCommerceCustomers, CustomerChange, CustomerOutcome } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { changedCustomerBody, customerChangeToWire, listBody, newAddressToWire } from './customer-body';
import { customerOutcome, findInvalid } from './customer-outcome';
import { togetherOrSingly } from './together-or-singly';
import { writeAddresses } from './write-addresses';

const CUSTOMERS = '/v3/customers';

const changed = z.object({ data: z.array(z.object({ id: CustomerId })).nullish() });

/** A customer and an address are written apart: a change of customers takes no addresses. */
export const createChangeCustomers = (api: BigCommerceApi): BigCommerceCustomers['updateMany'] => {
  const sendCustomers = async (changes: readonly CustomerChange[]): Promise<Set<CustomerId>> => {
    const body = { schema: listBody(changedCustomerBody), value: changes.map(customerChangeToWire) };
    const { data } = await api.send('PUT', { path: CUSTOMERS, body }, changed);
    return new Set((data ?? []).map(({ id }) => id));
  };

  const isValid = (change: CustomerChange): boolean => findInvalid(changedCustomerBody, customerChangeToWire(change)) === null;

  const together = async (changes: readonly CustomerChange[]): Promise<(CustomerOutcome | null)[]> => {
    const valid = changes.filter(isValid);
    const stored = valid.length > 0 ? await sendCustomers(valid) : new Set<CustomerId>();
    return changes.map(({ id }) => (stored.has(id) ? { kind: 'done', id } : null));
  };

  const singly = (change: CustomerChange): Promise<CustomerOutcome> =>
    customerOutcome(async () => {
      await sendCustomers([change]);
      return { id: change.id };
    }, findInvalid(changedCustomerBody, customerChangeToWire(change)));

  return async (changes) => {
    const outcomes = await togetherOrSingly(changes, { together, singly });
    const ids = await writeAddresses(api, changes.flatMap((change, index) => {
      const body = outcomes[index]?.kind === 'done' ? newAddressToWire(change) : null;
      return body === null ? [] : [{ body, id: change.addressId }];
    }));
    return outcomes.map((outcome) => (outcome.kind === 'done' ? { ...outcome, addressId: ids.get(outcome.id) } : outcome));
  };
};
