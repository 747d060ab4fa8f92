import type { HikeCustomer } from '../../customer';

/** What a customer is called in the sync log. */
export const customerName = ({ id, firstName, lastName, company, email }: HikeCustomer): string =>
  `${firstName} ${lastName}`.trim() || company.trim() || email.trim() || `Customer ${id}`;
