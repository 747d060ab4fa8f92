import type { Customer } from '../traffic/things';
import type { Evidence } from './evidence';
import { grouped } from './grouped';
import { keyOfEmail } from './in-words';
import { isRefused } from './reasons';

const isComplete = ({ first_name: first, last_name: last, email }: Customer): boolean => [first, last, email].every((text) => (text ?? '').trim() !== '');

const faultOf = (customer: Customer, evidence: Evidence, found: readonly Evidence['customers'][number][]): string | null => {
  const named = `customer ${customer.id} of Hike (${customer.email ?? 'no e-mail'})`;
  if (!isComplete(customer)) return evidence.withoutDetails.has(customer.id) ? null : `${named} lacks details, and the page does not say so`;
  if (isRefused(evidence, 'customer', customer)) return null;
  if (found.length !== 1) return `${named} is in the store ${found.length} times`;
  // What BigCommerce holds of somebody whom it had before stays until Hike tells something else; and it tells nothing to an app that is not installed.
  const isChanged = !evidence.ledger.some(({ kind }) => kind === 'app.uninstalled') && (evidence.beginning.phones.get(customer.id) ?? null) !== customer.phone;
  return isChanged && found[0]?.phone !== customer.phone ? `${named} has the phone ${customer.phone} in Hike and ${found[0]?.phone} in the store` : null;
};

/** With first name, last name and e-mail a customer of Hike's is in the store once; without one of them not at all, and listed. */
export const customersAreThere = (evidence: Evidence): string[] => {
  const inStore = grouped(evidence.customers, ({ email }) => keyOfEmail(email));
  const complete = new Set(evidence.shop.customers.filter(isComplete).map(({ email }) => keyOfEmail(email)));
  const strangers = evidence.customers.filter(({ id, email }) => !evidence.beginning.customerIds.has(id) && !complete.has(keyOfEmail(email)));
  return [
    ...evidence.shop.customers.flatMap((customer) => faultOf(customer, evidence, inStore.get(keyOfEmail(customer.email)) ?? []) ?? []),
    ...strangers.map(({ id, email }) => `customer ${id} (${email}) of the store is nobody whom Hike has with all details`),
  ];
};
