import type { HikeCustomer } from '../../../domain/customer';
import type { CustomerId } from '../../../domain/ids';
import { customerToSend } from '../../../domain/rules/customers/customer-to-send';
import type { JobContext } from '../job';
import { repeatably } from '../repeatably';
import { linkCustomers, linkedCustomers } from './customer-links';
import { asLinked, toldHash } from './customer-states';
import { matchCustomers } from './match-customers';

/**
 * One customer on its way with a sale: its partner in BigCommerce by link, then by e-mail, else created. `null` where it
 * has not all details, was put aside by a person, or could be several.
 */
export const customerInBigCommerce = async (context: JobContext, customer: HikeCustomer): Promise<CustomerId | null> => {
  const { database: { tables }, storeHash } = context;
  const toSend = customerToSend(customer);
  const linked = (await linkedCustomers(tables, storeHash, [customer.id])).get(customer.id);
  if (linked !== undefined) return linked.id;
  const [seen] = await tables.customers.findMany(storeHash, [customer.id]);
  if (toSend.kind === 'no-details' || seen?.state === 'ignored') return null;
  const { draft } = toSend;
  const found = await context.bigcommerce.customers.findByEmail(draft.email);
  const match = (await matchCustomers(context, [{ hikeId: customer.id, email: draft.email }], () => found)).get(customer.id);
  if (match === undefined || match.kind === 'ask') return null;
  // As with batches: the next attempt asks for the e-mail first, so a lost answer makes nobody twice.
  const id = match.kind === 'link' ? match.id : await repeatably(context.bigcommerce.customers.create(draft));
  await context.record('customer-of-sale-linked', async (inside) => {
    await linkCustomers(inside, storeHash, { pairs: [{ hikeId: customer.id, id, told: toldHash(draft) }], now: context.now() });
    if (seen !== undefined) await inside.customers.saveMany(storeHash, [asLinked(seen, { id, draft })]);
  });
  return id;
};
