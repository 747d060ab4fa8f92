import type { CustomerDraft, HikeCustomer } from '../customer';
import { emailKey } from './email-key';

/**
 * The customer to find or create in BigCommerce, or `null`: the sale goes as a guest's. Without first name, last name
 * and e-mail no customer detail is sent at all (product: "What syncs").
 */
export const bigcommerceCustomerForSale = (customer: HikeCustomer | null): CustomerDraft | null => {
  if (!customer) return null;
  const [firstName, lastName, email] = [customer.firstName.trim(), customer.lastName.trim(), customer.email.trim()];
  if (firstName === '' || lastName === '' || emailKey(email) === null) return null;
  return { firstName, lastName, email, phone: customer.phone.trim(), company: customer.company.trim(), address: customer.address };
};
