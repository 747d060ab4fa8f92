import { isDeepStrictEqual } from 'node:util';
import { ApiRefusal } from '../api-refusal.ts';
import { amount } from '../model/amount.ts';
import { nextId, type Customer, type CustomerAddress, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import type { AddressFields, CustomerPost, CustomerPut } from './customer-input.ts';

const COUNTRIES: Record<string, string> = { AU: 'Australia', NZ: 'New Zealand', US: 'United States', GB: 'United Kingdom', CA: 'Canada', DE: 'Germany' };

/** One bad element fails the whole batch: nothing is written before all are checked. */
function assertEmailsFree(store: Store, batch: { id?: number; email?: string | undefined }[]): void {
  const errors: Record<string, string> = {};
  batch.forEach((item, index) => {
    const email = item.email?.toLowerCase();
    if (email === undefined) return;
    const taken = [...store.customers.values()].some((customer) => customer.email.toLowerCase() === email && customer.id !== item.id);
    const twice = batch.findIndex((other) => other.email?.toLowerCase() === email) !== index;
    if (taken || twice) errors[`${index}.email`] = `email ${item.email} already in use`;
  });
  if (Object.keys(errors).length > 0) throw new ApiRefusal(422, 'Create customers failed.', errors);
}

/** State codes are refused: the full name is wanted. */
export function assertState(fields: { state_or_province?: string | undefined }, index: number): void {
  if (fields.state_or_province !== undefined && /^[A-Z]{2,3}$/.test(fields.state_or_province)) {
    throw new ApiRefusal(422, 'Address is invalid.', { [`${index}.state_or_province`]: 'state_or_province must be the full name of the state' });
  }
}

export function addAddress(platform: Platform, store: Store, input: AddressFields & { customer_id: number }): CustomerAddress | undefined {
  const fields = {
    customer_id: input.customer_id,
    first_name: input.first_name,
    last_name: input.last_name,
    company: input.company ?? '',
    address1: input.address1,
    address2: input.address2 ?? '',
    city: input.city,
    state_or_province: input.state_or_province ?? '',
    postal_code: input.postal_code ?? '',
    country: COUNTRIES[input.country_code] ?? input.country_code,
    country_code: input.country_code,
    phone: input.phone ?? '',
    address_type: input.address_type ?? ('residential' as const),
  };
  // An identical address is answered 200 and is missing from the answer.
  if ([...store.addresses.values()].some((known) => isDeepStrictEqual({ ...known, id: 0 }, { ...fields, id: 0 }))) return undefined;
  const address = { id: nextId(store, 'customerAddress'), ...fields };
  store.addresses.set(address.id, address);
  note(platform, store, { kind: 'customer.address.created', id: address.id, data: address });
  platform.emit(store, 'store/customer/address/created', { type: 'customer', id: address.id, address: { customer_id: fields.customer_id } });
  return address;
}

export function createCustomers(platform: Platform, store: Store, batch: CustomerPost[]): Customer[] {
  assertEmailsFree(store, batch);
  batch.forEach((item) => item.addresses?.forEach((address, index) => assertState(address, index)));
  const now = platform.core.clock.now().toISOString();
  return batch.map((item) => {
    const customer: Customer = {
      id: nextId(store, 'customer'),
      email: item.email,
      first_name: item.first_name,
      last_name: item.last_name,
      company: item.company ?? '',
      phone: item.phone ?? '',
      notes: item.notes ?? '',
      tax_exempt_category: item.tax_exempt_category ?? '',
      customer_group_id: item.customer_group_id ?? 0,
      date_created: now,
      date_modified: now,
      origin_channel_id: item.origin_channel_id ?? 1,
      channel_ids: item.channel_ids ?? null,
      storeCredit: amount(item.store_credit_amounts?.[0]?.amount ?? 0),
      accepts_product_review_abandoned_cart_emails: item.accepts_product_review_abandoned_cart_emails ?? false,
    };
    store.customers.set(customer.id, customer);
    note(platform, store, { kind: 'customer.created', id: customer.id, reference: customer.email, data: customer });
    platform.emit(store, 'store/customer/created', { type: 'customer', id: customer.id });
    for (const address of item.addresses ?? []) addAddress(platform, store, { ...address, customer_id: customer.id });
    return customer;
  });
}

export function updateCustomers(platform: Platform, store: Store, batch: CustomerPut[]): Customer[] {
  const missing = batch.findIndex((item) => !store.customers.has(item.id));
  if (missing >= 0) throw new ApiRefusal(422, 'Update customers failed.', { [`${missing}.id`]: 'customer not found' });
  assertEmailsFree(store, batch);
  return batch.flatMap((item) => {
    const customer = store.customers.get(item.id);
    if (!customer) return [];
    const { id: _id, store_credit_amounts: credit, authentication: _authentication, ...fields } = item;
    Object.assign(customer, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
    if (credit) customer.storeCredit = amount(credit[0]?.amount ?? 0);
    customer.date_modified = platform.core.clock.now().toISOString();
    note(platform, store, { kind: 'customer.updated', id: customer.id, reference: customer.email, data: fields });
    platform.emit(store, 'store/customer/updated', { type: 'customer', id: customer.id });
    return [customer];
  });
}

export function deleteCustomers(platform: Platform, store: Store, ids: number[]): void {
  for (const id of ids) {
    if (!store.customers.delete(id)) continue;
    for (const address of store.addresses.values()) if (address.customer_id === id) store.addresses.delete(address.id);
    note(platform, store, { kind: 'customer.deleted', id, data: {} });
    platform.emit(store, 'store/customer/deleted', { type: 'customer', id });
  }
}
