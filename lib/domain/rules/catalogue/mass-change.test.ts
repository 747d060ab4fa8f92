import { describe, expect, it } from 'vitest';
import { isMassChange, MOST_REMOVALS } from './mass-change';

describe('isMassChange', () => {
  it.each([
    [0, false],
    [MOST_REMOVALS, false],
    [MOST_REMOVALS + 1, true],
  ])('of %i removals is %s', (count, expected) => {
    expect(isMassChange(count, MOST_REMOVALS)).toBe(expected);
  });
});
