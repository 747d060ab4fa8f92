import type { CustomerDraft } from '../../../domain/customer';
import type { CustomerId } from '../../../domain/ids';
import { customerDraftText } from '../../../domain/rules/customers/customer-text';
import { fingerprint } from '../../fingerprint';
import type { SeenCustomer } from '../../ports/tables';

/** Of what BigCommerce was given; an unchanged customer costs a comparison. */
export const writtenHash = (draft: CustomerDraft): string => fingerprint(customerDraftText(draft));

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
