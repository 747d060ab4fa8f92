import type { CustomerDraft, HikeCustomer } from '../../customer';
import type { Address } from '../../order';

const contactOf = ({ firstName, lastName, email, phone, company }: CustomerDraft): string[] => [firstName, lastName, email, phone, company];

const addressOf = ({ street1, street2, city, state, postcode, country, countryCode }: Address): string[] => [street1, street2, city, state, postcode, country, countryCode];

const partsOf = (draft: CustomerDraft): unknown[] => [...contactOf(draft), draft.address && addressOf(draft.address)];

/** What of a Hike customer the rules look at, as one text that the engine hashes: equal texts mean that nothing is to be done. */
export const customerText = (customer: HikeCustomer): string => JSON.stringify([customer.id, ...partsOf(customer)]);

/** What BigCommerce is given of a customer, likewise. */
export const customerDraftText = (draft: CustomerDraft): string => JSON.stringify(partsOf(draft));

/** Without the address, which each platform writes in its own way. */
export const customerContactText = (draft: CustomerDraft): string => JSON.stringify(contactOf(draft).map((text) => text.trim()));
