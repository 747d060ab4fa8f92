import { beforeEach, describe, expect, it } from 'vitest';
import type { HikeProductId, ProductId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { anOrder } from '../../../domain/testing/an-order';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { setLevel } from '../../testing/fake-inventory';
import { createStockEngine, type StockEngine, TOTE, TOTE_VARIANT } from '../stock/testing/create-stock-engine';

const HOUR_MS = 60 * 60_000;
const LEVEL = `stock-differs:${TOTE_VARIANT}-1`;
const COUNT = `hike-count-differs:${TOTE}-1`;

let engine: StockEngine;
beforeEach(async () => {
  engine = await createStockEngine();
  await engine.settle();
  await engine.pass(HOUR_MS);
});

const look = async () => engine.pages.reconciliation(engine.storeHash, { offset: 0 });

const compare = async (): Promise<string[]> => {
  await engine.pages.compareNow(engine.storeHash);
  await engine.settle();
  return (await look()).rows.map(({ key }) => key);
};

/** Twelve totes of Hike's as its list tells them, changed long ago. */
const listInHike = async (available: number): Promise<void> => {
  const { tables } = engine.database;
  const [seen] = await tables.hikeProducts.findByVariants(engine.storeHash, [TOTE as HikeProductId]);
  const product = structuredClone(seen!.product);
  for (const level of product.variants[0]!.levels) level.available = (available * 10_000) as typeof level.available;
  engine.vendors.hikeProducts.set(TOTE, { ...product, modifiedAt: '2026-01-01T00:00:00.000Z' as Instant });
};

describe('comparing stock', () => {
  it('finds nothing where BigCommerce shows what the formula makes', async () => {
    expect(await compare()).toEqual([]);
    expect((await look()).last?.compared).toContain('1 stock level');
  });

  it('finds a level that somebody moved, and publishes it again on demand', async () => {
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 99 });
    expect(await compare()).toEqual([LEVEL]);
    await engine.pages.fixDifferences(engine.storeHash, [LEVEL]);
    await engine.settle();
    await engine.pass(HOUR_MS);
    expect(engine.onHand()).toBe(12);
    expect(await compare()).toEqual([]);
  });

  it('takes a product that BigCommerce deleted unheard for gone, and misses no level of it', async () => {
    const { tables } = engine.database;
    await tables.links.save(engine.storeHash, { thing: 'product', bigcommerceId: '111', hikeId: String(TOTE), origin: 'hike', facts: {} }, engine.clock.now());
    engine.vendors.storeProducts.set(111 as ProductId, aStoreProduct());
    engine.vendors.levels.splice(0);
    expect(await compare()).toEqual([LEVEL]);
    engine.vendors.storeProducts.delete(111);
    expect(await compare()).toEqual([]);
    expect(await tables.storeProducts.findMany(engine.storeHash, [111 as ProductId])).toMatchObject([{ standing: 'gone' }]);
  });

  it.each<[string, () => Promise<void>]>([
    ['BigCommerce has deleted', () => engine.database.tables.storeProducts.saveMany(engine.storeHash, [{ product: aStoreProduct(), standing: 'gone', sweep: 1, goneAt: engine.clock.now() }])],
    ['is no longer linked', () => engine.database.tables.links.deleteMany(engine.storeHash, [{ thing: 'variant', bigcommerceId: String(TOTE_VARIANT) }])],
  ])('holds no difference against a product that %s since', async (_, lose) => {
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 99 });
    expect(await compare()).toEqual([LEVEL]);
    await lose();
    expect(await compare()).toEqual([]);
  });

  it('misses nothing that was written a moment ago, or waits for a person', async () => {
    const { tables } = engine.database;
    const level = (await engine.level())!;
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 99 });
    await tables.levels.saveMany(engine.storeHash, [{ ...level, heldSince: engine.clock.now() }]);
    expect(await compare()).toEqual([]);
    await tables.levels.saveMany(engine.storeHash, [{ ...level, writtenAt: engine.clock.now() }]);
    expect(await compare()).toEqual([]);
    await tables.levels.saveMany(engine.storeHash, [level]);
    expect(await compare()).toEqual([LEVEL]);
  });

  it('allows for what an online order holds back, and for the buffer', async () => {
    await engine.place(anOrder());
    await engine.pass(HOUR_MS);
    expect([engine.onHand(), await compare()]).toEqual([10, []]);
    const { value } = await engine.database.tables.settings.get(engine.storeHash);
    await engine.change({ stock: { ...value.stock, buffer: { kind: 'units', value: 3 } } });
    expect(await compare()).toEqual([LEVEL]);
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 7 });
    expect(await compare()).toEqual([]);
  });

  it('finds a level though another waits for a person', async () => {
    const { tables } = engine.database;
    await engine.count({ 1: 5 }, { id: 2000, variantId: 3000 });
    await engine.settle();
    await engine.pass(HOUR_MS);
    await tables.levels.saveMany(engine.storeHash, [{ ...(await engine.level(3000))!, heldSince: engine.clock.now() }]);
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 99 });
    expect(await compare()).toEqual([LEVEL]);
  });

  it('misses no level that is about to be published, and says so', async () => {
    const { tables } = engine.database;
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 99 });
    expect(await compare()).toEqual([LEVEL]);
    const later = '2026-02-01T00:00:00.000Z' as Instant;
    await tables.dirty.mark(engine.storeHash, { thing: 'stock', id: String(TOTE), priority: 15, notBefore: later, trigger: 'schedule' });
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 98 });
    // What is known of it stays open as it was, for nobody looked.
    expect(await compare()).toEqual([LEVEL]);
    expect((await look()).last).toMatchObject({ found: 0, notes: expect.arrayContaining(['1 record was changing just now and will be compared next time.']) as string[] });
  });

  it('compares each level of a large catalogue, some products at a time', async () => {
    const ids = Array.from({ length: 501 }, (_, index) => 2000 + index);
    for (const id of ids) await engine.count({ 1: 5 }, { id, variantId: id + 1000 });
    await engine.settle();
    await engine.pass(HOUR_MS);
    setLevel(engine.vendors, { variantId: 3500 as typeof TOTE_VARIANT, onHand: 99 });
    expect(await compare()).toEqual(['stock-differs:3500-1']);
    expect((await look()).last?.compared?.split(', ')).toContain('502 stock levels');
  });

  it('says that stock was not compared while it is paused', async () => {
    await engine.pages.pause(engine.storeHash, { stock: true });
    setLevel(engine.vendors, { variantId: TOTE_VARIANT, onHand: 99 });
    expect(await compare()).toEqual([]);
    expect((await look()).last?.notes).toEqual(['Stock was not compared: it is paused, or not synced yet.']);
  });
});

describe('comparing counts', () => {
  beforeEach(async () => {
    const read = { goodUntil: engine.clock.now(), pass: null, sweep: 1, sweptAt: engine.clock.now(), sweepCalls: 1, orphans: [], isChecking: false };
    await engine.database.tables.cursors.save(engine.storeHash, 'hike-products', read);
  });

  it('finds a count that Hike moved without a trace, and takes it over on demand', async () => {
    await listInHike(7);
    expect(await compare()).toEqual([COUNT]);
    await engine.pages.fixDifferences(engine.storeHash, [COUNT]);
    await engine.settle();
    await engine.pass(HOUR_MS);
    expect(engine.onHand()).toBe(7);
    expect(await compare()).toEqual([]);
  });

  it('takes an empty or a short list for no count at all', async () => {
    expect(await compare()).toEqual([]);
    await listInHike(7);
    engine.vendors.unlisted.add(TOTE);
    expect(await compare()).toEqual([]);
    expect(engine.onHand()).toBe(12);
  });

  it('leaves a list without end after the pages that a night may cost', async () => {
    await listInHike(12);
    engine.vendors.hikePageSize = 0;
    await compare();
    expect(engine.vendors.calls.filter((name) => name === 'products.list')).toHaveLength(100);
    expect((await look()).isRunning).toBe(false);
  });
});
