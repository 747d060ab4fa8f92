import { HikeProductId, StoreHash, TaxClassId } from '../ids';
import type { ImportContext } from '../rules/import-context';
import { aProfile, someLists, someSettings } from './a-shop';

/** The order line 1 is Hike's product 812, taxed by the default class; the shopper is a guest. */
export const anImportContext = (change: Partial<ImportContext> = {}): ImportContext => ({
  storeHash: StoreHash.parse('abc123'),
  appId: 'hike-app',
  settings: someSettings(),
  hikeLists: someLists(),
  profile: aProfile(),
  products: new Map([[1, { hikeProductId: HikeProductId.parse(812), name: 'Canvas tote', taxClassId: TaxClassId.parse(0) }]]),
  customer: null,
  ...change,
});
