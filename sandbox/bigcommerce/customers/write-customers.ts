import { isDeepStrictEqual } from 'node:util';
import { ApiRefusal } from '../api-refusal.ts';
import { amount } from '../model/amount.ts';
import { nextId, type Customer, type CustomerAddress, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import { addressesOf, changeEmail, customerOf, dropCustomer, putAddress, putCustomer } from './customer-index.ts';
import type { AddressFields, AddressPut, CustomerPost, CustomerPut } from './customer-input.ts';

const COUNTRIES: Record<string, string> = { AU: 'Australia', NZ: 'New Zealand', US: 'United States', GB: 'United Kingdom', CA: 'Canada', DE: 'Germany' };

/** One bad element fails the whole batch: nothing is written before all are checked. */
function assertEmailsFree(store: Store, batch: { id?: number; email?: string | undefined }[]): void {
  const errors: Record<string, string> = {};
  batch.forEach((item, index) => {
    const email = item.email?.toLowerCase();
    if (email === undefined) return;
    const known = customerOf(store, email);
    const taken = known !== undefined && known.id !== item.id;
    const twice = batch.findIndex((other) => other.email?.toLowerCase() === email) !== index;
    if (taken || twice) errors[`${index}.email`] = `email ${item.email} already in use`;
  });
  if (Object.keys(errors).length > 0) throw new ApiRefusal(422, 'Create customers failed.', errors);
}

/** State codes are refused: the full name is wanted. `place` says which address of the request it is. */
export function assertState(fields: { state_or_province?: string | undefined }, place: string): void {
  if (fields.state_or_province !== undefined && /^[A-Z]{2,3}$/.test(fields.state_or_province)) {
    throw new ApiRefusal(422, 'Address is invalid.', { [`${place}.state_or_province`]: 'state_or_province must be the full name of the state' });
  }
}

/** Whether the customer already has this very address, another than the one that is being changed. */
function isKnownAddress(store: Store, fields: Omit<CustomerAddress, 'id'>, ownId = 0): boolean {
  return addressesOf(store, fields.customer_id).some((known) => known.id !== ownId && isDeepStrictEqual({ ...known, id: 0 }, { ...fields, id: 0 }));
}

const countryOf = (code: string): string => COUNTRIES[code] ?? code;

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
    country: countryOf(input.country_code),
    country_code: input.country_code,
    phone: input.phone ?? '',
    address_type: input.address_type ?? ('residential' as const),
  };
  // An identical address is answered 200 and is missing from the answer.
  if (isKnownAddress(store, fields)) return undefined;
  const address = { id: nextId(store, 'customerAddress'), ...fields };
  putAddress(store, address);
  note(platform, store, { kind: 'customer.address.created', id: address.id, data: address });
  platform.emit(store, 'store/customer/address/created', { type: 'customer', id: address.id, address: { customer_id: fields.customer_id } });
  return address;
}

/** Changes an address, unless the customer would then have it twice: then nothing changes, and it is missing from the answer. */
export function changeAddress(platform: Platform, store: Store, input: AddressPut): CustomerAddress | undefined {
  const address = store.addresses.get(input.id);
  if (!address) return undefined;
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changed = { ...address, ...given, ...(input.country_code === undefined ? {} : { country: countryOf(input.country_code) }) };
  if (isKnownAddress(store, changed, address.id)) return undefined;
  Object.assign(address, changed);
  note(platform, store, { kind: 'customer.address.updated', id: address.id, data: address });
  platform.emit(store, 'store/customer/address/updated', { type: 'customer', id: address.id, address: { customer_id: address.customer_id } });
  return address;
}

export function createCustomers(platform: Platform, store: Store, batch: CustomerPost[]): Customer[] {
  assertEmailsFree(store, batch);
  batch.forEach((item, index) => item.addresses?.forEach((address, at) => assertState(address, `${index}.addresses.${at}`)));
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
    putCustomer(store, customer);
    note(platform, store, { kind: 'customer.created', id: customer.id, reference: customer.email, data: customer });
    platform.emit(store, 'store/customer/created', { type: 'customer', id: customer.id });
    for (const address of item.addresses ?? []) addAddress(platform, store, { ...address, customer_id: customer.id });
    if (item.trigger_account_created_notification) note(platform, store, { kind: 'mail.sent', id: customer.id, reference: customer.email, data: { about: 'account created' } });
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
    const { id: _id, store_credit_amounts: credit, authentication: _authentication, email, ...fields } = item;
    if (email !== undefined) changeEmail(store, customer, email);
    Object.assign(customer, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
    if (credit) customer.storeCredit = amount(credit[0]?.amount ?? 0);
    customer.date_modified = platform.core.clock.now().toISOString();
    note(platform, store, { kind: 'customer.updated', id: customer.id, reference: customer.email, data: { ...fields, ...(email === undefined ? {} : { email }) } });
    platform.emit(store, 'store/customer/updated', { type: 'customer', id: customer.id });
    return [customer];
  });
}

export function deleteCustomers(platform: Platform, store: Store, ids: number[]): void {
  for (const id of ids) {
    if (!dropCustomer(store, id)) continue;
    note(platform, store, { kind: 'customer.deleted', id, data: {} });
    platform.emit(store, 'store/customer/deleted', { type: 'customer', id });
  }
}
