import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { sampleHikeProduct, sampleStoreProduct } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { confirmGone } from './confirm-gone';
import { findGone } from './find-gone';
import { loseStoreProducts } from './lose-store-products';
import { rereadStoreProducts } from './reread-store-products';
import { saveRun } from './run-cursor';

const ids = (...some: number[]) => some.map((id) => ProductId.parse(id));

describe('whether BigCommerce still has a product', () => {
  const asking = async () => {
    const shop = await createTestContext();
    for (const id of [1, 2, 3]) shop.vendors.storeProducts.set(id, aStoreProduct({ id }));
    shop.vendors.unlistedInStore.add(2);
    return shop;
  };

  it('is asked with one call for all, and one for each that the list leaves out', async () => {
    const { context, vendors } = await asking();
    expect(await findGone(context, ids(1, 2, 4, 5))).toEqual([4, 5]);
    expect(vendors.calls).toEqual(['catalogue.byIds', 'catalogue.exists', 'catalogue.exists', 'catalogue.exists']);
  });

  it('costs no call where there is nothing to ask about', async () => {
    const { context, vendors } = await asking();
    expect([await findGone(context, []), await confirmGone(context, [])]).toEqual([[], { gone: [], kept: [] }]);
    expect(vendors.calls).toEqual([]);
  });

  it('is answered for each', async () => {
    const { context } = await asking();
    expect(await confirmGone(context, ids(1, 4, 2))).toEqual({ gone: [4], kept: [1, 2] });
  });
});

/** The tee is linked with product 190, product 111 with nothing; after the dry run. */
const known = async () => {
  const shop = await createTestContext();
  const { context, database, storeHash } = shop;
  const { tables } = database;
  const tee = aHikeTee();
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'ready', store: { sweep: 3, read: 2, total: 2, isDone: true } });
  await tables.hikeProducts.saveMany(storeHash, [{ ...sampleHikeProduct(tee.id, tee.name), product: tee }, sampleHikeProduct(812, aHikeProduct().name)]);
  await tables.storeProducts.saveMany(storeHash, [sampleStoreProduct(190, tee.name), sampleStoreProduct(111, 'Tote', { standing: 'only-here' })]);
  await tables.links.save(storeHash, { thing: 'product', bigcommerceId: '190', hikeId: '900', origin: 'hike', facts: {} }, NOW);
  return {
    ...shop,
    lose: (...gone: number[]) => database.transaction('store-products-reread', (inside) => loseStoreProducts(context, inside, ids(...gone))),
    seen: async () => (await tables.storeProducts.findMany(storeHash, ids(111, 190))).map(({ product, standing, goneAt }) => [product.id, standing, goneAt]),
    marked: async (thing: 'compare' | 'stock', ...some: number[]) => {
      const rows = await Promise.all(some.map((id) => tables.dirty.find(storeHash, thing, String(HikeProductId.parse(id)))));
      return rows.map((row) => row && [row.id, row.trigger, row.notBefore]);
    },
  };
};

describe('a product that BigCommerce no longer has', () => {
  it('is forgotten where it was linked with nothing', async () => {
    const { lose, seen, marked } = await known();
    await lose(111);
    expect(await seen()).toEqual([[190, 'linked', null]]);
    expect([await marked('compare', 900, 812), await marked('stock', 901, 902, 812)]).toEqual([[null, null], [null, null, null]]);
  });

  it('stays as gone where it was linked, and its partner and the partner’s counts are looked at', async () => {
    const { lose, seen, marked } = await known();
    await lose(190);
    expect(await seen()).toEqual([[111, 'only-here', null], [190, 'gone', NOW]]);
    expect(await marked('compare', 900, 812)).toEqual([['900', 'follow-up', NOW], null]);
    expect(await marked('stock', 901, 902, 812)).toEqual([['901', 'follow-up', NOW], ['902', 'follow-up', NOW], null]);
  });
});

describe('products that webhooks spoke of', () => {
  it('are read again with one call, and twenty-five of the absent ones are looked at alone; the others come next', async () => {
    const { context, vendors, database: { tables }, storeHash, mark, seen } = await known();
    vendors.storeProducts.set(190, aStoreProduct({ id: 190, name: 'Tee' }));
    const absent = Array.from({ length: 26 }, (_, index) => 1_000 + index);
    const rows = await Promise.all([190, 111, ...absent].map((id) => mark(String(id), { thing: 'store-product' })));
    expect(await rereadStoreProducts.run(context, rows)).toEqual([]);
    expect(vendors.calls.filter((name) => name === 'catalogue.byIds')).toHaveLength(1);
    expect(vendors.calls.filter((name) => name === 'catalogue.exists')).toHaveLength(25);
    expect(await seen()).toEqual([[190, 'linked', null]]);
    expect((await tables.storeProducts.findMany(storeHash, ids(190)))[0]).toMatchObject({ product: { name: 'Tee' }, sweep: 3 });
    expect(await tables.dirty.count(storeHash, 'store-product')).toBe(2);
    expect(await tables.dirty.find(storeHash, 'store-product', '1025')).not.toBeNull();
  });

  it('are upkeep by name, and wait while BigCommerce cannot be asked', () => {
    expect(rereadStoreProducts).toMatchObject({ needs: ['bigcommerce'], isUpkeep: true });
    expect(rereadStoreProducts.subject({ id: '111' } as never)).toMatchObject({ thing: 'connection', label: 'Reading product 111 of BigCommerce', bigcommerceId: '111' });
  });
});
