import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProduct } from '../../../domain/hike-product';
import { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee } from '../../../domain/testing/a-store-product';
import type { ProductPlan } from '../../../domain/product-plan';
import type { Step } from '../../../domain/rules/catalogue/step-of-plan';
import type { StoreProduct } from '../../../domain/store-product';
import { TransientFailure } from '../../ports/failures';
import { sampleHikeProduct, samplePlan } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { compareProducts, pairsOf } from './compare-products';
import type { PlanShelf } from './load-plans';
import { readRun, saveRun } from './run-cursor';

const tote = (change: Parameters<typeof aHikeProduct>[0] = {}) => aHikeProduct({ types: [], ...change });
/** With neither a SKU nor a barcode it cannot be matched. */
const nameless = tote({ variants: [aHikeVariant({ sku: '', barcode: '' })] });

const comparing = async (products: { product: HikeProduct; plan?: ProductPlan | null }[], ...stores: StoreProduct[]) => {
  const shop = await createTestContext();
  const { context, database: { tables }, storeHash, mark, vendors } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'comparing', total: products.length });
  await tables.hikeProducts.saveMany(storeHash, products.map(({ product, plan = null }) => ({ ...sampleHikeProduct(product.id, product.name, { plan }), product })));
  await tables.storeProducts.saveMany(storeHash, stores.map((product) => ({ product, standing: 'only-here', sweep: 1, goneAt: null })));
  for (const store of stores) vendors.storeProducts.set(store.id, store);
  return {
    ...shop,
    compare: async (...ids: number[]) => compareProducts.run(context, await Promise.all(ids.map((id) => mark(String(id), { thing: 'compare' })))),
    plan: async (id: number) => (await tables.hikeProducts.findMany(storeHash, [HikeProductId.parse(id)]))[0]?.plan,
    left: () => tables.dirty.count(storeHash, 'compare'),
    state: async () => (await readRun(tables, storeHash)).state,
  };
};

describe('products that are compared', () => {
  it('have their plans and their links kept, and the dry run is ready after the last', async () => {
    const { compare, plan, left, state, database: { tables }, storeHash, vendors } = await comparing([{ product: tote() }, { product: aHikeTee({ types: [] }) }], aStoreProduct());
    expect(await compare(812, 900, 7)).toEqual([]);
    expect([await plan(812), await plan(900), await left(), await state()]).toMatchObject([{ standing: 'unchanged', isUntold: false }, { standing: 'create', isUntold: false }, 0, 'ready']);
    expect(await tables.links.findByHike(storeHash, 'product', ['812', '900'])).toMatchObject([{ bigcommerceId: '111' }]);
    expect((await tables.storeProducts.findMany(storeHash, [ProductId.parse(111)]))[0]?.standing).toBe('linked');
    expect(vendors.calls).toEqual([]);
  });

  it('are spread first where all of them are to be compared', async () => {
    const { compare, left, plan } = await comparing([{ product: tote() }]);
    expect(await compareProducts.run((await createTestContext()).context, [])).toEqual([]);
    await compare('-' as never);
    expect([await left(), await plan(812)]).toEqual([1, null]);
  });

  it('fail alone: the others are compared, and the dry run waits for those that failed', async () => {
    const store = aStoreTee({ variants: aStoreTee().variants.slice(0, 1) });
    const { compare, plan, left, state, vendors } = await comparing([{ product: tote() }, { product: aHikeTee({ types: [] }) }], store);
    vendors.onCall = () => {
      throw new TransientFailure('503');
    };
    const failures = await compare(812, 900);
    expect(failures).toMatchObject([{ row: { id: '900' }, error: { message: '503' } }]);
    expect([await plan(812), await plan(900), await left(), await state()]).toMatchObject([{ standing: 'create' }, null, 1, 'comparing']);
  });

  const before = (code: 'product-without-key' | 'sku-taken' | null, isUntold = false) => samplePlan('refused', { problem: code === null ? null : { code, details: {} }, isUntold });
  it.each<[string, HikeProduct, ProductPlan | null, boolean]>([
    ['it was never compared', nameless, null, true],
    ['it had another problem', nameless, before('sku-taken'), true],
    ['it had none', nameless, before(null), true],
    ['it had it, and the log says so', nameless, before('product-without-key'), false],
    ['it had it, and nobody was told', nameless, before('product-without-key', true), true],
    ['it has none any more', tote(), before('product-without-key', true), false],
  ])('have a problem that is still to be told or not where %s', async (_, product, plan, isUntold) => {
    const { compare, plan: planNow } = await comparing([{ product, plan }]);
    await compare(812);
    expect((await planNow(812))?.isUntold).toBe(isUntold);
  });

  it('are called like any product in the log', () => {
    expect(compareProducts.subject({ id: '812' } as never).label).toBe('Product 812');
  });
});

describe('links that a comparison found', () => {
  const [product, store] = [tote(), aStoreProduct()];
  const variants = [{ hikeId: product.id, variantId: store.variants[0]!.id }];
  const shelfWith = (...candidates: StoreProduct[]) => {
    const taken: number[][] = [];
    const shelf = { seen: new Map([[product.id, { product }]]), factsOf: () => ({ candidates }), take: (...pair: number[]) => void taken.push(pair) } as unknown as PlanShelf;
    return { shelf, taken };
  };
  const step = (kind: 'link' | 'update' | 'create', newLinks: unknown) => ({ kind, productId: store.id, newLinks }) as unknown as Step;

  it.each([
    ['link', { productId: store.id, variants: [] }],
    ['link', { productId: null, variants }],
    ['update', { productId: store.id, variants }],
  ] as const)('are kept with an %s, of the product or of its variants alone, and the rest of the batch sees them', (kind, newLinks) => {
    const { shelf, taken } = shelfWith(aStoreTee(), store);
    expect(pairsOf(shelf, product.id, step(kind, newLinks))).toEqual([{ product, store, variants: newLinks.variants }]);
    expect(taken).toEqual([[store.id, product.id]]);
  });

  it.each<[string, StoreProduct[], HikeProductId, Step]>([
    ['nothing is new', [store], product.id, step('link', { productId: null, variants: [] })],
    ['it is to be created', [store], product.id, step('create', { productId: store.id, variants })],
    ['its partner is not known', [aStoreTee()], product.id, step('link', { productId: store.id, variants })],
    ['it is not known itself', [store], HikeProductId.parse(7), step('link', { productId: store.id, variants })],
  ])('are none where %s', (_, candidates, id, what) => {
    const { shelf, taken } = shelfWith(...candidates);
    expect([pairsOf(shelf, id, what), taken]).toEqual([[], []]);
  });
});

it('is compared as of now', async () => {
  const { compare, database: { tables }, storeHash } = await comparing([{ product: tote() }]);
  await compare(812);
  expect(await readRun(tables, storeHash)).toMatchObject({ comparedAt: NOW });
});
