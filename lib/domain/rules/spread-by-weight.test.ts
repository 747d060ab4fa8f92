import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../testing/amounts';
import { spreadByWeight } from './spread-by-weight';

const spread = (amount: number, weights: number[]) => spreadByWeight(cents(amount), weights.map(cents)).map(({ minor }) => minor);

describe('spreadByWeight', () => {
  it.each([
    [100, [1, 1, 1], [1, 1, 1]],
    [100, [300, 300, 300], [34, 33, 33]],
    [10, [1000, 500], [7, 3]],
    [4, [900, 600], [2, 2]],
    [5, [0, 100], [0, 5]],
    [5, [0, 0], [0, 0]],
    [5, [], []],
    [0, [10, 20], [0, 0]],
  ])('spreads %i over %j', (amount, weights, expected) => {
    expect(spread(amount, weights)).toEqual(expected);
  });

  it('spreads every cent, and none beyond a weight', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.array(fc.nat(100_000_000), { maxLength: 30 }), (amount, weights) => {
        const shares = spread(amount, weights);
        const whole = weights.reduce((total, weight) => total + weight, 0);
        expect(shares.reduce((total, share) => total + share, 0)).toBe(Math.min(amount, whole));
        shares.forEach((share, index) => expect(share).toBeLessThanOrEqual(weights[index] ?? 0));
      }),
    );
  });
});
