import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { StoreProduct } from '../../../domain/store-product';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { aHikeVariant } from '../../../domain/testing/a-hike-product';
import type { SeenStoreProduct } from '../../ports/tables';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { saveRun } from './run-cursor';
import { takeInStoreProducts } from './take-in-store-products';

const product = (change: Parameters<typeof aStoreProduct>[0] = {}): StoreProduct => aStoreProduct({ modifiedAt: NOW, ...change });
const keyed = (sku: string, barcode = ''): StoreProduct => product({ variants: [aStoreVariant({ sku, barcode })] });

const KEYS: [number, string, string][] = [[812, 'OTHER', ''], [701, 'OLD', ''], [702, 'new ', ''], [703, '', 'BAR'], [704, '', '']];

interface Before extends Partial<Omit<SeenStoreProduct, 'product'>> {
  product: StoreProduct;
}

/** The dry run is through, so what is marked is compared. 812 is linked with product 111 where it says so. */
const takingIn = async ({ before, isLinked = true, state = 'ready' }: { before?: Before; isLinked?: boolean; state?: 'ready' | 'reading' }) => {
  const { context, database, storeHash } = await createTestContext();
  const { tables } = database;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state });
  await tables.hikeProducts.saveMany(storeHash, KEYS.map(([id, sku, barcode]) => sampleHikeProduct(id, `Mug ${id}`, { variants: [aHikeVariant({ id, sku, barcode })] })));
  if (isLinked) await tables.links.save(storeHash, { thing: 'product', bigcommerceId: '111', hikeId: '812', origin: 'hike', facts: {} }, NOW);
  if (before !== undefined) await tables.storeProducts.saveMany(storeHash, [{ standing: 'linked', sweep: 3, goneAt: null, ...before }]);
  return {
    tell: async (told: StoreProduct, sweep = 3) => {
      await database.transaction('store-page-taken-in', (inside) => takeInStoreProducts(context, inside, { products: [told], sweep }));
      const rows = await Promise.all(KEYS.map(([id]) => tables.dirty.find(storeHash, 'compare', String(id))));
      return rows.flatMap((row) => (row === null ? [] : [Number(row.id)]));
    },
    seen: async () => (await tables.storeProducts.findMany(storeHash, [product().id]))[0],
    row: () => tables.dirty.find(storeHash, 'compare', '812'),
  };
};

describe('a product that BigCommerce tells of', () => {
  it('is kept as it is, and its partner looked at as what follows', async () => {
    const { tell, seen, row } = await takingIn({});
    expect(await tell(product(), 4)).toEqual([812]);
    expect(await seen()).toEqual({ product: product(), standing: 'linked', sweep: 4, goneAt: null });
    expect(await row()).toMatchObject({ trigger: 'follow-up', notBefore: NOW });
  });

  it.each<[string, { isLinked: boolean; before?: Before }, SeenStoreProduct['standing']]>([
    ['new and not linked', { isLinked: false }, 'only-here'],
    ['linked', { isLinked: true, before: { product: product(), standing: 'only-here' } }, 'linked'],
    ['linked, though it was put aside', { isLinked: true, before: { product: product(), standing: 'ignored' } }, 'linked'],
    ['put aside', { isLinked: false, before: { product: product(), standing: 'ignored' } }, 'ignored'],
    ['linked no longer', { isLinked: false, before: { product: product(), standing: 'linked' } }, 'only-here'],
    ['back', { isLinked: false, before: { product: product(), standing: 'gone', goneAt: NOW } }, 'only-here'],
  ])('stands where it belongs when it is %s', async (_, given, standing) => {
    const { tell, seen } = await takingIn(given);
    await tell(product());
    expect(await seen()).toMatchObject({ standing, goneAt: null });
  });

  it.each<[string, Before, StoreProduct, boolean]>([
    ['nothing of it changed', { product: product() }, product(), false],
    ['only the time of its change moved', { product: product() }, product({ modifiedAt: instantPlus(NOW, 60_000) }), false],
    ['only a later full reading met it', { product: product(), sweep: 2 }, product(), false],
    ['somebody changed it later', { product: product() }, product({ price: '9', modifiedAt: instantPlus(NOW, 2_001) }), true],
    ['it differs within two seconds of our write', { product: product() }, product({ price: '9', modifiedAt: instantPlus(NOW, 2_000) }), false],
    ['nobody knows when we wrote it', { product: product({ modifiedAt: null }) }, product({ price: '9' }), true],
    ['nobody knows when it changed', { product: product() }, product({ price: '9', modifiedAt: null }), true],
    ['it is back', { product: product(), standing: 'gone', goneAt: NOW }, product(), true],
  ])('is news or not when %s', async (_, before, told, isNews) => {
    const { tell, seen } = await takingIn({ before });
    expect(await tell(told)).toEqual(isNews ? [812] : []);
    expect(await seen()).toMatchObject({ product: told, sweep: 3 });
  });

  it('is kept and leads to nothing while everything will be compared anyway', async () => {
    const { tell, seen } = await takingIn({ state: 'reading' });
    expect(await tell(product())).toEqual([]);
    expect(await seen()).toBeDefined();
  });

  it('has those looked at that its keys match now or matched before, and no others', async () => {
    const { tell } = await takingIn({ isLinked: false, before: { product: keyed('Old') } });
    expect(await tell({ ...keyed('NEW'), modifiedAt: instantPlus(NOW, 60_000) })).toEqual([701, 702]);
  });

  it('has those looked at that have its barcode', async () => {
    const { tell } = await takingIn({ isLinked: false });
    expect(await tell(keyed('', 'bar'))).toEqual([703]);
  });

  it('has nobody looked at where it has no keys and is not linked', async () => {
    const { tell } = await takingIn({ isLinked: false });
    expect(await tell(keyed(''))).toEqual([]);
  });
});
