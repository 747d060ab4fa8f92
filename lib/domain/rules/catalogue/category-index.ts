import type { CategoryId } from '../../ids';
import { skuKey } from '../sku-key';
import type { CategoryIndex } from './catalogue-context';

interface Category {
  id: CategoryId;
  name: string;
  parentId: CategoryId | null;
}

/** Names are unique among siblings alone: of several, the one at the top of the tree holds, then the oldest. */
export const categoryIndex = (categories: readonly Category[]): CategoryIndex => {
  const best = [...categories].sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null) || a.id - b.id);
  const byName = new Map<string, CategoryId>();
  for (const { id, name } of best) if (!byName.has(skuKey(name))) byName.set(skuKey(name), id);
  return { byName, nameOf: new Map(categories.map(({ id, name }) => [id, name])) };
};
