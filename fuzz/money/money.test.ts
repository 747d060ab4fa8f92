import { describe, expect, it } from 'vitest';
import { cents } from '../../lib/domain/testing/amounts';
import { hikeSaleFromBigCommerceOrder } from '../../lib/domain/rules/hike-sale-from-bigcommerce-order';
import { fuzzMoney } from './fuzz-money';
import { fraction, fromDecimal, isEqual, over, rounded } from './fraction';
import { orderOf, type Cart } from './cart';
import { judgeImport } from './order-oracle';

const INPUTS = 1_200;

describe('money', () => {
  it('agrees with exact fractions to the cent, both ways', async () => {
    const tallies = await fuzzMoney({ inputs: INPUTS, seed: Date.now() % 2 ** 31 });
    expect(tallies['order to sale']?.sale).toBeGreaterThan(0);
    expect(tallies['sale to order']?.order).toBeGreaterThan(0);
  });
});

describe('the oracle', () => {
  const plain: Cart = {
    currency: cents(0).currency, pricesIncludeTax: true, roundsPerUnit: false, shipping: 0, handling: 0, wrapping: 0, fee: 0, discountPercent: 0, couponPercent: 0, giftPercent: 0, creditPercent: 0, error: 0,
    lines: [{ unit: 1_000, quantity: 3, taxClass: 1, discountPercent: 0, isCustom: false }],
  };

  it('objects to a cent that is missing from a line', () => {
    const { order, context } = orderOf(plain);
    const decision = hikeSaleFromBigCommerceOrder(order, context);
    expect(judgeImport(order, context, decision)).toBe('sale');
    if (decision.kind !== 'create') throw new Error('It was refused.');
    const [line] = decision.draft.lines;
    const wrong = { ...decision, draft: { ...decision.draft, lines: [{ ...line!, retailPrice: cents(999) }] } };
    expect(() => judgeImport(order, context, wrong)).toThrow('price of Line 1');
  });

  it('objects to a refusal without a reason', () => {
    const { order, context } = orderOf(plain);
    expect(() => judgeImport(order, context, { kind: 'refuse', problem: { code: 'total-differs', details: {} } })).toThrow('create was expected');
  });

  it('rounds half away from zero, and computes with fractions', () => {
    expect([rounded(fraction(5, 2)), rounded(fraction(-5, 2)), rounded(fraction(7, 3))]).toEqual([3n, -3n, 2n]);
    expect(isEqual(over(fromDecimal('-0.10'), fromDecimal('0.2')), fraction(-1, 2))).toBe(true);
  });
});
