import { describe, expect, it } from 'vitest';
import { VariantId } from '../ids';
import { anOrder, anOrderLine } from '../testing/an-order';
import { productLinesOfOrder, skusToFind, soldLinesOfOrder } from './product-lines-of-order';

const order = anOrder({
  lines: [
    anOrderLine({ id: 1 }),
    anOrderLine({ id: 2, productId: null, variantId: null, name: 'Engraving', sku: 'ENGRAVE' }),
    anOrderLine({ id: 3, kind: 'giftcertificate', sku: 'GIFT' }),
    anOrderLine({ id: 4, bundledIn: 1, sku: 'PART' }),
    anOrderLine({ id: 5, variantId: VariantId.parse(212), sku: ' tote-01 ' }),
    anOrderLine({ id: 6, variantId: null, sku: 'MUG' }),
    anOrderLine({ id: 7, variantId: VariantId.parse(213), sku: ' ' }),
  ],
});

describe('productLinesOfOrder', () => {
  it('are the catalogue lines, without custom lines, gift certificates and children of bundles', () => {
    expect(productLinesOfOrder(order).map(({ id }) => id)).toEqual([1, 5, 6, 7]);
  });
});

describe('soldLinesOfOrder', () => {
  it('leaves out the children of bundles alone', () => {
    expect(soldLinesOfOrder(order).map(({ id }) => id)).toEqual([1, 2, 3, 5, 6, 7]);
  });
});

describe('skusToFind', () => {
  it('asks for each SKU once, blanks and case aside', () => {
    expect(skusToFind(order, new Set())).toEqual(['tote-01', 'MUG']);
  });

  it('does not ask for what is linked', () => {
    expect(skusToFind(order, new Set([VariantId.parse(211), VariantId.parse(212)]))).toEqual(['MUG']);
  });
});
