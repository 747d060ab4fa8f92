import { describe, expect, it } from 'vitest';
import type { HikeProductId } from '../../../domain/ids';
import type { Settings } from '../../../domain/settings';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { BrokenContract, TransientFailure, UnknownOutcome } from '../../ports/failures';
import { sampleEntry } from '../../testing/batteries/sample-records';
import { markProducts } from './mark-products';
import { type CatalogueEngine, syncedEngine } from './testing/catalogue-engine';

const MINUTE = 60_000;

const tote = (priceIncTax = '22') => aHikeProduct({ types: [], variants: [aHikeVariant({ levels: [anOutletLevel({ priceIncTax })] })] });

const aMug = (id: number) => aHikeProduct({ id, name: `Mug ${id}`, types: [], variants: [aHikeVariant({ id, name: `Mug ${id}`, sku: `MUG-${id}`, barcode: '' })] });

const inStep = async (hike = [tote()]): Promise<CatalogueEngine> => {
  const engine = await syncedEngine({ hike, store: [aStoreProduct()] });
  await engine.pass(2 * MINUTE, 4);
  engine.vendors.calls.length = 0;
  engine.vendors.levelWrites.length = 0;
  return engine;
};

const fail = ({ vendors }: CatalogueEngine, call: string, error: () => Error, times = Infinity): void => {
  let left = times;
  vendors.onCall = (moment) => {
    if (moment === call && (left -= 1) >= 0) throw error();
  };
};

const entry = async (engine: CatalogueEngine, id: number) => (await engine.entries()).find(({ recordId, thing }) => recordId === String(id) && thing === 'product');

const isDue = async ({ database, storeHash }: CatalogueEngine, id: number) => (await database.tables.dirty.find(storeHash, 'product', String(id))) !== null;

it('a product that Hike no longer has keeps nobody waiting who had it tried again', async () => {
  const engine = await inStep();
  await engine.act(async (tables, hash, now) => {
    await tables.entries.record(hash, sampleEntry({ thing: 'product', direction: 'hike-to-bigcommerce', recordId: '999', result: 'waiting', message: 'Open.' }));
    await markProducts(tables, hash, { hikeIds: [999 as HikeProductId], now, trigger: 'person' });
  });
  expect(await entry(engine, 999)).toMatchObject({ result: 'no-change', message: 'It is no longer in Hike.' });
  expect(await isDue(engine, 999)).toBe(false);
});

describe('a product whose update fails', () => {
  it('is tried again while that may help, and its plan says so no less', async () => {
    const engine = await inStep();
    fail(engine, 'catalogue.update', () => new TransientFailure('503', null, 'bigcommerce'), 1);
    await engine.tell(tote('25'));
    expect(await entry(engine, 812)).toMatchObject({ result: 'retrying' });
    expect((await engine.plan(812))?.standing).not.toBe('refused');
    await engine.pass(10 * MINUTE, 10);
    expect(engine.vendors.productChanges).toEqual([{ id: 111, price: '25' }]);
    expect(await entry(engine, 812)).toMatchObject({ result: 'done' });
  });

  it('waits for a person where the answer is not understood, which its plan says', async () => {
    const engine = await inStep();
    fail(engine, 'catalogue.update', () => new BrokenContract('bigcommerce', 'odd'));
    await engine.tell(tote('25'));
    expect(await entry(engine, 812)).toMatchObject({ result: 'needs-you' });
    expect(await engine.plan(812)).toMatchObject({ standing: 'refused', problem: (await entry(engine, 812))?.problem });
    expect(await isDue(engine, 812)).toBe(false);
  });
});

describe('a product that is created', () => {
  it.each([
    ['cannot be had', 'catalogue.assign', () => new TransientFailure('503', null, 'bigcommerce')],
    ['is not answered', 'catalogue.assign:done', () => new UnknownOutcome('cut')],
  ])('is due until it is assigned to its channel, where that %s, and is not created again', async (_, call, error) => {
    const engine = await inStep();
    fail(engine, call, error, 1);
    await engine.tell(aMug(1001), aMug(1002));
    expect([await isDue(engine, 1001), await isDue(engine, 1002)]).toEqual([true, true]);
    await engine.pass(10 * MINUTE, 10);
    expect([await isDue(engine, 1001), await isDue(engine, 1002)]).toEqual([false, false]);
    expect([...new Set(engine.vendors.assignedToChannel)]).toEqual([7001, 7002]);
    expect(engine.vendors.createdProducts).toHaveLength(2);
    expect([(await entry(engine, 1001))?.result, (await entry(engine, 1002))?.result]).not.toContain('retrying');
  });
});

describe('a product of Hike’s that BigCommerce turns out to have', () => {
  it('is linked without a word, and its stock published', async () => {
    const engine = await inStep([]);
    await engine.tell(tote());
    await engine.pass(MINUTE, 4);
    expect(engine.writes()).toEqual([]);
    expect(await engine.database.tables.links.findByHike(engine.storeHash, 'product', ['812'])).toMatchObject([{ bigcommerceId: '111' }]);
    expect(engine.vendors.levelWrites.flat()).toMatchObject([{ variantId: 211, quantity: 12 }]);
    expect(await entry(engine, 812)).toBeUndefined();
    expect(await engine.plan(812)).toMatchObject({ standing: 'unchanged' });
  });
});

describe('products of a shop whose settings lack something', () => {
  it('are left alone: saving the settings looks at all of them again', async () => {
    const engine = await inStep();
    const { tables } = engine.database;
    const [seen] = await tables.hikeProducts.findMany(engine.storeHash, [tote().id]);
    await tables.hikeProducts.saveMany(engine.storeHash, [{ ...seen!, product: tote('25') }]);
    await engine.change({ outletId: null } satisfies Partial<Settings>);
    await engine.act((inside, hash, now) => markProducts(inside, hash, { hikeIds: [tote().id], now, trigger: 'person' }));
    expect(engine.vendors.calls.filter((name) => name.startsWith('catalogue.'))).toEqual([]);
    expect(await isDue(engine, 812)).toBe(false);
  });
});
