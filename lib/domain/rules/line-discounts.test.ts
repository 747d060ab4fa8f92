import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUD, cents, taxed } from '../testing/amounts';
import { anOrderLine } from '../testing/an-order';
import { lineDiscountReadings } from './line-discounts';

interface Case {
  /** Total and applied discount per line. */
  lines: [total: number, applied: number][];
  discount?: number;
  coupon?: number;
}

const readings = ({ lines, discount = 0, coupon = 0 }: Case) => {
  const order = { discount: cents(discount), couponDiscount: cents(coupon), pricesIncludeTax: true, currency: AUD };
  const drafts = lines.map(([total, applied], index) => anOrderLine({ id: index, total: taxed(total, total), discount: cents(applied) }));
  return lineDiscountReadings(drafts, order).map((reading) => reading.map(({ minor }) => minor));
};

describe('lineDiscountReadings', () => {
  it.each<[string, Case, number[][]]>([
    ['keeps what is applied to each line', { lines: [[1000, 100], [500, 50]], coupon: 150 }, [[100, 50]]],
    ['adds manual and coupon discount', { lines: [[1000, 100], [500, 50]], discount: 50, coupon: 100 }, [[100, 50]]],
    ['spreads what is on no line in proportion to what is left of each', { lines: [[1000, 0], [500, 0]], discount: 10 }, [[7, 3]]],
    ['spreads the rest on top of what is applied', { lines: [[1000, 400], [600, 0]], discount: 520 }, [[460, 60]]],
    ['leaves a line that is free already', { lines: [[1000, 1000], [500, 0]], discount: 1100 }, [[1000, 100]]],
    ['spreads the order’s discount when the lines claim more, and offers their claim second', { lines: [[1000, 300], [1000, 0]], discount: 100 }, [[50, 50], [300, 0]]],
    ['takes no more than a line costs', { lines: [[1000, 1500]], discount: 1500 }, [[1000]]],
    ['has nothing to say of an order without lines', { lines: [], discount: 100 }, [[]]],
  ])('%s', (_, given, expected) => {
    expect(readings(given)).toEqual(expected);
  });

  it('puts every cent on a line, and on none more than it costs', () => {
    const anyLine = fc.tuple(fc.nat(100_000), fc.nat(2_000));
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), fc.nat(100_000), (lines, discount) => {
        const [likeliest = []] = readings({ lines, discount });
        const whole = lines.reduce((total, [each]) => total + each, 0);
        expect(likeliest.reduce((total, each) => total + each, 0)).toBe(Math.min(discount, whole));
        likeliest.forEach((each, index) => expect(each).toBeLessThanOrEqual(lines[index]?.[0] ?? 0));
      }),
    );
  });
});
