import { describe, expect, it } from 'vitest';
import type { HikeLists } from '../shop-lists';
import { someLists } from '../testing/a-shop';
import { doubtOfLists, isSameLists } from './doubt-of-lists';

const types = (...ids: number[]) => ids.map((id) => ({ id, name: `Type ${id}`, kind: 1, isActive: true })) as HikeLists['paymentTypes'];
const known = someLists({ paymentTypes: types(1, 2, 3, 4, 5) });

describe('lists of a shop', () => {
  it.each<[string, HikeLists | null, HikeLists, ReturnType<typeof doubtOfLists>]>([
    ['nothing was known', null, someLists(), null],
    ['they are the same', known, known, null],
    ['one was added and one renamed', known, someLists({ paymentTypes: types(1, 2, 3, 4, 5, 6) }), null],
    ['a few are gone', known, someLists({ paymentTypes: types(1, 2, 3) }), null],
    ['most of one list is gone', known, someLists({ paymentTypes: types(1, 2) }), 'shrunk'],
    ['half of one list is gone', someLists({ paymentTypes: types(1, 2, 3, 4, 5, 6) }), someLists({ paymentTypes: types(1, 2, 3) }), null],
    ['two of three are gone, which is but a few', someLists({ paymentTypes: types(1, 2, 3) }), someLists({ paymentTypes: types(1) }), null],
    ['three of four are gone', someLists({ paymentTypes: types(1, 2, 3, 4) }), someLists({ paymentTypes: types(1) }), 'shrunk'],
    ['three of nine are gone', someLists({ paymentTypes: types(1, 2, 3, 4, 5, 6, 7, 8, 9) }), someLists({ paymentTypes: types(1, 2, 3, 4, 5, 6) }), null],
    ['most were replaced by others', known, someLists({ paymentTypes: types(1, 12, 13, 14, 15) }), 'shrunk'],
    ['one list is empty', known, someLists({ paymentTypes: [] }), 'empty'],
    ['a list is empty that always was', someLists({ registers: [] }), someLists({ registers: [] }), null],
    ['there is no outlet', null, someLists({ outlets: [] }), 'empty'],
  ])('are doubted or not where %s', (_what, before, told, doubt) => {
    expect(doubtOfLists(before, told)).toBe(doubt);
  });

  it('are the same by their ids', () => {
    expect(isSameLists(known, { ...known, paymentTypes: types(5, 4, 3, 2, 1) })).toBe(true);
    expect(isSameLists(known, { ...known, paymentTypes: types(1, 2) })).toBe(false);
  });
});
