import type { CustomerDraft } from '../../../domain/customer';
import { HikeCustomerId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import type { Problem } from '../../../domain/problems';
import { emailKey } from '../../../domain/rules/email-key';
import { hikeCustomerForOrder } from '../../../domain/rules/hike-customer-for-order';
import { toldHash } from '../customers/customer-states';
import { type Created, createOnce, endIntent } from '../create-once';
import type { JobContext } from '../job';

export interface SaleCustomer {
  id: HikeCustomerId;
  name: string;
}

export type OrdersCustomer =
  | { kind: 'customer'; customer: SaleCustomer }
  /** Without details. */
  | { kind: 'guest' }
  | { kind: 'refuse'; problem: Problem }
  | Extract<Created<SaleCustomer>, { kind: 'checking' }>;

/** The order's customer in Hike, found by link, then by e-mail, else created. */
export const customerOfOrder = async (context: JobContext, order: Order): Promise<OrdersCustomer> => {
  const email = emailKey(order.billing.email);
  // A guest is remembered by e-mail, so that the second order of the same person costs no look-up.
  const key = order.customerId === null ? email && `guest:${email}` : String(order.customerId);
  const [link] = key === null ? [] : await context.database.tables.links.findByBigCommerce(context.storeHash, 'customer', [key]);
  if (link !== undefined) return { kind: 'customer', customer: { id: HikeCustomerId.parse(Number(link.hikeId)), name: String(link.facts.name ?? '') } };
  if (key === null || email === null) return { kind: 'guest' };
  const decision = hikeCustomerForOrder(order.billing, await context.hike.customers.listByEmail(email));
  switch (decision.kind) {
    case 'refuse':
    case 'guest':
      return decision;
    case 'use':
      return linkCustomer(context, { key, email }, { id: decision.customer.id, name: decision.name, said: decision.customer });
    case 'create':
      return createCustomer(context, { key, email }, decision.draft);
  }
};

/** By what BigCommerce and Hike know a person. */
interface Known {
  key: string;
  email: string;
}

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }): string => `${firstName} ${lastName}`;

/** Hike takes any number of customers with one e-mail, and a create may still be on its way when the next attempt looks. */
const createCustomer = async (context: JobContext, known: Known, draft: CustomerDraft): Promise<OrdersCustomer> => {
  const outcome = await createOnce<SaleCustomer>(context, {
    ...intentOf(known),
    create: async () => ({ id: await context.hike.customers.create(draft), name: nameOf(draft) }),
    // Each attempt has just looked.
    lookUp: async () => null,
  });
  return outcome.kind === 'checking' ? outcome : linkCustomer(context, known, { ...outcome.remote, said: draft });
};

const intentOf = ({ email }: Known) => ({ kind: 'customer', key: email, reference: email }) as const;

/** `said` is what Hike holds of them at this moment. */
const linkCustomer = async (context: JobContext, known: Known, { said, ...customer }: SaleCustomer & { said: CustomerDraft }): Promise<OrdersCustomer> => {
  const ids = { bigcommerceId: known.key, hikeId: String(customer.id) };
  await context.record('customer-of-order-linked', async (tables) => {
    await endIntent(context, tables, { ...intentOf(known), remoteId: ids.hikeId });
    await tables.links.save(context.storeHash, { thing: 'customer', ...ids, origin: 'bigcommerce', facts: { name: customer.name, told: toldHash(said) } }, context.now());
  });
  return { kind: 'customer', customer };
};
