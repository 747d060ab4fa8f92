import { describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant } from '../../../domain/testing/a-hike-product';
import { aStoreProduct, aStoreTee, aStoreVariant } from '../../../domain/testing/a-store-product';
import { RefusedByVendor, UnknownOutcome } from '../../ports/failures';
import { askForDryRun } from './catalogue-run-steps';
import { linkByHand, sendToHike } from './product-decisions';
import { type CatalogueEngine, catalogueEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;
const BAG = 112 as ProductId;

const bag = () => aStoreProduct({ id: BAG, name: 'Bag', sku: 'BAG', barcode: '', variants: [aStoreVariant({ id: 212, sku: 'BAG', barcode: '' })] });

const compared = async (store = [bag()], hike: ReturnType<typeof aHikeProduct>[] = []): Promise<CatalogueEngine> => {
  const engine = await catalogueEngine({ store, hike });
  await engine.act(askForDryRun);
  engine.vendors.calls.length = 0;
  return engine;
};

const send = (engine: CatalogueEngine, id = BAG) => engine.act((tables, hash, now) => sendToHike(tables, hash, { productIds: [id], now }));

const entries = async (engine: CatalogueEngine) => (await engine.entries()).filter(({ direction }) => direction === 'bigcommerce-to-hike');

const isWaiting = async ({ database, storeHash }: CatalogueEngine, id = BAG) => (await database.tables.dirty.find(storeHash, 'product-to-hike', String(id))) !== null;

/** The first time that it is called. */
const spoilOnce = ({ vendors }: CatalogueEngine, call: string, error: () => Error): void => {
  let times = 0;
  vendors.onCall = (moment) => {
    if (moment === call && (times += 1) === 1) throw error();
  };
};

describe('a product that is sent to Hike', () => {
  it('is found again by the SKU of its first variant where the answer was lost, linked with all of them, and told once', async () => {
    const engine = await compared([aStoreTee()]);
    const made = new Map<number, ReturnType<typeof aHikeProduct>>();
    let looks = 0;
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.create:done') throw new UnknownOutcome('cut');
      // Hike's list does not show it at once.
      if (moment === 'products.bySku' && (looks += 1) === 1) for (const [id, product] of engine.vendors.hikeProducts) void [made.set(id, product), engine.vendors.hikeProducts.delete(id)];
      if (moment === 'products.bySku:done') for (const [id, product] of made) engine.vendors.hikeProducts.set(id, product);
    };
    await send(engine, 190 as ProductId);
    expect(await entries(engine)).toMatchObject([{ thing: 'product', recordId: '190', label: 'Organic tee', hikeId: null, result: 'checking', message: expect.stringContaining('Hike’s answer was lost') as string, nextTryAt: expect.any(String) as string }]);
    await engine.pass(30 * MINUTE, 10);
    expect(engine.vendors.createdHikeProducts).toHaveLength(1);
    expect(engine.vendors.calls).toContain('products.bySku');
    expect(await entries(engine)).toMatchObject([{ recordId: '190', label: 'Organic tee', result: 'done', message: 'Created in Hike as product 2010.', bigcommerceId: '190', hikeId: '2010' }]);
    // Its pictures are BigCommerce's own: none is brought back.
    expect((await engine.database.tables.hikeProducts.findMany(engine.storeHash, [2010 as HikeProductId]))[0]?.written).toHaveProperty('images');
    expect(await engine.database.tables.links.findByBigCommerce(engine.storeHash, 'variant', ['191', '192'])).toHaveLength(2);
    expect(await isWaiting(engine, 190 as ProductId)).toBe(false);
    expect(await engine.database.tables.intents.find(engine.storeHash, 'hike-product', '190')).toMatchObject({ state: 'done', remoteId: '2010' });
  });

  it('is the one with the lowest number where a look finds several', async () => {
    const engine = await compared();
    const copy = aHikeProduct({ id: 9000, name: 'Bag', types: [], isOnline: false, variants: [aHikeVariant({ id: 9000, name: 'Bag', sku: 'BAG', barcode: '' })] });
    spoilOnce(engine, 'products.create:done', () => {
      engine.vendors.hikeProducts = new Map([[9000, copy], ...engine.vendors.hikeProducts]);
      return new UnknownOutcome('cut');
    });
    await send(engine);
    await engine.pass(MINUTE, 3);
    expect(await engine.database.tables.links.findByBigCommerce(engine.storeHash, 'product', [String(BAG)])).toMatchObject([{ hikeId: '2010' }]);
  });

  it('is told with Hike’s own words where it refuses it, and not tried again by itself', async () => {
    const engine = await compared();
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.create') throw new RefusedByVendor({ side: 'hike', status: 400, reason: 'The name is too long.' });
    };
    await send(engine);
    await engine.pass(60 * MINUTE, 6);
    expect(await entries(engine)).toMatchObject([{ recordId: '112', label: 'Bag', result: 'needs-you', problem: { code: 'refused-by-hike', details: { message: 'The name is too long.' } } }]);
    expect(engine.vendors.calls.filter((name) => name === 'products.create')).toHaveLength(1);
    expect(await isWaiting(engine)).toBe(false);
  });

  it('is not said to be refused by Hike where BigCommerce refuses to tell of its pictures', async () => {
    const engine = await compared();
    engine.vendors.onCall = (moment) => {
      if (moment === 'catalogue.images') throw new RefusedByVendor({ side: 'bigcommerce', status: 400, reason: 'No.' });
    };
    await send(engine);
    expect((await entries(engine)).map(({ problem }) => problem?.code)).not.toContain('refused-by-hike');
    expect(engine.vendors.createdHikeProducts).toEqual([]);
  });

  it('waits until Hike shows it', async () => {
    const engine = await compared();
    engine.vendors.onCall = (moment) => {
      if (moment === 'products.create:done') engine.vendors.hikeProducts = new Map();
    };
    await send(engine);
    expect(await entries(engine)).toMatchObject([{ result: 'retrying', problem: null, message: expect.stringContaining('did not answer properly') as string }]);
    expect(await isWaiting(engine)).toBe(true);
  });

  it.each([
    ['went from BigCommerce', ({ database, storeHash, clock }: CatalogueEngine) => database.tables.storeProducts.saveMany(storeHash, [{ product: bag(), standing: 'gone', sweep: 1, goneAt: clock.now() }])],
    ['is not known any more', ({ database, storeHash }: CatalogueEngine) => database.tables.storeProducts.delete(storeHash, [BAG])],
    ['was linked', (engine: CatalogueEngine) => engine.database.transaction('products-acted-on', (tables) => linkByHand(tables, engine.storeHash, { hikeId: aHikeProduct().id, productId: BAG, now: engine.clock.now() }))],
  ])('is left alone where it %s meanwhile', async (_, happen) => {
    const engine = await compared([bag()], [aHikeProduct({ types: [] })]);
    await engine.database.transaction('products-acted-on', (tables) => sendToHike(tables, engine.storeHash, { productIds: [BAG], now: engine.clock.now() }));
    await happen(engine);
    await engine.settle();
    expect(engine.vendors.createdHikeProducts).toEqual([]);
    expect(await isWaiting(engine)).toBe(false);
    expect(await entries(engine)).toEqual([]);
  });

  it('waits while products are paused', async () => {
    const engine = await compared();
    await engine.pages.pause(engine.storeHash, { products: true });
    await send(engine);
    expect(engine.vendors.createdHikeProducts).toEqual([]);
    await engine.pages.pause(engine.storeHash, { products: false });
    await engine.settle();
    expect(engine.vendors.createdHikeProducts).toHaveLength(1);
  });
});
