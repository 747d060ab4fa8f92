import { describe, expect, it } from 'vitest';
import { CategoryId } from '../../ids';
import { aCatalogueContext } from '../../testing/a-catalogue-context';
import { categoryMoves, ownCategoriesAfter, rebasedCategories } from './category-moves';

/** "Bags" is 23, "Sale" 24; 7 and 99 are categories that no type is called like. */
const { categories: INDEX } = aCatalogueContext();

const idsOf = (numbers: readonly number[]) => numbers.map((id) => CategoryId.parse(id));
const categorised = (there: number[], own: number[]) => ({ store: { categories: idsOf(there) }, ownCategories: new Set(idsOf(own)) });
const typed = (names: readonly string[]) => ({ types: names.map((name, index) => ({ id: index + 1, name })) });

describe('categoryMoves', () => {
  it.each<[string, string[], number[], number[], number[] | null]>([
    ['adds the category of a type', ['Bags'], [], [], [23]],
    ['adds to what people put there', ['Bags'], [7], [], [7, 23]],
    ['adds a second type’s', ['Bags', 'Sale'], [23], [23], [23, 24]],
    ['leaves what agrees', ['Bags'], [23], [23], null],
    ['leaves what is told twice', ['Bags'], [23, 23], [23], null],
    ['leaves what people added beside it', ['Bags'], [23, 7, 99], [23], null],
    ['leaves what people added though a type is called like it', ['Bags'], [23, 24], [23], null],
    ['takes away what we added for a type that is gone', ['Bags'], [23, 24], [23, 24], [23]],
    ['exchanges what we added, and leaves the rest', ['Sale'], [7, 23, 99], [23], [7, 99, 24]],
    ['takes nothing away where we added nothing', ['Sale'], [23], [], [23, 24]],
    ['adds again what somebody took away, as long as Hike has the type', ['Bags'], [7], [23], [7, 23]],
    ['does not miss what we added and somebody took away, once its type is gone', ['Sale'], [24], [23, 24], null],
    ['leaves all where Hike names no type', [], [23, 24], [23, 24], null],
    ['leaves all where the only type can be no category', ['x'.repeat(51)], [23], [23], null],
  ])('%s', (_, types, there, own, after) => {
    expect(categoryMoves(typed(types), categorised(there, own), INDEX).map(({ change }) => change)).toEqual(after === null ? [] : [{ categories: after }]);
  });

  it('tells what stands there before and after by name', () => {
    const [move] = categoryMoves(typed(['Sale', 'Summer']), categorised([23, 99], [23]), INDEX);
    expect(move).toMatchObject({ field: 'categories', on: null, shown: { before: 'Bags, category 99', after: 'category 99, Sale, Summer' } });
  });

  it('shows a category that is to be created first, and writes nothing meanwhile', () => {
    expect(categoryMoves(typed(['Bags', 'Summer']), categorised([23, 24], [23, 24]), INDEX)).toMatchObject([{ change: {}, shown: { before: 'Bags, Sale', after: 'Bags, Summer' } }]);
  });
});

describe('ownCategoriesAfter', () => {
  it.each<[string, number[], number[], number[], number[]]>([
    ['are those that are new', [7, 23], [7], [], [23]],
    ['stay ours', [7, 23, 24], [7, 23], [23], [23, 24]],
    ['are ours no longer once they were taken away', [7, 24], [7, 23], [23], [24]],
    ['are not what people added', [23, 24], [23], [], [24]],
  ])('%s', (_, written, there, own, after) => {
    expect(ownCategoriesAfter(idsOf(written), categorised(there, own))).toEqual(idsOf(after));
  });
});

describe('rebasedCategories', () => {
  it.each<[string, number[], number[], number[], number[]]>([
    ['are what was decided where nothing changed', [7, 24], [7, 23], [7, 23], [7, 24]],
    ['keep what people added since', [7, 24], [7, 23], [7, 23, 99], [7, 99, 24]],
    ['do not bring back what people took away since', [7, 23, 24], [7, 23], [23], [23, 24]],
    ['name nothing twice that people added themselves', [7, 24], [7], [24, 7], [24, 7]],
  ])('%s', (_, written, before, present, after) => {
    expect(rebasedCategories(idsOf(written), { before: idsOf(before), present: idsOf(present) })).toEqual(idsOf(after));
  });
});
