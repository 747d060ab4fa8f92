import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUpDelay } from './look-up-delay';
import { retryDelay } from './retry-delay';

describe('retryDelay', () => {
  it.each([
    [1, 7.5, 15],
    [2, 15, 30],
    [3, 30, 60],
    [4, 60, 120],
    [5, 120, 240],
    [6, 240, 480],
    [7, 450, 900],
  ])('waits after %i failed attempts between %d and %d seconds', (failed, least, most) => {
    expect(retryDelay(failed, 0)).toBe(least * 1000);
    expect(retryDelay(failed, 1 - Number.EPSILON)).toBe(most * 1000);
  });

  it('gives up after 8 attempts', () => {
    expect(retryDelay(8, 0.5)).toBeNull();
    expect(retryDelay(9, 0.5)).toBeNull();
  });

  it('never waits longer than a quarter of an hour', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 7 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failed, random) => (retryDelay(failed, random) ?? 0) <= 15 * 60_000));
  });
});

describe('lookUpDelay', () => {
  it('looks at once and after 5 s, 30 s and 2 min, then no more', () => {
    expect([0, 1, 2, 3, 4].map(lookUpDelay)).toEqual([0, 5_000, 30_000, 120_000, null]);
  });
});
