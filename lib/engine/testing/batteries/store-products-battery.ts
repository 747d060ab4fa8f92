import { beforeEach, describe, expect, it } from 'vitest';
import type { HikeProductId, ImageId, ProductId, StoreHash } from '../../../domain/ids';
import { aStoreVariant } from '../../../domain/testing/a-store-product';
import type { WholeDatabase, ProductImage, SeenStoreProduct, SeenStoreProductFilter } from '../../ports/tables';
import { sampleStoreProduct } from './sample-products';
import { at, newStoreHash } from './sample-records';

const ids = (...numbers: number[]) => numbers as ProductId[];

/** BigCommerce's products as last told, and the images that they have from us. */
export const storeProductsBattery = (open: () => WholeDatabase): void => {
  let hash: StoreHash;
  beforeEach(() => {
    hash = newStoreHash();
  });

  describe('seen BigCommerce products', () => {
    const products = () => open().tables.storeProducts;
    const save = (...seen: SeenStoreProduct[]) => products().saveMany(hash, seen);
    const list = async (filter: Partial<SeenStoreProductFilter> = {}) => {
      const found = await products().list(hash, { standings: [], search: '', offset: 0, limit: 50, ...filter });
      return found.map(({ product }) => Number(product.id));
    };

    it('gives a product back as it was saved, and as it was saved again', async () => {
      await save(sampleStoreProduct(7, 'Tote'), sampleStoreProduct(8, 'Tee'));
      const later: SeenStoreProduct = { ...sampleStoreProduct(7, 'Zoë’s Tote'), standing: 'gone', sweep: 2, goneAt: at(3) };
      await save(later, sampleStoreProduct(8, 'Tee'));
      expect(await products().findMany(hash, ids(7, 99))).toEqual([later]);
      expect(await products().findMany(hash, ids(8))).toEqual([sampleStoreProduct(8, 'Tee')]);
    });

    it('finds variants by the keys that they have now, and not those of products that are gone', async () => {
      const variants = [aStoreVariant({ id: 11, sku: 'Tote-01', barcode: '' }), aStoreVariant({ id: 12, sku: '', barcode: 'AB1' })];
      await save(sampleStoreProduct(7, 'Tote', { variants }), sampleStoreProduct(8, 'Tee', { variants: [aStoreVariant({ id: 13, sku: 'tote-01' })], goneAt: at(1) }));
      const first = { productId: 7, variantId: 11, sku: 'tote-01', barcode: '' };
      expect(await products().listVariantsByKeys(hash, { skus: ['tote-01'], barcodes: [] })).toEqual([first]);
      expect(await products().listVariantsByKeys(hash, { skus: [''], barcodes: ['ab1', ''] })).toEqual([{ productId: 7, variantId: 12, sku: '', barcode: 'ab1' }]);
      await save(sampleStoreProduct(7, 'Tote', { variants: [aStoreVariant({ id: 12, sku: 'TOTE-02' })] }));
      expect(await products().listVariantsByKeys(hash, { skus: ['tote-01', 'tote-02'], barcodes: [] })).toMatchObject([{ variantId: 12, sku: 'tote-02' }]);
    });

    it('finds products by their whole name without case, and not those that are gone', async () => {
      await save(sampleStoreProduct(1, ' Canvas Tote'), sampleStoreProduct(2, 'Canvas tote bag'), sampleStoreProduct(3, 'canvas tote', { goneAt: at(1) }));
      expect(await products().findByNames(hash, ['CANVAS TOTE ', 'Nothing', ''])).toEqual([sampleStoreProduct(1, ' Canvas Tote')]);
    });

    it('changes the standing of some', async () => {
      await save(...[1, 2, 3].map((id) => sampleStoreProduct(id, `Tote ${id}`)));
      await products().changeStanding(hash, ids(1, 3, 9), 'ignored');
      expect(await list({ standings: ['ignored'] })).toEqual([1, 3]);
      expect(await products().countByStanding(hash)).toEqual({ linked: 1, 'only-here': 0, ignored: 2, gone: 0 });
    });

    it('lists by name, then by id, page by page, and finds a part of name, SKU and barcode, taken literally', async () => {
      await save(sampleStoreProduct(1, 'banana'), sampleStoreProduct(3, 'Apple'), sampleStoreProduct(2, 'apple'), sampleStoreProduct(4, '50%_off', { standing: 'only-here' }));
      expect(await list()).toEqual([4, 2, 3, 1]);
      expect(await list({ offset: 1, limit: 2 })).toEqual([2, 3]);
      expect(await list({ standings: ['linked'], search: 'AP' })).toEqual([2, 3]);
      expect(await list({ search: 'SKU-3' })).toEqual([3]);
      expect(await list({ search: 'bar-2' })).toEqual([2]);
      for (const literal of ['%', '_']) expect(await list({ search: literal })).toEqual([4]);
    });

    it('tells which products share a SKU or a barcode, with another or within themselves', async () => {
      const keyed = (id: number, name: string, rest: Partial<SeenStoreProduct>, ...keys: [string, string][]) =>
        sampleStoreProduct(id, name, { ...rest, variants: keys.map(([sku, barcode], index) => aStoreVariant({ id: id * 10 + index, sku, barcode })) });
      await save(
        keyed(1, 'Tote', {}, ['A', '']),
        keyed(2, 'Mug', { standing: 'only-here' }, [' a ', 'x']),
        keyed(3, 'Bag', { standing: 'only-here' }, ['C', 'X']),
        keyed(4, 'Tee', {}, ['D', 'same'], ['E', 'SAME']),
        keyed(5, 'Hat', {}, ['F', ''], ['', '']),
        keyed(6, 'Cap', { standing: 'ignored' }, ['F', '']),
        keyed(7, 'Pin', { goneAt: at(1) }, ['F', '']),
        // What is a barcode of one and a SKU of another is not the same thing.
        keyed(8, 'Pen', {}, ['same', 'F']),
      );
      expect(await list({ areDuplicates: true })).toEqual([3, 2, 4, 1]);
      expect(await list({ areDuplicates: true, search: 'MUG' })).toEqual([2]);
      expect(await products().count(hash, { standings: [], search: '', areDuplicates: true })).toBe(4);
      expect(await products().count(hash, { standings: ['only-here'], search: 'm' })).toBe(1);
      expect(await products().listIds(hash, { after: ids(1)[0]!, limit: 2, areDuplicates: true })).toEqual([2, 3]);
      expect(await products().listIds(hash, { after: null, limit: 9, search: 'm', standings: ['only-here'] })).toEqual([2]);
      expect(await products().listIds(hash, { after: null, limit: 9, standings: [] })).toEqual([]);
      expect(await products().count(newStoreHash(), { standings: [], search: '', areDuplicates: true })).toBe(0);
    });

    it('lists ids in order, and what a full reading missed', async () => {
      await save(sampleStoreProduct(30, 'A', { sweep: 1 }), sampleStoreProduct(4, 'B', { sweep: 2, standing: 'gone' }), sampleStoreProduct(5, 'C', { goneAt: at(1) }));
      expect(await products().listIds(hash, { after: null, limit: 2 })).toEqual([4, 5]);
      expect(await products().listIds(hash, { after: ids(5)[0]!, limit: 2 })).toEqual([30]);
      expect(await products().listIds(hash, { after: null, limit: 9, standings: ['linked'] })).toEqual([5, 30]);
      expect(await products().listMissed(hash, 2, 9)).toEqual([30]);
    });

    it('deletes some, and keeps stores apart', async () => {
      const other = newStoreHash();
      for (const store of [hash, other]) await products().saveMany(store, [sampleStoreProduct(1, 'One'), sampleStoreProduct(2, 'Two')]);
      await products().delete(hash, ids(1));
      expect(await list()).toEqual([2]);
      expect(await products().listVariantsByKeys(hash, { skus: ['sku-1'], barcodes: [] })).toEqual([]);
      await products().deleteAll(hash);
      expect(await products().findByNames(hash, ['Two'])).toEqual([]);
      expect(await products().findMany(other, ids(1, 2))).toHaveLength(2);
      expect(await products().listVariantsByKeys(other, { skus: ['sku-1'], barcodes: [] })).toHaveLength(1);
    });
  });

  describe('images in BigCommerce', () => {
    const image = (hikeId: number, key: string): ProductImage => ({
      hikeId: hikeId as HikeProductId,
      productId: 7 as ProductId,
      imageId: 70 as ImageId,
      key,
      url: `https://cdn.example.com/${key}.jpg`,
      content: 'a1b2',
      position: 0,
    });
    const replace = (hikeId: number, ...keys: string[]) => open().tables.images.replace(hash, hikeId as HikeProductId, keys.map((key) => image(hikeId, key)));
    const keysOf = async (...hikeIds: number[]) => (await open().tables.images.listOf(hash, hikeIds as HikeProductId[])).map(({ key }) => key).sort();

    it('replaces all images of one product', async () => {
      await replace(1, 'a', 'b');
      await replace(2, 'c');
      await replace(1, 'b', 'd');
      expect(await open().tables.images.listOf(hash, [2 as HikeProductId, 9 as HikeProductId])).toEqual([image(2, 'c')]);
      expect(await keysOf(1, 2)).toEqual(['b', 'c', 'd']);
      await replace(1);
      expect(await keysOf(1, 2)).toEqual(['c']);
    });

    it('replaces the images of many products', async () => {
      await replace(1, 'a');
      await open().tables.images.replaceMany(hash, [{ hikeId: 1 as HikeProductId, images: [image(1, 'b'), image(1, 'c')] }, { hikeId: 2 as HikeProductId, images: [] }]);
      expect(await keysOf(1, 2)).toEqual(['b', 'c']);
    });

    it('keeps one or the other of what two replace at the same moment', async () => {
      await Promise.all(['ab', 'cd', 'ef', 'gh'].map((pair) => replace(1, ...pair)));
      expect(['ab', 'cd', 'ef', 'gh']).toContain((await keysOf(1)).join(''));
    });

    it('keeps stores apart', async () => {
      await replace(1, 'a');
      const other = newStoreHash();
      expect(await open().tables.images.listOf(other, [1 as HikeProductId])).toEqual([]);
      await open().tables.images.deleteAll(other);
      expect(await keysOf(1)).toEqual(['a']);
      await open().tables.images.deleteAll(hash);
      expect(await keysOf(1)).toEqual([]);
    });
  });
};
