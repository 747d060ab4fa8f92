import type { CustomerDraft, HikeCustomer } from '../../customer';

const partsOf = ({ firstName, lastName, email, phone, company, address }: CustomerDraft): unknown[] => [
  firstName,
  lastName,
  email,
  phone,
  company,
  address && [address.street1, address.street2, address.city, address.state, address.postcode, address.country, address.countryCode],
];

/** What of a Hike customer the rules look at, as one text that the engine hashes: equal texts mean that nothing is to be done. */
export const customerText = (customer: HikeCustomer): string => JSON.stringify([customer.id, ...partsOf(customer)]);

/** What BigCommerce is given of a customer, likewise. */
export const customerDraftText = (draft: CustomerDraft): string => JSON.stringify(partsOf(draft));
