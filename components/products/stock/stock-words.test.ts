import { describe, expect, test } from 'vitest';
import { addressFromStockQuery, listFromStockQuery, stockQueryFromAddress } from './stock-query';
import { heldWords, moveWords } from './stock-words';

const location = (inBigCommerce: number | null, published: number | null) => ({ id: 1, name: 'Default', sum: '', isHeld: false, inBigCommerce, published });

describe('stock in words', () => {
  test.each([
    [null, 4, 'BigCommerce’s count is not known yet'],
    [4, 4, 'BigCommerce has 4'],
    [1_200, null, 'BigCommerce has 1,200'],
    [3, 4, 'BigCommerce has 3, 4 was published'],
  ])('with %s there and %s published', (there, published, words) => {
    expect(heldWords(location(there, published))).toBe(words);
  });

  test('shows a first count without a before', () => {
    expect(moveWords({ before: null, after: '5' })).toBe('5');
    expect(moveWords({ before: '5', after: '2.5' })).toBe('5 → 2.5');
  });
});

describe('the address of the stock page', () => {
  test('holds the open timeline, which the list does not ask for', () => {
    const query = { search: 'tee', held: true, offset: 50, timeline: 812 };
    expect(stockQueryFromAddress(new URLSearchParams(addressFromStockQuery(query)))).toEqual(query);
    expect(listFromStockQuery(query)).toBe('?search=tee&held=true&offset=50');
  });

  test('reads nonsense as the first page with nothing open', () => {
    expect(stockQueryFromAddress(new URLSearchParams('?timeline=tee&offset=x'))).toEqual({ search: '', held: false, offset: 0, timeline: null });
  });
});
