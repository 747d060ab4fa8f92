import type { HikeProduct } from '../../hike-product';
import type { CategoryId } from '../../ids';
import { skuKey } from '../sku-key';
import type { CategoryIndex } from './catalogue-context';

/** BigCommerce takes no longer name; a type with one has no category (reference: bigcommerce 5.4). */
const LONGEST_NAME = 50;

/** The categories that a product's types are, and the names of those to be created first. */
export const categoriesOfProduct = (product: Pick<HikeProduct, 'types'>, { byName }: CategoryIndex): { ids: CategoryId[]; missing: string[] } => {
  const names = new Map(product.types.map(({ name }) => [skuKey(name), name.trim()]));
  const ids = new Set<CategoryId>();
  const missing: string[] = [];
  for (const [key, name] of names) {
    const id = byName.get(key);
    if (id !== undefined) ids.add(id);
    else if (name !== '' && name.length <= LONGEST_NAME) missing.push(name);
  }
  return { ids: [...ids], missing };
};
