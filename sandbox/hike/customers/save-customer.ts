import { record, type Desk } from '../state/desk.ts';
import { Refusal } from '../wire/refusal.ts';
import type { Customer, CustomerAddress } from './customer.ts';
import type { AddressBody, CustomerBody } from './customer-body.ts';

interface AddressSave {
  given: AddressBody | null | undefined;
  givenId: number | null | undefined;
  before: CustomerAddress | null | undefined;
}

/**
 * Callers report HTTP 500 when an address object that exists is sent back; a new one has id 0, and one that stays is
 * named by its id alone.
 */
function saveAddress(desk: Desk, { given, givenId, before }: AddressSave): CustomerAddress | null {
  if (given && given.id !== 0) throw new Refusal(500, 'An internal error occurred during your request!');
  if (given) return { ...given, id: desk.state.nextId('address') };
  return before && givenId === before.id ? before : null;
}

export function saveCustomer(desk: Desk, body: CustomerBody): { customer: Customer; created: boolean } {
  const { shop, state } = desk;
  const before = body.id ? shop.customers.find((other) => other.id === body.id) : undefined;
  if (body.id && !before) throw Refusal.notFound(`Customer ${body.id}`);
  const billing = saveAddress(desk, { given: body.billing_address, givenId: body.billing_address_id, before: before?.billing_address });
  const shipping = saveAddress(desk, { given: body.shipping_address, givenId: body.delivery_address_id, before: before?.shipping_address });
  const now = desk.now().toISOString();
  const customer: Customer = {
    id: before?.id ?? state.nextId('customer'),
    first_name: body.first_name,
    last_name: body.last_name,
    email: body.email ?? null,
    phone: body.phone,
    company_name: body.company_name,
    customer_code: body.customer_code,
    notes: body.notes,
    customer_group_id: body.customer_group_id ?? 1,
    loyalty_rewards_status: body.loyalty_rewards_status ?? false,
    accepts_marketing: body.accepts_marketing ?? false,
    billing_address_id: billing?.id ?? 0,
    delivery_address_id: shipping?.id ?? 0,
    billing_address: billing,
    shipping_address: shipping,
    created_date: before?.created_date ?? now,
    last_modified: now,
    isActive: body.isActive ?? true,
  };
  if (before) shop.customers[shop.customers.indexOf(before)] = customer;
  else shop.customers.push(customer);
  record(desk, before ? 'customer.updated' : 'customer.created', { id: customer.id, reference: customer.email ?? '', data: customer });
  return { customer, created: !before };
}
