import { HikeCustomerId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import type { Problem } from '../../../domain/problems';
import { emailKey } from '../../../domain/rules/email-key';
import { hikeCustomerForOrder } from '../../../domain/rules/hike-customer-for-order';
import type { JobContext } from '../job';
import { repeatably } from '../repeatably';

export interface SaleCustomer {
  id: HikeCustomerId;
  name: string;
}

/** A guest is remembered by e-mail, so that the second order of the same person costs no look-up. */
const keyOf = (order: Order): string | null => {
  if (order.customerId !== null) return String(order.customerId);
  const email = emailKey(order.billing.email);
  return email === null ? null : `guest:${email}`;
};

/** The order's customer in Hike, found by link, then by e-mail, else created; `null` for a guest without details. */
export const customerOfOrder = async (context: JobContext, order: Order): Promise<SaleCustomer | null | Problem> => {
  const key = keyOf(order);
  if (key !== null) {
    const [link] = await context.database.tables.links.findByBigCommerce(context.storeHash, 'customer', [key]);
    if (link !== undefined) return { id: HikeCustomerId.parse(Number(link.hikeId)), name: String(link.facts.name ?? '') };
  }
  const email = emailKey(order.billing.email);
  // Looking by e-mail before each create also finds the customer of a create whose answer was lost.
  const candidates = email === null ? [] : await context.hike.customers.listByEmail(email);
  const decision = hikeCustomerForOrder(order.billing, candidates);
  switch (decision.kind) {
    case 'refuse':
      return decision.problem;
    case 'guest':
      return null;
    case 'use':
      return linkCustomer(context, key, decision.customer);
    case 'create':
      return linkCustomer(context, key, { id: await repeatably(context.hike.customers.create(decision.draft)), name: nameOf(decision.draft) });
  }
};

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }): string => `${firstName} ${lastName}`.trim();

const linkCustomer = async (context: JobContext, key: string | null, customer: SaleCustomer): Promise<SaleCustomer> => {
  if (key !== null) {
    await context.record('customer-of-order-linked', (tables) =>
      tables.links.save(
        context.storeHash,
        { thing: 'customer', bigcommerceId: key, hikeId: String(customer.id), origin: 'bigcommerce', facts: { name: customer.name } },
        context.now(),
      ),
    );
  }
  return customer;
};
