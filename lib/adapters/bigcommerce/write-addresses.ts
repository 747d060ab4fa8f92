import { z } from 'zod';
import { CustomerAddressId, CustomerId } from '../../domain/ids';
import type { BigCommerceApi } from './bigcommerce-api';
import { changedAddressBody, listBody, newAddressBody, type NewAddressBody } from './customer-body';
import { isMemberRefusal, togetherOrSingly } from './together-or-singly';

interface OwnAddress {
  body: NewAddressBody;
  /** Of the one that we gave before. */
  id?: CustomerAddressId | undefined;
}

type AddressIds = Map<number, CustomerAddressId>;

const PATH = '/v3/customers/addresses';
/** What it does not tell is not remembered. */
const done = z.object({ data: z.array(z.object({ id: CustomerAddressId, customer_id: CustomerId })).nullish() }).catch({ data: [] });

const idsIn = ({ data }: z.output<typeof done>): AddressIds => new Map((data ?? []).map(({ id, customer_id }) => [customer_id, id]));

/**
 * One call for ten. An address that the customer has already is neither added nor changed, and missing from the answer.
 * One that is refused is left out: rather the customer without it than one that is never in step.
 */
const writeTogether = async <Member>(members: readonly Member[], send: (some: readonly Member[]) => Promise<z.output<typeof done>>): Promise<AddressIds> => {
  const ids: AddressIds = new Map();
  const keep = (some: AddressIds) => some.forEach((id, customerId) => ids.set(customerId, id));
  await togetherOrSingly(members, {
    together: async (some) => {
      keep(idsIn(await send(some)));
      return some.map(() => true);
    },
    singly: async (one) => {
      try {
        keep(idsIn(await send([one])));
      } catch (error) {
        if (!isMemberRefusal(error)) throw error;
      }
      return true;
    },
  });
  return ids;
};

/** Changes the addresses that we gave before, and adds what is new or was deleted meanwhile. Answers their ids by customer, where they are told. */
export const writeAddresses = async (api: BigCommerceApi, addresses: readonly OwnAddress[]): Promise<AddressIds> => {
  const known = addresses.flatMap(({ body: { customer_id: _owner, ...address }, id }) => (id === undefined ? [] : [{ ...address, id }]));
  const changed = await writeTogether(known, (some) => api.send('PUT', { path: PATH, body: { schema: listBody(changedAddressBody), value: [...some] } }, done));
  const missing = addresses.flatMap(({ body }) => (changed.has(body.customer_id) ? [] : [body]));
  const added = await writeTogether(missing, (some) => api.send('POST', { path: PATH, body: { schema: listBody(newAddressBody), value: [...some] } }, done));
  return new Map([...changed, ...added]);
};
