import { expect, it } from 'vitest';
import { isListCutShort } from './is-list-cut-short';

it.each([
  [1, 1, false],
  [20, 20, false],
  [21, 21, true],
  [21, 105, false],
  [22, 105, true],
  [500, 2_500, false],
  [500, 2_499, true],
  [500, 1_000_000, false],
  [501, 1_000_000, true],
])('%i missing of %i: the list was cut short is %s', (missed, known, expected) => {
  expect(isListCutShort(missed, known)).toBe(expected);
});
