import { CategoryId } from '../ids';
import type { CatalogueContext } from '../rules/catalogue/catalogue-context';
import { categoryIndex } from '../rules/catalogue/category-index';
import type { Settings } from '../settings';
import { aProfile, someSettings } from './a-shop';

type Owners = Settings['catalogue']['owners'];

/** Owners named here differ from the defaults; "Bags" is category 23, "Sale" 24. */
export const aCatalogueContext = (owners: Partial<Owners> = {}, settings: Record<string, unknown> = {}): CatalogueContext => ({
  settings: someSettings({ catalogue: { owners }, ...settings }),
  profile: aProfile(),
  categories: categoryIndex([
    { id: CategoryId.parse(23), name: 'Bags', parentId: null },
    { id: CategoryId.parse(24), name: 'Sale', parentId: null },
  ]),
});
