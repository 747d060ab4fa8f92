import type { CustomerDraft, HikeCustomer } from '../../customer';
import { problem, type Problem } from '../../problems';
import { bigcommerceCustomerForSale } from '../bigcommerce-customer-for-sale';
import { addressToSend } from './address-to-send';
import { emailKey } from '../email-key';
import { customerName } from './customer-name';

export type CustomerToSend =
  /** `note`: what of it was left out, and why. */
  | { kind: 'send'; draft: CustomerDraft; note: string | null }
  | { kind: 'no-details'; problem: Problem };

const missingOf = ({ firstName, lastName, email }: HikeCustomer): string => {
  const emailWords = email.trim() === '' ? 'an e-mail' : 'a valid e-mail';
  const missing = [
    ...(firstName.trim() === '' ? ['a first name'] : []),
    ...(lastName.trim() === '' ? ['a last name'] : []),
    ...(emailKey(email) === null ? [emailWords] : []),
  ];
  return new Intl.ListFormat('en').format(missing);
};

/** A Hike customer as BigCommerce takes it, or why none of it is sent (product: "What syncs"). */
export const customerToSend = (customer: HikeCustomer): CustomerToSend => {
  const draft = bigcommerceCustomerForSale(customer);
  if (draft === null) return { kind: 'no-details', problem: problem('customer-incomplete', { customer: customerName(customer), missing: missingOf(customer) }) };
  const address = addressToSend(draft.address);
  return {
    kind: 'send',
    draft: { ...draft, address: address.kind === 'send' ? address.address : null },
    note: address.kind === 'left-out' ? address.reason : null,
  };
};
