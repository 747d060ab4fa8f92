import type { StoreHash } from '../../domain/ids';
import type { BigCommerce } from './bigcommerce';
import type { Hike } from './hike';
import type { HikeTokens } from './oauth';
import type { StoreRecord } from './tables';

/** Asked right before a write is sent; throws LeaseLost when the process may no longer speak for the store. */
export type MaySpeak = () => void;

/** Both platforms for one store, paced in memory by the process that holds the store's lease. */
export interface Vendors {
  bigcommerce(store: StoreRecord, maySpeak: MaySpeak): BigCommerce;
  hike(store: StoreRecord, maySpeak: MaySpeak): Hike;
  /** The shop behind tokens that are not yet the store's: to learn which shop it is. */
  hikeWith(store: StoreRecord, tokens: HikeTokens): Hike;
  /** What the store's plan allows, as BigCommerce's answers have told this process; `null` before. No call. */
  storeCallsPerSecond(storeHash: StoreHash): number | null;
}
