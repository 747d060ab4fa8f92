import type { CustomerDraft, HikeCustomer } from '../customer';
import type { Address } from '../order';
import { problem, type Problem } from '../problems';
import { emailKey } from './email-key';

export type CustomerDecision =
  | { kind: 'use'; customer: HikeCustomer; name: string }
  | { kind: 'create'; draft: CustomerDraft }
  /** Sold as a walk-in; the sale's note keeps the name. */
  | { kind: 'guest' }
  | { kind: 'refuse'; problem: Problem };

const fullName = (person: { firstName: string; lastName: string }): string => `${person.firstName.trim()} ${person.lastName.trim()}`.trim();

/** Who the sale is for: found by e-mail, else created, else a guest. Two customers with one e-mail are never guessed between. */
export const hikeCustomerForOrder = (billing: Address, candidates: readonly HikeCustomer[]): CustomerDecision => {
  const email = emailKey(billing.email);
  if (email === null) return { kind: 'guest' };
  const matching = candidates.filter((candidate) => emailKey(candidate.email) === email);
  const [customer, ...others] = new Map(matching.map((candidate) => [candidate.id, candidate])).values();
  if (others.length > 0) return { kind: 'refuse', problem: problem('customer-ambiguous', { email: billing.email.trim() }) };
  if (customer) return { kind: 'use', customer, name: fullName(customer) || billing.email.trim() };
  const [firstName, lastName] = [billing.firstName.trim(), billing.lastName.trim()];
  if (firstName === '' || lastName === '') return { kind: 'guest' };
  return {
    kind: 'create',
    draft: { firstName, lastName, email: billing.email.trim(), phone: billing.phone.trim(), company: billing.company.trim(), address: billing },
  };
};
