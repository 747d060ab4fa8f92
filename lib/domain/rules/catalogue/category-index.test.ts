import { describe, expect, it } from 'vitest';
import { CategoryId } from '../../ids';
import { categoriesOfProduct } from './categories-of-product';
import { categoryIndex } from './category-index';

const category = (id: number, name: string, parentId: number | null = null) => ({ id: CategoryId.parse(id), name, parentId: parentId === null ? null : CategoryId.parse(parentId) });
const index = categoryIndex([category(3, 'Bags', 9), category(5, 'bags'), category(7, 'Bags'), category(9, 'Women'), category(4, 'Shoes', 9)]);
const types = (...names: string[]) => ({ types: names.map((name, id) => ({ id, name })) });

describe('categoriesOfProduct', () => {
  it('finds categories by name, blanks and case aside, the top of the tree and the oldest first', () => {
    expect(categoriesOfProduct(types(' BAGS', 'shoes'), index)).toEqual({ ids: [5, 4], missing: [] });
  });

  it('names what is to be created, once', () => {
    expect(categoriesOfProduct(types('Summer', ' summer ', 'Bags'), index)).toEqual({ ids: [5], missing: ['summer'] });
  });

  it('passes over what can be no category', () => {
    expect(categoriesOfProduct(types(' ', 'x'.repeat(51)), index)).toEqual({ ids: [], missing: [] });
  });
});

describe('categoryIndex', () => {
  it('knows the name of every category', () => {
    expect(index.nameOf.get(CategoryId.parse(3))).toBe('Bags');
  });
});
