import type { CustomerId, HikeCustomerId } from '../../../domain/ids';
import { customerToSend } from '../../../domain/rules/customers/customer-to-send';
import { type CustomerMatch, matchCustomer } from '../../../domain/rules/customers/match-customer';
import { emailKey } from '../../../domain/rules/email-key';
import type { SeenCustomer } from '../../ports/tables';
import type { JobContext } from '../job';

export interface WantedCustomer {
  hikeId: HikeCustomerId;
  email: string;
}

/** Which BigCommerce customer each of these is, given whom BigCommerce has under their e-mails. Costs no call. */
export const matchCustomers = async (
  { database: { tables }, storeHash }: JobContext,
  wanted: readonly WantedCustomer[],
  foundByEmail: (email: string) => readonly CustomerId[],
): Promise<Map<HikeCustomerId, CustomerMatch>> => {
  const known = await tables.customers.findByEmails(storeHash, wanted.map(({ email }) => email));
  const found = wanted.flatMap(({ email }) => foundByEmail(email));
  const links = await tables.links.findByBigCommerce(storeHash, 'customer', [...new Set(found)].map(String));
  const owners = new Map(links.map(({ bigcommerceId, hikeId }) => [Number(bigcommerceId), hikeId]));
  const isTaken = (id: CustomerId, hikeId: HikeCustomerId) => owners.has(id) && owners.get(id) !== String(hikeId);
  return new Map(
    wanted.map(({ hikeId, email }) => {
      const own = foundByEmail(email);
      const rivals = known.filter((other) => other.customer.id !== hikeId && emailKey(other.customer.email) === emailKey(email) && isSent(other)).length;
      return [hikeId, matchCustomer({ found: own, taken: new Set(own.filter((id) => isTaken(id, hikeId))), rivals })];
    }),
  );
};

/** Put aside by a person, or without the details that sending takes, it is nobody's rival. */
const isSent = ({ state, customer }: SeenCustomer): boolean => state !== 'ignored' && customerToSend(customer).kind === 'send';
