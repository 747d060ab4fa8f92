import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../problems';
import type { Sale } from '../sale';
import { cents, taxed } from '../testing/amounts';
import { aRefund, aSale, aSaleLine } from '../testing/a-sale';
import { orderAmountsFromSale, type OrderAmounts } from './order-amounts-from-sale';

const amountsOf = (change: Partial<Sale>): OrderAmounts => {
  const amounts = orderAmountsFromSale(aSale(change));
  if (isProblem(amounts)) throw new Error(JSON.stringify(amounts));
  return amounts;
};

/** What the order's parts make; it must be its total. */
const partsOf = ({ sold, fees, shipping, discount }: OrderAmounts): number =>
  sold.reduce((total, { amount }) => total + amount.incTax.minor, 0) +
  fees.reduce((total, { amount }) => total + amount.incTax.minor, 0) +
  shipping.incTax.minor -
  discount.minor;

/** 3 x 1.95 without tax: line tax 0.585 is kept as 0.59 each, but Hike charges 1.76 in all. */
const exclusive = (change: Partial<Sale> = {}): Partial<Sale> => ({
  taxInclusive: false,
  lines: [1, 2, 3].map(() => aSaleLine({ units: '3', total: cents(585), exTax: cents(585), tax: cents(59) })),
  totalTax: cents(176),
  net: cents(1931),
  paid: cents(1931),
  ...change,
});

describe('orderAmountsFromSale', () => {
  it('states goods, shipping and total with and without tax', () => {
    const amounts = amountsOf({ shipping: cents(1100), shippingTax: cents(100), totalTax: cents(300), net: cents(3300) });
    expect(amounts).toMatchObject({ subtotal: taxed(2200, 2000), shipping: taxed(1100, 1000), total: taxed(3300, 3000), fees: [], discount: cents(0) });
  });

  it('makes two rounded amounts of a line add up', () => {
    // Both stated as rounded: tax 1 and ex tax 11 would make 12.
    const lines = [aSaleLine({ total: cents(11), exTax: cents(11), tax: cents(1) })];
    expect(amountsOf({ lines, totalTax: cents(1), net: cents(11) }).subtotal).toEqual(taxed(11, 10));
  });

  it('puts the cents by which Hike rounds tax differently on the lines', () => {
    const amounts = amountsOf(exclusive());
    expect(amounts.sold.map(({ amount }) => amount.incTax.minor).sort()).toEqual([643, 644, 644]);
    expect(amounts).toMatchObject({ subtotal: taxed(1931, 1755), total: taxed(1931, 1755), fees: [], discount: cents(0) });
  });

  it.each([
    ['less', 176],
    ['more', 178],
    ['as many cents less as there are lines', 174],
  ])('makes the lines say what Hike charged where it rounds tax to %s', (_, totalTax) => {
    const net = 1755 + totalTax;
    const amounts = amountsOf(exclusive({ totalTax: cents(totalTax), net: cents(net), paid: cents(net) }));
    expect(amounts).toMatchObject({ subtotal: taxed(net, 1755), total: taxed(net, 1755), fees: [], discount: cents(0) });
  });

  it.each([
    ['round to nothing', 20, 4, 0, 8],
    ['are less than what is missing', 10, 4, 1, 8],
  ])('puts the tax on the lines by what they cost where their own taxes %s', (_, count, minor, tax, totalTax) => {
    const lines = Array.from({ length: count }, (__, index) => aSaleLine({ total: cents(minor), exTax: cents(minor), tax: cents(index === 0 ? tax : 0) }));
    const net = count * minor + totalTax;
    const amounts = amountsOf({ taxInclusive: false, lines, totalTax: cents(totalTax), net: cents(net), paid: cents(net) });
    expect(amounts).toMatchObject({ subtotal: taxed(net, count * minor), total: taxed(net, count * minor), fees: [], discount: cents(0) });
  });

  it('refuses tax that no rounding explains, instead of putting it on the lines', () => {
    expect(orderAmountsFromSale(aSale(exclusive({ totalTax: cents(185), net: cents(1940) })))).toMatchObject({ code: 'sale-total-differs' });
  });

  it('leaves the lines as they are where their prices contain the tax', () => {
    expect(amountsOf({ totalTax: cents(201) })).toMatchObject({ subtotal: taxed(2200, 2000), total: taxed(2200, 1999), fees: [], discount: cents(0) });
  });

  it('sells what was given away, and nothing of which no unit was sold', () => {
    const nothing = { total: cents(0), exTax: cents(0), tax: cents(0) };
    const lines = [aSaleLine(), aSaleLine({ title: 'Gift', ...nothing }), aSaleLine({ units: '0', ...nothing }), aSaleLine({ units: '-1', ...nothing })];
    expect(amountsOf({ lines }).sold.map(({ line }) => line.title)).toEqual(['Canvas tote', 'Gift']);
  });

  it('carries a whole-sale discount', () => {
    expect(amountsOf({ discount: cents(220), totalTax: cents(180), net: cents(1980) })).toMatchObject({ discount: cents(220), total: taxed(1980, 1800), subtotal: taxed(2200, 2000) });
  });

  it('adds the tax that a discount saves where prices are without tax', () => {
    const change = { taxInclusive: false, lines: [aSaleLine({ total: cents(2000), tax: cents(200) })], discount: cents(200), totalTax: cents(180), net: cents(1980) };
    expect(amountsOf(change)).toMatchObject({ discount: cents(220), total: taxed(1980, 1800) });
  });

  it.each<[string, Partial<Sale>, object]>([
    ['a tip is a fee', { tip: cents(300), net: cents(2500) }, { fees: [{ name: 'Tip', amount: taxed(300, 300) }], discount: cents(0) }],
    ['rounding up is a fee', { rounding: cents(3), net: cents(2203) }, { fees: [{ name: 'Rounding', amount: taxed(3, 3) }], discount: cents(0) }],
    ['rounding down is a discount', { rounding: cents(-2), net: cents(2198) }, { fees: [], discount: cents(2), total: taxed(2198, 1998) }],
    ['rounding outside of the net amount counts too', { rounding: cents(-2), net: cents(2200) }, { fees: [], discount: cents(2), total: taxed(2198, 1998) }],
    ['a cent that nothing explains is rounding', { net: cents(2201) }, { fees: [{ name: 'Rounding', amount: taxed(1, 1) }] }],
    ['a negative line lessens the sale', { lines: [aSaleLine(), aSaleLine({ productId: null, title: 'Trade-in', total: cents(-1100), exTax: cents(-1000), tax: cents(-100) })], totalTax: cents(100), net: cents(1100) }, { discount: cents(1100), subtotal: taxed(2200, 2000), total: taxed(1100, 1000) }],
    ['an exchange is worth what it sold', { status: 'Exchange', lines: [aSaleLine({ total: cents(3300), exTax: cents(3000), tax: cents(300) }), ...aRefund().lines], totalTax: cents(100), net: cents(1100) }, { discount: cents(0), subtotal: taxed(3300, 3000), total: taxed(3300, 3000) }],
    ['a voided exchange was worth what it sold', { status: 'Voided', originalSaleId: 7 as Sale['originalSaleId'], lines: [aSaleLine({ total: cents(1100), exTax: cents(1000), tax: cents(100) }), ...aRefund().lines], totalTax: cents(-100), net: cents(-1100) }, { discount: cents(0), subtotal: taxed(1100, 1000), total: taxed(1100, 1000) }],
  ])('%s', (_, change, expected) => {
    const amounts = amountsOf(change);
    expect(amounts).toMatchObject(expected);
    expect(partsOf(amounts)).toBe(amounts.total.incTax.minor);
  });

  it('refuses a sale whose parts do not make its total', () => {
    expect(orderAmountsFromSale(aSale({ net: cents(2206) }))).toEqual({ code: 'sale-total-differs', details: { parts: 'A$22.00', total: 'A$22.06' } });
  });

  it('refuses a sale that comes to less than nothing', () => {
    const lines = [aSaleLine(), aSaleLine({ units: '-2', total: cents(-4400), exTax: cents(-4000), tax: cents(-400) })];
    expect(orderAmountsFromSale(aSale({ lines, totalTax: cents(-200), net: cents(-2200) }))).toEqual({ code: 'sale-total-negative', details: { total: '-A$22.00' } });
  });

  it('refuses a sale whose tax is more than what is left to pay', () => {
    const lines = [aSaleLine(), aSaleLine({ productId: null, title: 'Trade-in', total: cents(-2100), exTax: cents(-2100), tax: cents(0) })];
    expect(orderAmountsFromSale(aSale({ lines, totalTax: cents(200), net: cents(100) }))).toMatchObject({ code: 'sale-total-negative', details: { total: expect.stringContaining('1.00') as string } });
  });

  it('refuses a sale that bears tax though nothing is left to pay', () => {
    const lines = [aSaleLine(), aSaleLine({ productId: null, title: 'Trade-in', total: cents(-2200), exTax: cents(-2200), tax: cents(0) })];
    expect(orderAmountsFromSale(aSale({ lines, totalTax: cents(200), net: cents(0) }))).toEqual({ code: 'sale-total-negative', details: { total: '-A$2.00' } });
  });

  it('makes the total of its parts, whatever was sold', () => {
    const anyLine = fc.record({ total: fc.nat(100_000), units: fc.integer({ min: 1, max: 9 }), taxFree: fc.boolean() });
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyLine, { minLength: 1, maxLength: 8 }), fc.nat(900), fc.integer({ min: -5, max: 5 }), (taxInclusive, bought, tip, rounding) => {
        const lines = bought.map(({ total, units, taxFree }) => {
          const tax = taxFree ? 0 : Math.round(taxInclusive ? total / 11 : total / 10);
          return aSaleLine({ units: String(units), total: cents(total), exTax: cents(taxInclusive ? total - tax : total), tax: cents(tax) });
        });
        const goods = bought.reduce((whole, { total }) => whole + total, 0);
        const exactTax = bought.reduce((whole, { total, taxFree }) => whole + (taxFree ? 0 : taxInclusive ? total / 11 : total / 10), 0);
        const net = (taxInclusive ? goods : Math.round(goods + exactTax)) + tip + rounding;
        fc.pre(net >= 0);
        const amounts = amountsOf({ taxInclusive, lines, totalTax: cents(Math.round(exactTax)), tip: cents(tip), rounding: cents(rounding), net: cents(net) });
        expect(partsOf(amounts)).toBe(amounts.total.incTax.minor);
        expect(amounts.discount.minor).toBeGreaterThanOrEqual(0);
        expect(Math.abs(amounts.total.incTax.minor - net)).toBeLessThanOrEqual(5);
      }),
    );
  });
});
