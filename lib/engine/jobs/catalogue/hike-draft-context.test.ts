import { expect, it } from 'vitest';
import { aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aProfile, someLists, someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { createTestContext } from '../../testing/create-test-context';
import { hikeDraftContext } from './hike-draft-context';
import { keepCategories } from './known-categories';

const KNOWN: [number, string, string][] = [[1, 'own-sku', ''], [2, 'SMALL', ''], [3, '', 'own-bar'], [4, '', 'SMALL-BAR'], [5, 'other', 'other'], [6, '', '']];

it('knows which of a product’s SKUs and barcodes Hike has already, its variants’ too', async () => {
  const { context, database, storeHash } = await createTestContext();
  const known = KNOWN.map(([id, sku, barcode]) => sampleHikeProduct(id, `Mug ${id}`, { variants: [aHikeVariant({ id, sku, barcode })] }));
  await database.tables.hikeProducts.saveMany(storeHash, known);
  const variants = [aStoreVariant({ sku: 'small', barcode: 'small-bar ' }), aStoreVariant({ id: 212, sku: '', barcode: '' })];
  const stores = [aStoreProduct({ sku: ' Own-SKU', barcode: 'OWN-BAR', variants })];
  const { inHike } = await hikeDraftContext(context, stores);
  expect([...inHike.skus].sort()).toEqual(['', 'own-sku', 'small']);
  expect([...inHike.barcodes].sort()).toEqual(['', 'own-bar', 'small-bar']);
});

it('has what the store and the shop were last read as, and the settings', async () => {
  const { context, vendors } = await createTestContext();
  vendors.categories = [{ id: 40 as never, name: 'Bags', parentId: null }];
  await keepCategories(context);
  const known = await hikeDraftContext(context, []);
  expect(known).toMatchObject({ profile: aProfile(), hikeLists: someLists(), settings: someSettings() });
  expect(known.categories.byName.get('bags')).toBe(40);
});

it('waits where the store or the shop has not been read yet', async () => {
  const { context } = await createTestContext();
  for (const unread of [{ ...context, lists: null }, { ...context, store: { ...context.store, profile: null } }]) {
    await expect(hikeDraftContext(unread, [])).rejects.toThrow('the store or the shop has not been read yet');
  }
});
