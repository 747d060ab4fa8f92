import type { Customer, CustomerAddress, Store } from '../model/store.ts';

/** Finds customers by e-mail and addresses by customer; no part of the state, and built again when it fell behind. */
interface CustomerIndex {
  byEmail: Map<string, Customer>;
  addresses: Map<number, CustomerAddress[]>;
  counted: { customers: number; addresses: number };
}

const known = new WeakMap<Store, CustomerIndex>();

const folded = (email: string) => email.toLowerCase();

function put(index: CustomerIndex, address: CustomerAddress): void {
  const own = index.addresses.get(address.customer_id);
  if (own) own.push(address);
  else index.addresses.set(address.customer_id, [address]);
}

function build(store: Store): CustomerIndex {
  const index: CustomerIndex = { byEmail: new Map(), addresses: new Map(), counted: { customers: store.customers.size, addresses: store.addresses.size } };
  for (const customer of store.customers.values()) index.byEmail.set(folded(customer.email), customer);
  for (const address of store.addresses.values()) put(index, address);
  return index;
}

function indexOf(store: Store): CustomerIndex {
  const index = known.get(store);
  if (index?.counted.customers === store.customers.size && index.counted.addresses === store.addresses.size) return index;
  const fresh = build(store);
  known.set(store, fresh);
  return fresh;
}

export function customerOf(store: Store, email: string): Customer | undefined {
  return indexOf(store).byEmail.get(folded(email));
}

export function addressesOf(store: Store, customerId: number): CustomerAddress[] {
  return indexOf(store).addresses.get(customerId) ?? [];
}

export function putCustomer(store: Store, customer: Customer): void {
  const index = indexOf(store);
  store.customers.set(customer.id, customer);
  index.byEmail.set(folded(customer.email), customer);
  index.counted.customers = store.customers.size;
}

export function putAddress(store: Store, address: CustomerAddress): void {
  const index = indexOf(store);
  store.addresses.set(address.id, address);
  put(index, address);
  index.counted.addresses = store.addresses.size;
}

export function changeEmail(store: Store, customer: Customer, email: string): void {
  const { byEmail } = indexOf(store);
  byEmail.delete(folded(customer.email));
  customer.email = email;
  byEmail.set(folded(email), customer);
}

/** Deletes are rare: the next look-up counts, and builds anew. */
export function dropCustomer(store: Store, id: number): boolean {
  for (const address of addressesOf(store, id)) store.addresses.delete(address.id);
  return store.customers.delete(id);
}
