import { describe, expect, it } from 'vitest';
import { skuRowWire } from './sku-row-wire';
import { productsWithSku } from './products-with-sku';

const row = (fields: object) => skuRowWire.parse({ parentId: 0, has_variants: false, product_variants: [], ...fields });
const plain = row({ id: 1, name: 'Canvas tote', sku: ' tote-01 ' });
const longer = row({ id: 2, name: 'Canvas tote, large', sku: 'TOTE-011' });
const parent = row({ id: 10, name: 'Shirt', sku: 'SHIRT', has_variants: true, product_variants: [{ prod_variant_id: 11, variant_name: 'Red', sku: 'SHIRT-R' }] });
const child = row({ id: 11, parentId: 10, name: 'Shirt / Red', sku: 'SHIRT-R' });
const childWithOtherId = row({ id: 99, parentId: 10, name: 'Shirt / Red', sku: 'SHIRT-R' });

describe('the products with a SKU', () => {
  it.each([
    ['compare trimmed and without case', [plain, longer], 'TOTE-01', [{ id: 1, name: 'Canvas tote', sku: 'tote-01' }]],
    ['are the variant, once, though its parent names it too', [parent, child], 'shirt-r', [{ id: 11, name: 'Shirt / Red', sku: 'SHIRT-R' }]],
    ['have the id of the variant’s own row', [parent, childWithOtherId], 'SHIRT-R', [{ id: 99, name: 'Shirt / Red', sku: 'SHIRT-R' }]],
    ['may be known from the parent alone', [parent], 'SHIRT-R', [{ id: 11, name: 'Shirt / Red', sku: 'SHIRT-R' }]],
    ['are not a parent, for a parent cannot be sold', [parent, child], 'SHIRT', []],
    ['may be several', [plain, { ...plain, id: 3 }], 'TOTE-01', [{ id: 1, name: 'Canvas tote', sku: 'tote-01' }, { id: 3, name: 'Canvas tote', sku: 'tote-01' }]],
    ['are none without a SKU', [row({ id: 5, name: 'Bag', sku: '' })], ' ', []],
  ])('%s', (_name, rows, sku, expected) => {
    expect(productsWithSku(rows, sku)).toEqual(expected);
  });
});
