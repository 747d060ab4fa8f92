import { expect, test } from 'vitest';
import { filtersFromAddress } from './filters-from-address';
import { ALL_ENTRIES, type LogFilters } from './log-filters';
import { queryFromFilters } from './query-from-filters';

const read = (query: string) => filtersFromAddress(new URLSearchParams(query));

test.each<[string, LogFilters]>([
  ['no filter', ALL_ENTRIES],
  ['one result', { ...ALL_ENTRIES, results: ['needs-you'] }],
  ['all at once', { results: ['retrying', 'needs-you'], direction: 'hike-to-bigcommerce', thing: 'sale', days: 7, search: 'ana@shop.example & co, 100 %' }],
])('brings back %s from the address that it wrote', (_name, filters) => {
  expect(read(queryFromFilters(filters))).toEqual(filters);
});

test('writes nothing into the address when nothing is filtered', () => {
  expect(queryFromFilters(ALL_ENTRIES)).toBe('');
});

test.each([
  ['an unknown result', 'result=exploded'],
  ['an unknown direction', 'direction=sideways'],
  ['an unknown thing', 'thing=spaceship'],
  ['days that are not offered', 'days=-3'],
  ['days that are no number', 'days=7d'],
  ['empty values', 'result=&direction=&thing=&days=&search='],
  ['somebody else’s parameters', 'utm_source=mail&once=abc'],
])('ignores %s', (_name, query) => {
  expect(read(query)).toEqual(ALL_ENTRIES);
});

test('keeps the results it knows, in one order and once each', () => {
  expect(read('result=needs-you,exploded,done,needs-you').results).toEqual(['done', 'needs-you']);
  expect(queryFromFilters(read('result=needs-you,done'))).toBe(queryFromFilters(read('result=done,needs-you')));
});

test('cuts a search to the length that the API takes', () => {
  expect(read(`search=${'x'.repeat(500)}`).search).toHaveLength(200);
  expect(read('search=%20%201042%20').search).toBe('1042');
});
