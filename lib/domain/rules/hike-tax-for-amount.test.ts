import { describe, expect, it } from 'vitest';
import { TaxClassId } from '../ids';
import { isProblem } from '../problems';
import { decimal, taxed } from '../testing/amounts';
import { aProfile, GST, NO_TAX, someLists, someSettings } from '../testing/a-shop';
import { hikeTaxForAmount } from './hike-tax-for-amount';

interface Case {
  amount: ReturnType<typeof taxed>;
  quantity?: number;
  taxClass?: number | 'shipping';
  taxInclusive?: boolean;
  settings?: ReturnType<typeof someSettings>;
  taxes?: { id: number; name: string; rate: string; isActive: boolean }[];
}

const tax = ({ amount, quantity = 1, taxClass = 0, taxInclusive = true, settings = someSettings(), taxes }: Case) => {
  const hikeLists = taxes ? someLists({ taxes: taxes.map((each) => ({ ...each, id: each.id as never, rate: decimal(each.rate) })) }) : someLists();
  const charged = { name: 'Canvas tote', amount, quantity, taxClass: taxClass === 'shipping' ? taxClass : TaxClassId.parse(taxClass) };
  const found = hikeTaxForAmount(charged, { settings, hikeLists, profile: aProfile(), taxInclusive });
  return isProblem(found) ? found : found.id;
};

const noGst = [{ id: GST, name: 'GST', rate: '10', isActive: true }];

describe('hikeTaxForAmount', () => {
  it.each<[string, Case, number]>([
    ['the tax mapped to the class', { amount: taxed(2200, 2000) }, GST],
    ['the tax mapped to shipping', { amount: taxed(1100, 1000), taxClass: 'shipping' }, GST],
    ['the mapped tax when the cents differ by one, as rounding has it', { amount: taxed(999, 909) }, GST],
    ['the mapped tax when BigCommerce rounded the tax of each unit', { amount: taxed(4380, 3980), quantity: 20, taxInclusive: false }, GST],
    ['the mapped tax when half a cent of each unit went to the price without it', { amount: taxed(990, 830), quantity: 10, taxes: [{ id: GST, name: 'VAT', rate: '20', isActive: true }] }, GST],
    ['“No Tax” for what was sold without tax', { amount: taxed(2000, 2000) }, NO_TAX],
    ['“No Tax” even where the class is not mapped', { amount: taxed(2000, 2000), taxClass: 77 }, NO_TAX],
    [
      '“No Tax” before any other tax of rate 0, however it is written',
      { amount: taxed(2000, 2000), taxes: [...noGst, { id: 4, name: 'Exempt', rate: '0', isActive: true }, { id: 1, name: ' no TAX ', rate: '0', isActive: true }] },
      1,
    ],
    ['the mapped tax for what was free', { amount: taxed(0, 0) }, GST],
    ['“No Tax” for what was free and is not mapped', { amount: taxed(0, 0), taxClass: 77 }, NO_TAX],
    ['the mapped tax without “No Tax” where its cent was rounded away', { amount: taxed(4, 4), taxes: noGst }, GST],
    [
      'the mapped tax of rate 0 rather than “No Tax”',
      { amount: taxed(2000, 2000), settings: someSettings({ taxes: { byClass: { '0': 3 }, shipping: GST } }), taxes: [{ id: 1, name: 'No Tax', rate: '0', isActive: true }, { id: 3, name: 'GST free', rate: '0.0', isActive: true }] },
      3,
    ],
    [
      'a tax of rate 0 under any name when none is called “No Tax”',
      { amount: taxed(2000, 2000), taxes: [...noGst, { id: 4, name: 'Exempt', rate: '0', isActive: true }] },
      4,
    ],
  ])('takes %s', (_, given, expected) => {
    expect(tax(given)).toBe(expected);
  });

  it.each<[string, Case, object]>([
    ['a class that is not mapped', { amount: taxed(2200, 2000), taxClass: 77 }, { code: 'tax-unmapped', details: { taxClass: 'the tax class “class 77”' } }],
    [
      'shipping that is not mapped',
      { amount: taxed(1100, 1000), taxClass: 'shipping', settings: someSettings({ taxes: { byClass: { '0': GST }, shipping: null } }) },
      { code: 'tax-unmapped', details: { taxClass: 'shipping' } },
    ],
    [
      'a mapped tax that is no longer in Hike',
      { amount: taxed(2200, 2000), taxes: [{ id: 1, name: 'No Tax', rate: '0', isActive: true }] },
      { code: 'tax-gone', details: { taxClass: 'the tax class “Default Tax Class”' } },
    ],
    ['a mapped tax that Hike switched off', { amount: taxed(2200, 2000), taxClass: 2, taxes: [{ id: GST, name: 'GST', rate: '10', isActive: false }] }, { code: 'tax-gone', details: { taxClass: 'the tax class “Shipping”' } }],
    [
      'a tax that was charged at another rate',
      { amount: taxed(2200, 1913) },
      { code: 'tax-differs', details: { line: 'Canvas tote', charged: 'A$2.87', tax: 'GST', mapped: 'A$2.00' } },
    ],
    ['a difference of two cents', { amount: taxed(2200, 2002) }, { code: 'tax-differs' }],
    ['what was sold without tax when Hike has no tax of rate 0 and nothing is mapped', { amount: taxed(2000, 2000), taxClass: 77, taxes: noGst }, { code: 'no-tax-missing', details: { line: 'Canvas tote' } }],
    ['what was sold without tax when the mapped tax is one', { amount: taxed(2000, 2000), taxes: noGst }, { code: 'tax-differs' }],
  ])('refuses %s', (_, given, expected) => {
    expect(tax(given)).toMatchObject(expected);
  });
});
