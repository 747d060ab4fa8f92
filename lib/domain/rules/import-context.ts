import type { HikeCustomerId, HikeProductId, StoreHash, TaxClassId } from '../ids';
import type { Problem } from '../problems';
import type { Settings } from '../settings';
import type { HikeLists, StoreProfile } from '../shop-lists';

/** What is known of the product behind a line of an order. */
export interface LineProduct {
  hikeProductId: HikeProductId;
  name: string;
  /** `null` when BigCommerce no longer has the product. */
  taxClassId: TaxClassId | null;
}

/** All that an import looks at beside the order itself; `Settings`, lists and profile as they are now. */
export interface ImportContext {
  storeHash: StoreHash;
  appId: string;
  settings: Settings;
  hikeLists: HikeLists;
  profile: StoreProfile;
  /** By the order line's id, for each of `productLinesOfOrder`: the product, or why there is none. */
  products: ReadonlyMap<number, LineProduct | Problem>;
  /** `null` sells to a walk-in. */
  customer: { id: HikeCustomerId; name: string } | null;
}
