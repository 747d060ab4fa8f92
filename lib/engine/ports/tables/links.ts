import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

/** `variant` is what is sold: a BigCommerce variant and a Hike product without variants or a child. `product` is the whole on both sides. */
export const LINKED_THINGS = ['order', 'product', 'variant', 'customer', 'refund'] as const;
export type LinkedThing = (typeof LINKED_THINGS)[number];

export const LINK_ORIGINS = ['bigcommerce', 'hike'] as const;

export interface Link {
  thing: LinkedThing;
  bigcommerceId: string;
  hikeId: string;
  origin: (typeof LINK_ORIGINS)[number];
  facts: Record<string, string | number>;
}

export interface Links {
  findByBigCommerce(storeHash: StoreHash, thing: LinkedThing, ids: readonly string[]): Promise<Link[]>;
  findByHike(storeHash: StoreHash, thing: LinkedThing, ids: readonly string[]): Promise<Link[]>;
  /** Replaces a link of either id: a thing has one partner. */
  save(storeHash: StoreHash, link: Link, at: Instant): Promise<void>;
  saveMany(storeHash: StoreHash, links: readonly Link[], at: Instant): Promise<void>;
  delete(storeHash: StoreHash, thing: LinkedThing, bigcommerceId: string): Promise<void>;
  /** As `delete`, in few statements; those that are not there are passed over. */
  deleteMany(storeHash: StoreHash, links: readonly Pick<Link, 'thing' | 'bigcommerceId'>[]): Promise<void>;
  /** Forgets all of a store's links: their Hike ids belong to a shop that is no longer connected. */
  deleteAll(storeHash: StoreHash): Promise<void>;
}
