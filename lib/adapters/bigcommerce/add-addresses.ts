import { z } from 'zod';
import type { BigCommerceApi } from './bigcommerce-api';
import { listBody, newAddressBody, type NewAddressBody } from './customer-body';
import { isMemberRefusal, togetherOrSingly } from './together-or-singly';

const PATH = '/v3/customers/addresses';
const done = z.unknown();

/**
 * One call for ten. An address that BigCommerce has already is not added again and missing from its answer, so there is
 * nothing to read in it. One that is refused is left out: rather the customer without it than one that is never in step.
 */
export const addAddresses = async (api: BigCommerceApi, addresses: readonly NewAddressBody[]): Promise<void> => {
  const send = (some: readonly NewAddressBody[]) => api.send('POST', { path: PATH, body: { schema: listBody(newAddressBody), value: [...some] } }, done);
  await togetherOrSingly(addresses, {
    together: async (members) => {
      await send(members);
      return members.map(() => true);
    },
    singly: async (address) => {
      try {
        await send([address]);
      } catch (error) {
        if (!isMemberRefusal(error)) throw error;
      }
      return true;
    },
  });
};
