import type { CustomerDraft, HikeCustomer } from '../../customer';
import { problem, type Problem } from '../../problems';
import { bigcommerceCustomerForSale } from '../bigcommerce-customer-for-sale';
import { addressToSend } from './address-to-send';
import { customerName } from './customer-name';

export type CustomerToSend =
  /** `note`: what of it was left out, and why. */
  | { kind: 'send'; draft: CustomerDraft; note: string | null }
  | { kind: 'no-details'; problem: Problem };

/** A Hike customer as BigCommerce takes it, or why none of it is sent (product: "What syncs"). */
export const customerToSend = (customer: HikeCustomer): CustomerToSend => {
  const draft = bigcommerceCustomerForSale(customer);
  if (draft === null) return { kind: 'no-details', problem: problem('customer-without-details', { customer: customerName(customer) }) };
  const address = addressToSend(draft.address);
  return {
    kind: 'send',
    draft: { ...draft, address: address.kind === 'send' ? address.address : null },
    note: address.kind === 'left-out' ? address.reason : null,
  };
};
