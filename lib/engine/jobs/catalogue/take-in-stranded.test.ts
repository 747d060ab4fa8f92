import { describe, expect, it } from 'vitest';
import { HikeProductId } from '../../../domain/ids';
import type { StoreProduct } from '../../../domain/store-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { listStranded } from './list-stranded';
import { takeInStranded } from './take-in-stranded';

const TEE = HikeProductId.parse(900);

/** Linked with these products of BigCommerce, while Hike has told of nothing. */
const linked = async (stores: { store: StoreProduct; hikeId: number; variants?: Record<number, number>; goneAt?: typeof NOW }[]) => {
  const { context, database, storeHash } = await createTestContext();
  const { tables } = database;
  const link = (thing: 'product' | 'variant', bigcommerceId: number, hikeId: number) =>
    ({ thing, bigcommerceId: String(bigcommerceId), hikeId: String(hikeId), origin: 'hike' as const, facts: {} });
  const linksOf = ({ store, hikeId, variants = {} }: (typeof stores)[number]) =>
    [link('product', store.id, hikeId), ...Object.entries(variants).map(([id, own]) => link('variant', Number(id), own))];
  await tables.storeProducts.saveMany(storeHash, stores.map(({ store, goneAt = null }) => ({ product: store, standing: 'linked', sweep: 3, goneAt })));
  await tables.links.saveMany(storeHash, stores.flatMap(linksOf), NOW);
  return {
    context,
    tables,
    storeHash,
    takeIn: (id: HikeProductId) => database.transaction('missed-product-looked-at', (inside) => takeInStranded(context, inside, { id, sweep: 4 })),
    seen: async (id: HikeProductId) => (await tables.hikeProducts.findMany(storeHash, [id]))[0],
  };
};

describe('a product that Hike deleted while nobody looked', () => {
  it('is known by its partner in BigCommerce, as gone and with nothing that would be written', async () => {
    const { takeIn, seen } = await linked([{ store: aStoreTee(), hikeId: TEE, variants: { 191: 901, 192: 902 } }]);
    expect(await takeIn(TEE)).toBe(true);
    const one = await seen(TEE);
    expect(one).toMatchObject({ sweep: 4, goneAt: NOW, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false });
    expect(one?.fingerprint).not.toBe('');
    expect(one?.product).toEqual({
      id: 900,
      name: 'Organic tee',
      description: '',
      brand: '',
      types: [],
      tags: [],
      seo: { title: '', description: '', keywords: '' },
      isActive: true,
      isOnline: true,
      tracksStock: true,
      sellsBelowZero: false,
      options: [],
      images: [],
      modifiedAt: null,
      variants: [
        { id: 901, name: 'Organic tee', sku: 'TEE-S', barcode: '', values: [], levels: [], images: [] },
        { id: 902, name: 'Organic tee', sku: 'TEE-M', barcode: '', values: [], levels: [], images: [] },
      ],
    });
  });

  it('has the variants that are linked, by the product’s SKU where they have none', async () => {
    const store = aStoreProduct({ sku: 'WHOLE', variants: [aStoreVariant({ id: 211, sku: '' }), aStoreVariant({ id: 212, sku: 'OTHER' })] });
    const { takeIn, seen } = await linked([{ store, hikeId: TEE, variants: { 211: 901 } }]);
    await takeIn(TEE);
    expect((await seen(TEE))?.product.variants.map(({ id, sku }) => [id, sku])).toEqual([[901, 'WHOLE']]);
  });

  it('is its own only variant where none is linked', async () => {
    const { takeIn, seen } = await linked([{ store: aStoreTee({ sku: 'WHOLE' }), hikeId: TEE }]);
    await takeIn(TEE);
    expect((await seen(TEE))?.product.variants).toMatchObject([{ id: 900, name: 'Organic tee', sku: 'WHOLE' }]);
  });

  it('is nothing to anybody where it is linked with nothing, or its partner is gone too', async () => {
    const { takeIn, seen } = await linked([{ store: aStoreTee(), hikeId: TEE, goneAt: NOW }]);
    for (const id of [TEE, HikeProductId.parse(7)]) expect([await takeIn(id), await seen(id)]).toEqual([false, undefined]);
  });
});

describe('links whose product Hike has never told of', () => {
  it('are found among all that are linked, a thousand at a time', async () => {
    const stores = Array.from({ length: 1_001 }, (_, index) => ({ store: aStoreProduct({ id: index + 1, name: `Mug ${index}`, sku: '', variants: [] }), hikeId: 5_001 + index }));
    const { context, tables, storeHash } = await linked(stores);
    await tables.hikeProducts.saveMany(storeHash, stores.slice(1, -1).map(({ hikeId }) => sampleHikeProduct(hikeId, 'Mug')));
    expect(await listStranded(context)).toEqual([5_001, 6_001]);
  });

  it('are those of products that are linked now', async () => {
    const { context, tables, storeHash } = await linked([{ store: aStoreTee(), hikeId: TEE }]);
    await tables.storeProducts.changeStanding(storeHash, [aStoreTee().id], 'only-here');
    expect(await listStranded(context)).toEqual([]);
  });

  it('end with a full thousand', async () => {
    const stores = Array.from({ length: 1_000 }, (_, index) => ({ store: aStoreProduct({ id: index + 1, name: `Mug ${index}`, sku: '', variants: [] }), hikeId: 5_001 + index }));
    const { context } = await linked(stores);
    expect(await listStranded(context)).toHaveLength(1_000);
  });
});
