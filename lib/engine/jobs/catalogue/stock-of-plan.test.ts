import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId, LocationId, ProductId, VariantId } from '../../../domain/ids';
import type { MatchFacts } from '../../../domain/rules/catalogue/match-product';
import type { StoreProduct } from '../../../domain/store-product';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct, aStoreTee } from '../../../domain/testing/a-store-product';
import { createTestContext } from '../../testing/create-test-context';
import { newLevel } from '../stock/level-key';
import { stockMoves } from './stock-of-plan';

const [TOTE, IN_STORE, MAIN] = [812 as HikeProductId, 211 as VariantId, 1 as LocationId];

type Context = Awaited<ReturnType<typeof createTestContext>>['context'];

const { stock, catalogue } = someSettings();

const linked = (product: HikeProduct, store: StoreProduct): MatchFacts => ({
  link: store.id,
  variantLinks: new Map(product.variants.map(({ id }, index) => [id, store.variants[index]!.id])),
  candidates: [store],
  takenProductIds: new Set(),
  twins: [],
});

const movesOf = async (context: Context, { product = aHikeProduct(), store = aStoreProduct(), facts = linked(product, store) }: { product?: HikeProduct; store?: StoreProduct; facts?: MatchFacts } = {}) =>
  (await stockMoves(context, [store]))(product, facts);

describe('what a plan tells of counts', () => {
  it.each<[string, Partial<Context['settings']>, number[]]>([
    ['what Hike has available', {}, [12]],
    ['less what is kept back of all', { stock: { ...stock, buffer: { kind: 'units', value: 2 } } }, [10]],
    ['less what is kept back of the product', { stock: { ...stock, buffer: { kind: 'units', value: 2 }, bufferByProduct: { 812: { kind: 'units', value: 5 } } } }, [7]],
    ['nothing, where Hike does not own counts', { catalogue: { ...catalogue, owners: { ...catalogue.owners, stock: 'bigcommerce' } } }, []],
  ])('is %s', async (_, change, after) => {
    const { context } = await createTestContext({ settings: { ...someSettings(), ...change } });
    expect(await movesOf(context)).toEqual(after.map((count) => ({ hikeId: TOTE, location: '', before: null, after: count })));
  });

  it('begins with what BigCommerce shows', async () => {
    const { context, tables, storeHash } = await createTestContext();
    await tables.levels.saveMany(storeHash, [{ ...newLevel({ variantId: IN_STORE, locationId: MAIN }, TOTE), onHand: 5 }]);
    expect(await movesOf(context)).toMatchObject([{ before: 5, after: 12 }]);
  });

  it('is told of each variant by itself', async () => {
    const { context } = await createTestContext();
    const variants = [3, 4].map((units, index) => ({ ...aHikeTee().variants[index]!, levels: [anOutletLevel({ available: units * 10_000 })] }));
    expect(await movesOf(context, { product: aHikeTee({ variants }), store: aStoreTee() })).toMatchObject([{ hikeId: 901, after: 3 }, { hikeId: 902, after: 4 }]);
  });

  it.each<[string, Parameters<typeof movesOf>[1]]>([
    ['is not counted in Hike', { product: aHikeProduct({ tracksStock: false }) }],
    ['is not in BigCommerce', { facts: { link: null, variantLinks: new Map(), candidates: [], takenProductIds: new Set(), twins: [] } }],
    ['needs a person first', { facts: { ...linked(aHikeProduct(), aStoreProduct()), link: null, variantLinks: new Map(), candidates: [aStoreProduct(), aStoreProduct({ id: 112 as ProductId })] } }],
    ['has no count at the outlet', { product: aHikeProduct({ variants: [aHikeVariant({ levels: [] })] }) }],
  ])('is nothing where the product %s', async (_, given) => {
    const { context } = await createTestContext();
    expect(await movesOf(context, given)).toEqual([]);
  });
});
