import type { BigCommerce } from './bigcommerce';
import type { Hike } from './hike';
import type { HikeTokens } from './oauth';
import type { StoreRecord } from './tables';

/** Both platforms for one store, paced in memory by the process that holds the store's lease. */
export interface Vendors {
  bigcommerce(store: StoreRecord): BigCommerce;
  hike(store: StoreRecord): Hike;
  /** The shop behind tokens that are not yet the store's: to learn which shop it is. */
  hikeWith(store: StoreRecord, tokens: HikeTokens): Hike;
}
