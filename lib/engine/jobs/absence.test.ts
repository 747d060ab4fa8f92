import { describe, expect, it } from 'vitest';
import type { HikeProductId, VariantId } from '../../domain/ids';
import type { HikeLists } from '../../domain/shop-lists';
import { aHikeProduct, aHikeVariant } from '../../domain/testing/a-hike-product';
import { someLists, someSettings } from '../../domain/testing/a-shop';
import { anOrder } from '../../domain/testing/an-order';
import { aStoreProduct, aStoreVariant } from '../../domain/testing/a-store-product';
import { createTestEngine } from '../testing/create-test-engine';
import { type CatalogueEngine, syncedEngine } from './catalogue/testing/catalogue-engine';
import { createStockEngine } from './stock/testing/create-stock-engine';

/*
 * What an answer leaves out is no proof that it is gone. One test for each place where it would lead to a write, or to
 * the loss of a link; the table is in docs/decisions/0015-absence-is-no-proof.md.
 */

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const some = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

const aStray = (id: number) =>
  aStoreProduct({ id, name: `Stray ${id}`, sku: `STRAY-${id}`, barcode: '', variants: [aStoreVariant({ id: id + 100, sku: `STRAY-${id}`, barcode: '' })] });

const standings = (engine: CatalogueEngine) => engine.database.tables.storeProducts.countByStanding(engine.storeHash);

const rereadByWebhook = async (engine: CatalogueEngine, ...ids: number[]): Promise<void> => {
  const mark = { thing: 'store-product', priority: 32, notBefore: engine.clock.now(), trigger: 'webhook' } as const;
  for (const id of ids) await engine.database.tables.dirty.mark(engine.storeHash, { ...mark, id: String(id) });
  await engine.pass(60_000, 4);
};

/** A week later: BigCommerce’s whole catalogue is read again. */
const nextFullReading = (engine: CatalogueEngine) => engine.pass(8 * DAY_MS, 8 * 24);

const messages = async (engine: CatalogueEngine) => (await engine.entries()).map(({ problem }) => problem?.code);

describe('BigCommerce’s list of products', () => {
  const synced = (strays = 40) => syncedEngine({ hike: [aHikeProduct({ types: [] })], store: [aStoreProduct(), ...some(strays, (index) => aStray(300 + index))] });

  it('forgets nothing that one list leaves out and another tells', async () => {
    const engine = await synced();
    const before = await standings(engine);
    const { storeProducts } = engine.vendors;
    engine.vendors.onCall = (name) => {
      if (name === 'catalogue.list') engine.vendors.storeProducts = new Map();
      if (name === 'catalogue.list:done') engine.vendors.storeProducts = storeProducts;
    };
    await nextFullReading(engine);
    expect(await standings(engine)).toEqual(before);
  });

  it.each([['every list', 41], ['most of every list', 30]])('touches nothing where %s is cut short, and says so', async (_what, missing) => {
    const engine = await synced();
    const before = await standings(engine);
    for (const id of [111, ...some(40, (index) => 300 + index)].slice(0, missing)) engine.vendors.unlistedInStore.add(id);
    await nextFullReading(engine);
    expect(await standings(engine)).toEqual(before);
    expect(engine.vendors.calls).not.toContain('catalogue.exists');
    expect(await messages(engine)).toContain('store-products-missing-in-list');
  });

  it('asks for each of a few before it is taken for deleted', async () => {
    const engine = await synced();
    for (const id of [111, 300, 301]) engine.vendors.unlistedInStore.add(id);
    engine.vendors.storeProducts.delete(301);
    await nextFullReading(engine);
    expect(await standings(engine)).toMatchObject({ linked: 1, gone: 0, 'only-here': 39 });
  });

  it('believes no webhook’s second look alone', async () => {
    const engine = await synced(1);
    engine.vendors.unlistedInStore.add(111);
    await rereadByWebhook(engine, 111, 300);
    expect(await standings(engine)).toMatchObject({ linked: 1, gone: 0 });
    engine.vendors.storeProducts.delete(111);
    await rereadByWebhook(engine, 111);
    expect(await standings(engine)).toMatchObject({ gone: 1 });
  });

  it('looks at many deleted ones a few at a time', async () => {
    const engine = await synced();
    for (let id = 300; id < 340; id += 1) engine.vendors.storeProducts.delete(id);
    await rereadByWebhook(engine, ...some(40, (index) => 300 + index));
    expect(await standings(engine)).toMatchObject({ linked: 1, 'only-here': 0 });
  });

  it('goes round in no circle where a page repeats', async () => {
    const engine = await synced(300);
    const { bigcommerce } = engine.vendors;
    engine.vendors.bigcommerce = (...given) => {
      const real = bigcommerce(...given);
      return { ...real, catalogue: { ...real.catalogue, listProducts: () => real.catalogue.listProducts(null) } };
    };
    engine.vendors.calls.length = 0;
    const before = await standings(engine);
    await nextFullReading(engine);
    expect(await standings(engine)).toEqual(before);
    expect(engine.vendors.calls.filter((name) => name === 'catalogue.list').length).toBeLessThan(60);
  });

  it('goes round in no circle where a page of changes repeats', async () => {
    const engine = await synced(300);
    const { bigcommerce } = engine.vendors;
    engine.vendors.bigcommerce = (...given) => {
      const real = bigcommerce(...given);
      return { ...real, catalogue: { ...real.catalogue, listModifiedSince: async () => (await real.catalogue.listProducts(null)).products } };
    };
    let reads = 0;
    engine.vendors.onCall = (name) => void (reads += name === 'catalogue.list' ? 1 : 0);
    await engine.pass(6 * HOUR_MS, 24);
    expect(reads).toBeLessThan(60);
  });
});

describe('Hike’s list of products', () => {
  const synced = () => syncedEngine({ hike: some(60, (index) => aMug(1000 + index)) });

  it.each([['an empty list', 60], ['half of a list', 30]])('removes nothing for %s', async (_what, missing) => {
    const engine = await synced();
    const links = await engine.database.tables.links.findByHike(engine.storeHash, 'product', some(60, (index) => String(1000 + index)));
    for (let id = 1000; id < 1000 + missing; id += 1) engine.vendors.unlisted.add(id);
    await engine.pass(2 * DAY_MS, 48);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'product', some(60, (index) => String(1000 + index)))).toEqual(links);
    expect(await engine.database.tables.hikeProducts.count(engine.storeHash, { standings: ['removed'], search: '' })).toBe(0);
  });

  it('goes round in no circle where a page repeats, and removes nothing', async () => {
    const engine = await synced();
    const { hike } = engine.vendors;
    engine.vendors.hikePageSize = 20;
    engine.vendors.hike = (...given) => {
      const real = hike(...given);
      return { ...real, products: { ...real.products, listChanged: async (since, skip) => ({ ...(await real.products.listChanged(since, 0)), next: skip + 20 }) } };
    };
    engine.vendors.calls.length = 0;
    await engine.pass(2 * DAY_MS, 48);
    expect(engine.vendors.calls.filter((name) => name === 'products.list').length).toBeLessThan(120);
    expect(await engine.database.tables.hikeProducts.count(engine.storeHash, { standings: ['removed'], search: '' })).toBe(0);
  });

  it('takes a product without counts for no stock of zero', async () => {
    const engine = await createStockEngine();
    await engine.settle();
    await engine.count({});
    await engine.settle();
    expect(engine.onHand()).toBe(12);
  });

  it('leaves pictures alone where it tells of none', async () => {
    const settings = someSettings();
    const engine = await syncedEngine({
      hike: [aHikeProduct({ types: [] })],
      settings: { catalogue: { ...settings.catalogue, owners: { ...settings.catalogue.owners, images: 'hike' } } },
    });
    await engine.tell(aHikeProduct({ types: [], images: [] }));
    expect(engine.vendors.deletedImages).toEqual([]);
  });
});

describe('BigCommerce’s levels', () => {
  it('hold back zeros where the answer told nothing, and many would fall', async () => {
    const engine = await createStockEngine({ settings: { stock: { ...someSettings().stock, zeroGuard: 3 } } });
    await engine.settle();
    engine.vendors.levels.length = 0;
    await engine.database.tables.levels.deleteAll(engine.storeHash);
    for (const id of [901, 902, 903, 904]) await engine.count({ 1: 0 }, { id: id as HikeProductId, variantId: (id + 1000) as VariantId });
    await engine.settle();
    expect(await engine.database.tables.levels.countHeld(engine.storeHash)).toBe(4);
  });
});

describe('BigCommerce’s orders', () => {
  it('move the mark of what was read by no page that repeats', async () => {
    const engine = await createTestEngine();
    const { tables } = engine.database;
    const { bigcommerce } = engine.vendors;
    engine.vendors.orders.set(1042, anOrder({ modifiedAt: engine.clock.now() }));
    engine.vendors.bigcommerce = (...given) => {
      const real = bigcommerce(...given);
      return { ...real, orders: { ...real.orders, listModifiedSince: (since, _page, meet) => real.orders.listModifiedSince(since, 1, meet) } };
    };
    await tables.dirty.mark(engine.storeHash, { thing: 'orders', id: '-', priority: 30, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.settle();
    expect(await tables.cursors.find(engine.storeHash, 'orders')).toBeNull();
    expect(engine.vendors.calls.filter((name) => name === 'orders.list').length).toBeLessThan(4);
  });

  it('keep the link and the sale of an order that a list leaves out', async () => {
    const engine = await createTestEngine();
    await engine.place(anOrder());
    await engine.pages.importOrders(engine.storeHash, [anOrder().id]);
    await engine.settle();
    engine.vendors.orders.clear();
    await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'order', id: '1042', priority: 20, notBefore: engine.clock.now(), trigger: 'webhook' });
    await engine.pass(HOUR_MS, 4);
    expect(await engine.seen(1042)).toMatchObject({ state: 'imported', saleNumber: 'BC-1042' });
    expect(engine.vendors.saleMoves).toEqual([]);
    expect(await engine.database.tables.links.findByBigCommerce(engine.storeHash, 'order', ['1042'])).toHaveLength(1);
  });
});

describe('Hike’s lists of outlets, registers, payment types and taxes', () => {
  const reading = async (...answers: HikeLists[]) => {
    const engine = await createTestEngine();
    const { hike } = engine.vendors;
    let call = 0;
    engine.vendors.hike = (...given) => ({ ...hike(...given), shop: { probe: async () => undefined, getLists: async () => answers[Math.min((call += 1), answers.length) - 1]! } });
    const before = await engine.database.tables.connections.find(engine.storeHash);
    for (let time = 0; time < Math.min(answers.length, 2); time += 1) {
      await engine.pages.refreshHikeLists(engine.storeHash);
      await engine.pass(60_000);
    }
    const after = await engine.database.tables.connections.find(engine.storeHash);
    return { before, after, calls: call };
  };

  const types = (...ids: number[]) => ids.map((id) => ({ id, name: `Type ${id}`, kind: 1, isActive: true })) as HikeLists['paymentTypes'];

  it.each<[string, Partial<HikeLists>]>([
    ['outlets', { outlets: [] }],
    ['registers', { registers: [] }],
    ['payment types', { paymentTypes: [] }],
    ['taxes', { taxes: [] }],
  ])('are kept where there are suddenly no %s', async (_what, empty) => {
    const { before, after } = await reading(someLists(empty));
    expect(after).toEqual(before);
  });

  it('are read again where most of one vanished', async () => {
    const many = someLists({ paymentTypes: [...someLists().paymentTypes, ...types(1, 2, 3)] });
    const { after, calls } = await reading(many, someLists({ paymentTypes: types(1) }), many);
    expect(after?.lists?.paymentTypes).toHaveLength(6);
    expect(calls).toBe(3);
  });

  it('are believed when most of one is gone twice', async () => {
    const engine = await createTestEngine();
    const { hike } = engine.vendors;
    const answer = async (lists: HikeLists) => {
      engine.vendors.hike = (...given) => ({ ...hike(...given), shop: { probe: async () => undefined, getLists: async () => lists } });
      await engine.pages.refreshHikeLists(engine.storeHash);
      await engine.pass(60_000);
      return (await engine.database.tables.connections.find(engine.storeHash))?.lists?.paymentTypes.map(({ id }) => id);
    };
    await answer(someLists({ paymentTypes: types(1, 2, 3, 4, 5, 6) }));
    expect(await answer(someLists({ paymentTypes: types(1) }))).toEqual([1]);
  });
});
