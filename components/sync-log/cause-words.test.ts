import { expect, test } from 'vitest';
import { causeTitle, retriedWords } from './cause-words';

test.each([
  ['order', 12, '12 orders'],
  ['stock', 2, '2 stock counts'],
] as const)('calls %s by its plural', (thing, count, title) => {
  expect(causeTitle({ thing, count })).toBe(title);
});

test('says how many are tried again', () => {
  expect([1, 3].map(retriedWords)).toEqual(['1 entry is tried again.', '3 entries are tried again.']);
});
