import type { CustomerDraft } from '../../../domain/customer';
import type { CustomerId } from '../../../domain/ids';
import { customerContactText, customerDraftText } from '../../../domain/rules/customers/customer-text';
import { fingerprint } from '../../fingerprint';
import type { SeenCustomer } from '../../ports/tables';

/** Of what BigCommerce was given; an unchanged customer costs a comparison. */
export const writtenHash = (draft: CustomerDraft): string => fingerprint(customerDraftText(draft));

/** Of what Hike said of somebody whom an order or a sale linked; kept with the link, for Hike’s list of customers may not have told of them yet. */
export const toldHash = (draft: CustomerDraft): string => fingerprint(customerContactText(draft));

/**
 * The pair stands. A customer that was there before is taken as agreed: what BigCommerce holds of it is not overwritten
 * until Hike tells something else.
 */
export const asLinked = (seen: SeenCustomer, { id, draft }: { id: CustomerId; draft: CustomerDraft }): SeenCustomer => ({
  ...seen,
  state: 'linked',
  problem: null,
  candidates: [],
  customerId: id,
  written: writtenHash(draft),
});
