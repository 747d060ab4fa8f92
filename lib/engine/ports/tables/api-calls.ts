import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';

export interface ApiCalls {
  /** Counts a call to Hike in its minute. */
  add(storeHash: StoreHash, at: Instant): Promise<void>;
  /** Calls since the beginning of that minute, so rather one too many than one too few. */
  countSince(storeHash: StoreHash, since: Instant): Promise<number>;
  /** Of every store. */
  deleteOlderThan(at: Instant): Promise<void>;
}
