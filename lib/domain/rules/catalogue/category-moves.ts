import type { HikeProduct } from '../../hike-product';
import type { CategoryId } from '../../ids';
import type { StoreProduct } from '../../store-product';
import type { CategoryIndex } from './catalogue-context';
import { categoriesOfProduct } from './categories-of-product';
import type { ProductMove } from './product-move';

interface Categorised {
  store: Pick<StoreProduct, 'categories'>;
  /** Those of its categories that we gave it for a Hike type; all others are somebody's own. */
  ownCategories: ReadonlySet<CategoryId>;
}

/**
 * Adds the categories of Hike's types, and takes away those that we added for a type which the product no longer has.
 * Those that people added by hand stay, also where they are called like a type that comes and goes.
 */
export const categoryMoves = (product: Pick<HikeProduct, 'types'>, { store, ownCategories }: Categorised, index: CategoryIndex): ProductMove[] => {
  const { ids, missing } = categoriesOfProduct(product, index);
  if (ids.length + missing.length === 0) return [];
  const [wanted, before] = [new Set(ids), new Set(store.categories)];
  const kept = [...before].filter((id) => wanted.has(id) || !ownCategories.has(id));
  const added = ids.filter((id) => !before.has(id));
  if (added.length + missing.length === 0 && kept.length === before.size) return [];
  const after = [...kept, ...added];
  const names = (categories: readonly CategoryId[]): string[] => categories.map((id) => index.nameOf.get(id) ?? `category ${id}`);
  const shown = { field: 'categories' as const, sku: null, before: names(store.categories).join(', '), after: [...names(after), ...missing].join(', ') };
  return [{ field: 'categories', on: null, change: missing.length > 0 ? {} : { categories: after }, shown }];
};

/** Which categories are ours once `written` stands there: those that were, as far as they stayed, and those that are new. */
export const ownCategoriesAfter = (written: readonly CategoryId[], { store, ownCategories }: Categorised): CategoryId[] =>
  written.filter((id) => ownCategories.has(id) || !store.categories.includes(id));

/** What was decided on the categories `before`, done to those of now: additions and removals are the same, and all else stays as it is. */
export const rebasedCategories = (written: readonly CategoryId[], { before, present }: { before: readonly CategoryId[]; present: readonly CategoryId[] }): CategoryId[] => {
  const [had, stays, has] = [new Set(before), new Set(written), new Set(present)];
  return [...present.filter((id) => stays.has(id) || !had.has(id)), ...written.filter((id) => !had.has(id) && !has.has(id))];
};
