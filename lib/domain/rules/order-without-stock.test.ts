import { describe, expect, it } from 'vitest';
import type { OrderDraft } from '../order';
import { isForStock, orderWithoutStock } from './order-without-stock';

describe('isForStock', () => {
  it.each([
    ['The product "Organic tee" has only 0 left in stock. (invalid_reason: insufficient_stock)', true],
    ['Insufficient inventory for variant 60', true],
    ['Out of Stock', true],
    ['The field zip is invalid.', false],
    ['The product 88 does not exist.', false],
  ])('tells of "%s": %j', (reason, isIt) => {
    expect(isForStock(reason)).toBe(isIt);
  });
});

describe('orderWithoutStock', () => {
  const line = (variant: unknown) => ({ variant, name: 'Canvas tote', sku: 'TOTE-01', quantity: 2 });
  const draft = (...lines: unknown[]) => ({ saleId: 501, lines }) as unknown as OrderDraft;

  it('names what was sold, and takes nothing from the stock', () => {
    expect(orderWithoutStock(draft(line({ productId: 1, variantId: 2 }), line(null)))).toEqual(draft(line(null), line(null)));
  });

  it('has nothing to leave out where no line has a product', () => {
    expect(orderWithoutStock(draft(line(null)))).toBeNull();
  });
});
