import { describe, expect, it } from 'vitest';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../testing/a-store-product';
import { sharedKeys } from './shared-keys';

const withKeys = (id: number, name: string, sku: string, barcode: string) => aStoreProduct({ id, name, variants: [aStoreVariant({ id: id + 100, sku, barcode })] });

describe('what products in BigCommerce share', () => {
  it('is told with the names of the others, trimmed and without case', () => {
    const tote = withKeys(1, 'Tote', 'Tote-01', '930');
    const others = [tote, withKeys(2, 'Bag', ' TOTE-01 ', ''), withKeys(3, 'Sack', 'SACK', '930'), withKeys(4, 'Mug', 'MUG', '111')];
    expect(sharedKeys(tote, others)).toEqual([
      { key: 'SKU', text: 'Tote-01', others: ['Bag'] },
      { key: 'barcode', text: '930', others: ['Sack'] },
    ]);
  });

  it('may be shared by variants of one product', () => {
    const tee = aStoreTee({ variants: [aStoreVariant({ id: 191, sku: 'TEE-S', barcode: 'same' }), aStoreVariant({ id: 192, sku: 'TEE-M', barcode: 'SAME' })] });
    expect(sharedKeys(tee, [tee])).toEqual([{ key: 'barcode', text: 'SAME', others: [] }]);
  });

  it('is nothing where keys are empty, or one’s SKU is another’s barcode', () => {
    expect(sharedKeys(withKeys(1, 'Tote', 'A', ''), [withKeys(2, 'Bag', '', ''), withKeys(3, 'Sack', 'B', 'A')])).toEqual([]);
  });
});
