import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../testing/amounts';
import { unitsToTheCent } from './units-to-the-cent';

describe('unitsToTheCent', () => {
  it.each([
    [1, 1000, [[1, 1000]]],
    [2, 1000, [[2, 500]]],
    [3, 1000, [[1, 334], [2, 333]]],
    [3, 2, [[2, 1], [1, 0]]],
    [4, -1000, [[4, -250]]],
  ])('splits %i units of %i cents', (quantity, total, expected) => {
    expect(unitsToTheCent(quantity, [cents(total)]).map((group) => [group.quantity, group.amounts[0].minor])).toEqual(expected);
  });

  it('gives every cent of every total back, and never makes the smaller amount the larger on a unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(10_000_000), fc.nat(10_000_000), (quantity, a, b) => {
        const [large, small] = [Math.max(a, b), Math.min(a, b)];
        const groups = unitsToTheCent(quantity, [cents(large), cents(small)] as const);
        const sumOf = (index: 0 | 1) => groups.reduce((total, group) => total + group.quantity * group.amounts[index].minor, 0);
        expect([sumOf(0), sumOf(1), groups.reduce((total, group) => total + group.quantity, 0)]).toEqual([large, small, quantity]);
        for (const { amounts, quantity: units } of groups) {
          expect(amounts[0].minor).toBeGreaterThanOrEqual(amounts[1].minor);
          expect(units).toBeGreaterThan(0);
        }
        expect(groups.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it.each([0, -1, 0.5])('throws on %d units, which the rules never ask for', (quantity) => {
    expect(() => unitsToTheCent(quantity, [cents(100)])).toThrow('cannot be split');
  });
});
