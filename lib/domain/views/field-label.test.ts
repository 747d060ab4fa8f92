import { expect, it } from 'vitest';
import { PRODUCT_FIELDS } from '../catalogue-words';
import { fieldLabel } from './field-label';

it('gives each field a name of its own, and a variant’s its SKU', () => {
  expect(PRODUCT_FIELDS.map((field) => fieldLabel(field))).toEqual(['Name', 'Description', 'SKU', 'Barcode', 'Brand', 'Categories', 'Search keywords', 'Search engine texts', 'Price', 'Pictures', 'Visibility', 'Stock']);
  expect(fieldLabel('price', 'TEE-S')).toBe('Price of TEE-S');
});
