import { z } from 'zod';
import { record, type Desk } from '../state/desk.ts';
import { anyCase } from '../wire/wire-types.ts';
import type { Customer, CustomerAddress } from './customer.ts';

const text = z.string().nullable().optional();

const address = anyCase(
  z.strictObject({ address1: text, address2: text, city: text, state: text, country_code: text, country_name: text, postcode: text, receiverName: text, receiverPhone: text }),
);

/** What a person changes of a customer in Hike; what is left out stays. */
export const customerChange = z.strictObject({
  first_name: z.string().min(1).optional(),
  last_name: text,
  email: text,
  phone: text,
  company_name: text,
  customer_code: text,
  notes: text,
  accepts_marketing: z.boolean().optional(),
  isActive: z.boolean().optional(),
  billing_address: address.nullable().optional(),
  shipping_address: address.nullable().optional(),
});

type CustomerChange = z.output<typeof customerChange>;

const BLANK = { address1: null, address2: null, city: null, state: null, country_code: null, country_name: null, postcode: null, receiverName: null, receiverPhone: null };

function changed(desk: Desk, before: CustomerAddress | null, change: CustomerChange['billing_address']): CustomerAddress | null {
  if (change === undefined) return before;
  return change && Object.assign({ ...(before ?? { ...BLANK, id: desk.state.nextId('address') }) }, change);
}

export function editCustomer(desk: Desk, customer: Customer, { billing_address, shipping_address, ...values }: CustomerChange): Customer {
  const billing = changed(desk, customer.billing_address, billing_address);
  const shipping = changed(desk, customer.shipping_address, shipping_address);
  Object.assign(customer, values, {
    billing_address: billing,
    shipping_address: shipping,
    billing_address_id: billing?.id ?? 0,
    delivery_address_id: shipping?.id ?? 0,
    last_modified: desk.now().toISOString(),
  });
  record(desk, 'customer.updated', { id: customer.id, reference: customer.email ?? '', data: customer });
  return customer;
}

/** Sales keep what they say of the customer. */
export function deleteCustomer(desk: Desk, customer: Customer): void {
  desk.shop.customers.splice(desk.shop.customers.indexOf(customer), 1);
  record(desk, 'customer.deleted', { id: customer.id, reference: customer.email ?? '', data: customer });
}
