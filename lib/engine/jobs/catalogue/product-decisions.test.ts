import { describe, expect, it } from 'vitest';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import type { Decimal } from '../../../domain/money';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreVariant } from '../../../domain/testing/a-store-product';
import { PRIORITY } from '../../priorities';
import { decideRemoval, ignoreProducts, ignoreStoreProducts, linkByHand, retryProducts, sendToHike } from './product-decisions';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const [TOTE, BAG] = [812, 813] as HikeProductId[];
const [STORE_TOTE, STORE_BAG] = [111, 112] as ProductId[];

const tote = (change: object = {}) => aHikeProduct({ types: [], ...change });
const bag = () => aHikeProduct({ id: BAG, name: 'Bag', types: [], variants: [aHikeVariant({ id: BAG, name: 'Bag', sku: 'BAG', barcode: '' })] });
const storeBag = () => aStoreProduct({ id: STORE_BAG, name: 'Bag', sku: 'BAG', barcode: '', isVisible: true, variants: [aStoreVariant({ id: 212, sku: 'BAG', barcode: '' })] });

const inStep = (hike: HikeProduct[] = [tote(), bag()]) => syncedEngine({ hike, store: [aStoreProduct({ isVisible: true }), storeBag()] });

const seenOf = async ({ database, storeHash }: CatalogueEngine, id: HikeProductId | undefined) => (await database.tables.hikeProducts.findMany(storeHash, [id!]))[0]!;

const link = (engine: CatalogueEngine, hikeId: HikeProductId | undefined, productId: ProductId | undefined) =>
  engine.act((tables, hash, now) => linkByHand(tables, hash, { hikeId: hikeId!, productId: productId!, now }));

const decide = (engine: CatalogueEngine, removal: 'hide' | 'delete' | 'keep') =>
  engine.act((tables, hash, now) => decideRemoval(tables, hash, { hikeIds: [TOTE!, BAG!], now, removal }));

describe('linking by hand', () => {
  const gone = async (engine: CatalogueEngine) => {
    const { tables } = engine.database;
    await tables.hikeProducts.saveMany(engine.storeHash, [{ ...(await seenOf(engine, TOTE)), goneAt: engine.clock.now() }]);
  };
  const goneInStore = async ({ database, storeHash, clock }: CatalogueEngine) =>
    database.tables.storeProducts.saveMany(storeHash, [{ product: storeBag(), standing: 'gone', sweep: 1, goneAt: clock.now() }]);
  const nothing = async () => undefined;

  it.each<[string, (engine: CatalogueEngine) => Promise<unknown>, number, number, object]>([
    ['Hike has it no longer', gone, 812, 112, { code: 'product-gone-from-hike', details: { product: 'Canvas tote' } }],
    ['Hike never had it', nothing, 999, 112, { code: 'product-gone-from-hike', details: { product: '999' } }],
    ['BigCommerce has the other no longer', goneInStore, 812, 112, { code: 'product-deleted-in-bigcommerce', details: { product: 'Canvas tote' } }],
    ['BigCommerce never had the other', nothing, 812, 999, { code: 'product-deleted-in-bigcommerce' }],
  ])('says why it cannot be done where %s, and leaves the links as they were', async (_, prepare, hikeId, productId, why) => {
    const engine = await inStep();
    await prepare(engine);
    expect(await link(engine, hikeId as HikeProductId, productId as ProductId)).toMatchObject(why);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'product', ['812', '813'])).toMatchObject([{ bigcommerceId: '111' }, { bigcommerceId: '112' }]);
  });

  it('looks anew at the product that it takes the partner from', async () => {
    const engine = await inStep();
    expect(await link(engine, TOTE, STORE_BAG)).toBeNull();
    expect(await engine.plan(BAG!)).toMatchObject({ standing: 'refused', problem: { code: 'sku-taken' } });
  });

  it('takes up what was put aside, and ends what was decided about it', async () => {
    const engine = await inStep();
    await engine.act((tables, hash, now) => ignoreProducts(tables, hash, { hikeIds: [TOTE!], now, isIgnored: true }));
    await engine.database.tables.hikeProducts.saveMany(engine.storeHash, [{ ...(await seenOf(engine, TOTE)), removal: 'keep' }]);
    expect(await link(engine, TOTE, STORE_TOTE)).toBeNull();
    expect(await seenOf(engine, TOTE)).toMatchObject({ isIgnored: false, removal: null, plan: { standing: 'unchanged' } });
  });
});

describe('a decision about removed products', () => {
  const untickAll = (engine: CatalogueEngine) => engine.tell(tote({ isOnline: false }), { ...bag(), isOnline: false });

  it('is taken about those alone that wait for one', async () => {
    const engine = await inStep();
    await engine.tell(tote({ isOnline: false }));
    expect(await decide(engine, 'hide')).toEqual([TOTE]);
    expect([...engine.vendors.storeProducts.values()].map(({ isVisible }) => isVisible)).toEqual([false, true]);
    expect(await seenOf(engine, BAG)).toMatchObject({ removal: null });
  });

  it('shows at once, before anything is planned again', async () => {
    const engine = await inStep();
    await untickAll(engine);
    await engine.database.transaction('products-acted-on', (tables) => decideRemoval(tables, engine.storeHash, { hikeIds: [TOTE!], now: engine.clock.now(), removal: 'keep' }));
    expect(await engine.plan(TOTE!)).toMatchObject({ standing: 'kept', problem: null });
    expect(await engine.plan(BAG!)).toMatchObject({ standing: 'removed', problem: { code: 'product-not-online' } });
  });

  it('can be taken anew about what is kept', async () => {
    const engine = await inStep();
    await untickAll(engine);
    await decide(engine, 'keep');
    expect(await decide(engine, 'hide')).toEqual([TOTE, BAG]);
    expect([...engine.vendors.storeProducts.values()].map(({ isVisible }) => isVisible)).toEqual([false, false]);
  });

  it('is not taken where the reason is another than the one that was shown', async () => {
    const engine = await inStep();
    await engine.tell(tote({ isOnline: false }));
    const seen = await seenOf(engine, TOTE);
    await engine.database.tables.hikeProducts.saveMany(engine.storeHash, [{ ...seen, product: { ...seen.product, isActive: false } }]);
    expect(await decide(engine, 'delete')).toEqual([]);
    await engine.database.tables.hikeProducts.saveMany(engine.storeHash, [{ ...seen, product: tote() }]);
    expect(await decide(engine, 'delete')).toEqual([]);
  });
});

describe('products of BigCommerce alone', () => {
  const alone = () => inStep([tote()]);
  const aside = (engine: CatalogueEngine, isIgnored: boolean) => engine.act((tables, hash) => ignoreStoreProducts(tables, hash, { productIds: [STORE_TOTE!, STORE_BAG!], isIgnored }));
  const send = (engine: CatalogueEngine) => engine.act((tables, hash, now) => sendToHike(tables, hash, { productIds: [STORE_TOTE!, STORE_BAG!], now }));

  it('are put aside and taken up again; what is linked is neither', async () => {
    const engine = await alone();
    expect([await aside(engine, false), await aside(engine, true), await aside(engine, true), await aside(engine, false)]).toEqual([[], [STORE_BAG], [], [STORE_BAG]]);
    expect(await engine.database.tables.storeProducts.countByStanding(engine.storeHash)).toMatchObject({ linked: 1, 'only-here': 1, ignored: 0 });
  });

  it('are sent to Hike where nothing is linked with them and nobody put them aside', async () => {
    const engine = await alone();
    await aside(engine, true);
    expect(await send(engine)).toEqual([]);
    await aside(engine, false);
    expect(await send(engine)).toEqual([STORE_BAG]);
    expect(engine.vendors.createdHikeProducts.map(({ name }) => name)).toEqual(['Bag']);
  });
});

describe('products that a person has tried again', () => {
  const retry = (engine: CatalogueEngine, ...ids: (HikeProductId | undefined)[]) => engine.act((tables, hash, now) => retryProducts(tables, hash, { hikeIds: ids.map((id) => id!), now }));

  it('are compared with what BigCommerce has now, though no hook told of it', async () => {
    const engine = await inStep();
    engine.vendors.storeProducts.set(111, { ...engine.vendors.storeProducts.get(111)!, price: '9' as Decimal });
    engine.vendors.calls.length = 0;
    expect(await retry(engine, TOTE, 999 as HikeProductId)).toEqual([TOTE]);
    expect(engine.vendors.productChanges).toEqual([{ id: 111, price: '22' }]);
    expect(engine.vendors.calls).not.toContain('catalogue.since');
  });

  it('are compared with all that changed in BigCommerce where they are not linked', async () => {
    const engine = await inStep();
    await engine.tell(tote(), { ...bag(), id: 814 as HikeProductId, name: 'Cap', variants: [aHikeVariant({ id: 814, name: 'Cap', sku: '', barcode: '' })] });
    engine.vendors.calls.length = 0;
    expect(await retry(engine, 814 as HikeProductId)).toEqual([814]);
    expect(engine.vendors.calls).toContain('catalogue.since');
  });

  it('come before whatever is not urgent', async () => {
    const engine = await inStep();
    await engine.database.transaction('products-acted-on', (tables) => retryProducts(tables, engine.storeHash, { hikeIds: [TOTE!], now: engine.clock.now() }));
    expect(await engine.database.tables.dirty.find(engine.storeHash, 'store-product', '111')).toMatchObject({ priority: PRIORITY.person, trigger: 'person' });
    expect(await engine.database.tables.dirty.find(engine.storeHash, 'product', '812')).toMatchObject({ priority: PRIORITY.order, trigger: 'person' });
  });
});
