import { bigcommerceCustomerForSale } from '../../../domain/rules/bigcommerce-customer-for-sale';
import type { SendContext } from '../../../domain/rules/bigcommerce-order-from-hike-sale';
import type { Sale } from '../../../domain/sale';
import { customerInBigCommerce } from '../customers/customer-in-bigcommerce';
import type { JobContext } from '../job';

/**
 * The sale's customer in BigCommerce: by link, then by e-mail, else created. `null`, a guest, without all three of first
 * name, last name and e-mail, and where several customers share the e-mail: none of them is guessed at.
 */
export const customerOfSale = async (context: JobContext, sale: Sale): Promise<SendContext['customer']> => {
  const customer = sale.customerId === null ? null : await context.hike.customers.find(sale.customerId);
  const draft = bigcommerceCustomerForSale(customer);
  if (customer === null || draft === null) return null;
  const id = await customerInBigCommerce(context, customer);
  return id === null ? null : { id, draft };
};
