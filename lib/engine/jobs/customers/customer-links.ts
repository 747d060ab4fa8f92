import { z } from 'zod';
import { CustomerAddressId, CustomerId, HikeCustomerId, type StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { ReadingTables, Tables } from '../../ports/tables';

const Told = z.string().nullable().catch(null);

export interface LinkedCustomer {
  id: CustomerId;
  /** The hash of what Hike said of them when an order or a sale linked them; `null` where something else did. */
  told: string | null;
}

/**
 * The BigCommerce customer of each of these Hike customers, where there is one: by link, else by what was remembered of
 * it, for the link of a guest's order takes the place of a customer's.
 */
export const linkedCustomers = async (tables: ReadingTables, storeHash: StoreHash, hikeIds: readonly HikeCustomerId[]): Promise<Map<HikeCustomerId, LinkedCustomer>> => {
  const [seen, links] = await Promise.all([tables.customers.findMany(storeHash, hikeIds), tables.links.findByHike(storeHash, 'customer', hikeIds.map(String))]);
  const remembered = seen.flatMap(({ customer, customerId }) => (customerId === null ? [] : [[customer.id, { id: customerId, told: null }] as const]));
  const linked = links.flatMap(({ hikeId, bigcommerceId, facts }) => {
    // A link of a guest is known by e-mail, not by a customer's id.
    const id = CustomerId.safeParse(Number(bigcommerceId));
    return id.success ? [[HikeCustomerId.parse(Number(hikeId)), { id: id.data, told: Told.parse(facts.told) }] as const] : [];
  });
  return new Map([...remembered, ...linked]);
};

export interface CustomerPair {
  hikeId: HikeCustomerId;
  id: CustomerId;
  /** As of a `LinkedCustomer`. */
  told?: string;
}

export const linkCustomers = (tables: Tables, storeHash: StoreHash, { pairs, now }: { pairs: readonly CustomerPair[]; now: Instant }): Promise<void> =>
  tables.links.saveMany(
    storeHash,
    pairs.map(({ hikeId, id, told }) => ({ thing: 'customer', bigcommerceId: String(id), hikeId: String(hikeId), origin: 'hike', facts: told === undefined ? {} : { told } })),
    now,
  );

/** The addresses that we gave them, as far as BigCommerce has told which those are. */
export const givenAddresses = async (tables: ReadingTables, storeHash: StoreHash, ids: readonly CustomerId[]): Promise<Map<CustomerId, CustomerAddressId>> => {
  const links = await tables.links.findByBigCommerce(storeHash, 'customer', ids.map(String));
  return new Map(links.flatMap(({ bigcommerceId, facts }) => {
    const given = CustomerAddressId.safeParse(facts.addressId);
    return given.success ? [[CustomerId.parse(Number(bigcommerceId)), given.data] as const] : [];
  }));
};

/** Kept with the link, so that a later change finds the address again. */
export const keepAddresses = async (tables: Tables, storeHash: StoreHash, { addresses, now }: { addresses: ReadonlyMap<CustomerId, CustomerAddressId>; now: Instant }): Promise<void> => {
  const links = await tables.links.findByBigCommerce(storeHash, 'customer', [...addresses.keys()].map(String));
  const told = links.flatMap((link) => {
    const addressId = addresses.get(CustomerId.parse(Number(link.bigcommerceId)));
    return addressId === undefined || link.facts.addressId === addressId ? [] : [{ ...link, facts: { ...link.facts, addressId } }];
  });
  await tables.links.saveMany(storeHash, told, now);
};
