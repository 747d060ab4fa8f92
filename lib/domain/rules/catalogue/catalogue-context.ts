import type { CategoryId } from '../../ids';
import type { Settings } from '../../settings';
import type { StoreProfile } from '../../shop-lists';

/** BigCommerce's categories, by what Hike's product types are called; made by `categoryIndex`. */
export interface CategoryIndex {
  /** Key: the name as `skuKey` writes it. */
  byName: ReadonlyMap<string, CategoryId>;
  nameOf: ReadonlyMap<CategoryId, string>;
}

/** All that the rules of the catalogue look at beside the products themselves. */
export interface CatalogueContext {
  settings: Settings;
  profile: Pick<StoreProfile, 'currency' | 'pricesIncludeTax'>;
  categories: CategoryIndex;
}
