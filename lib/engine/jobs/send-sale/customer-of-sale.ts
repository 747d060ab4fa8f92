import { CustomerId, type HikeCustomerId } from '../../../domain/ids';
import { bigcommerceCustomerForSale } from '../../../domain/rules/bigcommerce-customer-for-sale';
import type { SendContext } from '../../../domain/rules/bigcommerce-order-from-hike-sale';
import type { Sale } from '../../../domain/sale';
import type { JobContext } from '../job';

/**
 * The sale's customer in BigCommerce: by link, then by e-mail, else created. `null`, a guest, without all three of first
 * name, last name and e-mail, and where several customers share the e-mail: none of them is guessed at.
 */
export const customerOfSale = async (context: JobContext, sale: Sale): Promise<SendContext['customer']> => {
  if (sale.customerId === null) return null;
  const draft = bigcommerceCustomerForSale(await context.hike.customers.find(sale.customerId));
  if (draft === null) return null;
  const linked = await linkedCustomer(context, sale.customerId);
  if (linked !== null) return { id: linked, draft };
  const [only, ...others] = await context.bigcommerce.customers.findByEmail(draft.email);
  if (others.length > 0) return null;
  const id = only ?? (await context.bigcommerce.customers.create(draft));
  await linkCustomer(context, sale.customerId, id);
  return { id, draft };
};

const linkedCustomer = async (context: JobContext, hikeId: HikeCustomerId): Promise<CustomerId | null> => {
  const [link] = await context.database.tables.links.findByHike(context.storeHash, 'customer', [String(hikeId)]);
  // A link of a guest is known by e-mail, not by a customer's id.
  return link === undefined ? null : (CustomerId.safeParse(Number(link.bigcommerceId)).data ?? null);
};

const linkCustomer = (context: JobContext, hikeId: HikeCustomerId, id: CustomerId): Promise<void> =>
  context.record((tables) =>
    tables.links.save(
      context.storeHash,
      { thing: 'customer', bigcommerceId: String(id), hikeId: String(hikeId), origin: 'hike', facts: {} },
      context.now(),
    ),
  );
