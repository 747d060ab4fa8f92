import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HikeTaxId } from '../ids';
import { bigFromMoney, Currency, money } from '../money';
import type { HikeTax, SaleLineDraft } from '../sale';
import { AUD, cents, decimal } from '../testing/amounts';
import { saleTotals } from './sale-totals';

const tax = (rate: string): HikeTax => ({ id: HikeTaxId.parse(2), name: 'GST', rate: decimal(rate), isActive: true });

const line = (retail: number, { quantity = 1, discount = 0, rate = '10' } = {}): SaleLineDraft => ({
  productId: null,
  title: 'Tote',
  sku: '',
  quantity,
  retailPrice: cents(retail),
  unitDiscount: cents(discount),
  tax: tax(rate),
});

const sale = (lines: SaleLineDraft[], change: Partial<Parameters<typeof saleTotals>[0]> = {}) =>
  saleTotals({ taxInclusive: true, currency: AUD, lines, shipping: cents(0), shippingTax: decimal('0'), rounding: cents(0), ...change });

describe('saleTotals', () => {
  it('makes the worked example of the reference', () => {
    const totals = sale([line(2200, { quantity: 2 })], { shipping: cents(1100), shippingTax: decimal('1.00') });
    expect(totals).toMatchObject({ subTotal: '40', tax: '4', totalTax: '5', net: cents(5500), totalDiscount: cents(0) });
    expect(totals.lines).toEqual([{ soldPrice: cents(2200), total: cents(4400), taxExclusive: '40', tax: '4', discount: cents(0) }]);
  });

  it.each([
    ['tax-inclusive', true, { net: 1000, subTotal: '9.09090909090909090909', tax: '0.9091' }],
    ['tax-exclusive', false, { net: 1100, subTotal: '10', tax: '1' }],
  ])('leaves line tax unrounded and rounds the header to four decimals, %s', (_, taxInclusive, expected) => {
    const totals = sale([line(1000)], { taxInclusive });
    expect(totals).toMatchObject({ ...expected, net: cents(expected.net) });
  });

  it('adds tax of a tax-exclusive sale before it rounds, half away from zero', () => {
    // 3 x 0.05 at 10 %: tax 0.015 makes 0.165, so 0.17.
    expect(sale([line(5, { quantity: 3 })], { taxInclusive: false }).net).toEqual(cents(17));
  });

  it('caps a discount at the price', () => {
    expect(sale([line(500, { discount: 900, quantity: 2 })])).toMatchObject({ net: cents(0), totalDiscount: cents(1000) });
  });

  it('keeps a negative amount as it is', () => {
    expect(sale([line(2000), line(-500)]).net).toEqual(cents(1500));
  });

  it('counts rounding into the net amount', () => {
    expect(sale([line(1000)], { rounding: cents(-2) }).net).toEqual(cents(998));
  });

  it('works in whole yen', () => {
    const yen = Currency.parse('JPY');
    const lines = [{ ...line(0), retailPrice: money(105, yen), unitDiscount: money(0, yen) }];
    const totals = saleTotals({ taxInclusive: false, currency: yen, lines, shipping: money(0, yen), shippingTax: decimal('0'), rounding: money(0, yen) });
    expect(totals).toMatchObject({ subTotal: '105', tax: '10.5', net: money(116, yen) });
  });

  it('charges exactly what its lines and shipping cost, whatever the rates, when prices include tax', () => {
    const anyLine = fc.record({ retail: fc.nat(1_000_000), quantity: fc.integer({ min: 1, max: 50 }), rate: fc.constantFrom('0', '5', '7.25', '10', '19', '20.6') });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), fc.nat(100_000), (drafts, shipping) => {
        const lines = drafts.map(({ retail, quantity, rate }) => line(retail, { quantity, rate, discount: Math.floor(retail / 3) }));
        const totals = sale(lines, { shipping: cents(shipping) });
        expect(totals.net.minor).toBe(totals.lines.reduce((total, each) => total + each.total.minor, shipping));
        for (const each of totals.lines) expect(new Big(each.taxExclusive).plus(each.tax).eq(bigFromMoney(each.total))).toBe(true);
      }),
    );
  });
});
