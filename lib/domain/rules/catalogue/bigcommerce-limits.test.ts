import { describe, expect, it } from 'vitest';
import { nameRefusal, skuRefusal, storeBarcode, structureRefusal } from './bigcommerce-limits';

it.each([
  ['9300000000017', '9300000000017'],
  [' 12345678901234 ', '12345678901234'],
  ['123456789012345', ''],
  ['12a', ''],
  ['a12', ''],
  ['', ''],
])('of the barcode %j BigCommerce takes %j', (barcode, taken) => {
  expect(storeBarcode(barcode)).toBe(taken);
});

it.each([
  [' A/1 ', { sku: 'A/1' }],
  ['x'.repeat(256), { sku: 'x'.repeat(256) }],
  [' ', { sku: '' }],
  [` ${'x'.repeat(255)} `, undefined],
  [' a-B_9 c ', undefined],
])('the SKU %j is refused with %j', (sku, details) => {
  expect(skuRefusal(sku)?.details).toEqual(details);
});

it('a name is refused from 251 characters on, blanks around it not counted', () => {
  expect(nameRefusal(` ${'x'.repeat(250)} `)).toBeNull();
  expect(nameRefusal(` ${'x'.repeat(251)} `)).toEqual({ code: 'product-name-too-long', details: { product: 'x'.repeat(251) } });
});

describe('the structure of a product', () => {
  const variants = (count: number, values: (index: number) => string[]) => Array.from({ length: count }, (_, index) => ({ values: values(index) }));

  it('is refused with more than three options', () => {
    expect(structureRefusal({ name: 'Tee', options: ['a', 'b', 'c'], variants: [] })).toBeNull();
    expect(structureRefusal({ name: 'Tee', options: ['a', 'b', 'c', 'd'], variants: [] })?.details).toEqual({ product: 'Tee', options: '4' });
  });

  it('is refused with more than 600 variants', () => {
    expect(structureRefusal({ name: 'Tee', options: ['a'], variants: variants(600, () => ['x']) })).toBeNull();
    expect(structureRefusal({ name: 'Tee', options: ['a'], variants: variants(601, () => ['x']) })?.details).toEqual({ product: 'Tee', variants: '601' });
  });

  it('is refused with more than 250 values of an option, whatever their case', () => {
    expect(structureRefusal({ name: 'Tee', options: ['a', 'b'], variants: variants(500, (index) => ['x', index % 2 === 0 ? `v${index}` : ` V${index - 1} `]) })).toBeNull();
    expect(structureRefusal({ name: 'Tee', options: ['a', 'b'], variants: variants(251, (index) => ['x', `v${index}`]) })?.details).toEqual({ product: 'Tee', values: '251', option: 'b' });
    expect(structureRefusal({ name: 'Tee', options: ['a'], variants: [...variants(250, (index) => [`v${index}`]), { values: [] }] })?.details).toMatchObject({ values: '251' });
    expect(structureRefusal({ name: 'Tee', options: ['a'], variants: [...variants(249, (index) => [`v${index}`]), { values: [] }, { values: [''] }] })).toBeNull();
  });
});
