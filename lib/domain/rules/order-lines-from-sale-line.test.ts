import { describe, expect, it } from 'vitest';
import { ProductId, VariantId } from '../ids';
import { taxed } from '../testing/amounts';
import { aSaleLine } from '../testing/a-sale';
import { orderLinesFromSaleLine } from './order-lines-from-sale-line';

const variant = { productId: ProductId.parse(111), variantId: VariantId.parse(211) };

describe('orderLinesFromSaleLine', () => {
  it('sells a linked product as its variant', () => {
    const line = aSaleLine({ units: '2' });
    expect(orderLinesFromSaleLine({ line, amount: taxed(4400, 4000) }, variant)).toEqual([{ variant, name: 'Canvas tote', sku: 'TOTE-01', quantity: 2, unit: taxed(2200, 2000) }]);
  });

  it('sells what is not linked as a custom line', () => {
    expect(orderLinesFromSaleLine({ line: aSaleLine(), amount: taxed(2200, 2000) }, null)).toMatchObject([{ variant: null, name: 'Canvas tote' }]);
  });

  it('sells a fraction as one custom unit that says how much it is', () => {
    const line = aSaleLine({ units: '0.35', title: 'Cheese' });
    expect(orderLinesFromSaleLine({ line, amount: taxed(770, 700) }, variant)).toEqual([{ variant: null, name: '0.35 × Cheese', sku: 'TOTE-01', quantity: 1, unit: taxed(770, 700) }]);
  });

  it('keeps every cent with and without tax by lines a cent apart', () => {
    const line = aSaleLine({ units: '3' });
    expect(orderLinesFromSaleLine({ line, amount: taxed(1000, 908) }, variant).map(({ quantity, unit }) => [quantity, unit.incTax.minor, unit.exTax.minor])).toEqual([
      [1, 334, 303],
      [1, 333, 303],
      [1, 333, 302],
    ]);
  });

  it('sends a SKU without what stands around it', () => {
    expect(orderLinesFromSaleLine({ line: aSaleLine({ sku: ' X1 ' }), amount: taxed(100, 100) }, null)).toMatchObject([{ sku: 'X1' }]);
  });

  it.each([
    ['SKU', { title: ' ', sku: ' X1 ' }, 'X1'],
    ['a plain word', { title: '', sku: '' }, 'Item'],
  ])('names a line without a title by its %s', (_, change, name) => {
    expect(orderLinesFromSaleLine({ line: aSaleLine(change), amount: taxed(100, 100) }, null)[0]?.name).toBe(name);
  });
});
