import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { ProductId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import type { JobContext } from '../job';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { setLevel } from '../../testing/fake-inventory';
import { newLevel } from '../stock/level-key';
import { readStorePage } from './read-store-page';
import { readRun, saveRun } from './run-cursor';
import { readStoreReading, type StorePass } from './store-reading';

const STARTED = instantPlus(NOW, -60_000);
const SINCE = instantPlus(NOW, -600_000);

const full = (after: number | null): StorePass => ({ kind: 'full', startedAt: STARTED, after: after as ProductId | null });
const levels = (page = 1): StorePass => ({ kind: 'levels', startedAt: STARTED, page });
const changes = (page = 1, last = ''): StorePass => ({ kind: 'changes', startedAt: STARTED, since: SINCE, page, last });

/** The third full reading of BigCommerce, which holds so many products; Hike's is through. */
const reading = async ({ products = 0, change = {} }: { products?: number; change?: Partial<JobContext> } = {}) => {
  const shop = await createTestContext(change);
  const { context, database: { tables }, storeHash, vendors } = shop;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state: 'reading', hike: { sweep: 3, read: 1, total: 1, isDone: true }, store: { sweep: 3, read: 2, total: null, isDone: false } });
  for (let id = 1; id <= products; id += 1) vendors.storeProducts.set(id, aStoreProduct({ id, name: `Mug ${id}`, sku: `MUG-${id}`, variants: [], modifiedAt: NOW }));
  return {
    ...shop,
    tables,
    read: (pass: StorePass, sweep = 3) => readStorePage(context, sweep, pass),
    kept: () => readStoreReading(tables, storeHash),
    run: () => readRun(tables, storeHash),
    known: async () => Object.values(await tables.storeProducts.countByStanding(storeHash)).reduce((sum, one) => sum + one, 0),
  };
};

describe('a page of all products of BigCommerce', () => {
  it('goes on behind its last, and the levels follow the last page', async () => {
    const { read, kept, run, known } = await reading({ products: 300 });
    const next = await read(full(null));
    expect(next).toEqual(full(250));
    expect((await kept()).pass).toEqual(next);
    expect(await read(next!)).toEqual(levels());
    expect((await kept()).pass).toEqual(levels());
    expect([await known(), (await run()).store]).toEqual([300, { sweep: 3, read: 302, total: null, isDone: false }]);
  });

  it.each([[250], [251]])('that goes on at %i or before has no end, and the reading stops', async (after) => {
    const { context, read } = await reading();
    context.bigcommerce.catalogue.listProducts = async () => ({ products: [], next: 250 as ProductId });
    await expect(read(full(after))).rejects.toThrow(`bigcommerce, list of products: behind ${after} it goes on with 250`);
    expect(await read(full(249))).toEqual(full(250));
  });

  it('is kept though another full reading was asked for meanwhile, of which it is no part', async () => {
    const { read, kept, run, known } = await reading({ products: 3 });
    expect(await read(full(null), 2)).toBeNull();
    expect([await known(), (await kept()).pass, (await run()).store.read]).toEqual([3, null, 2]);
  });

  it.each([
    [7, 7],
    [null, 3],
  ])('remembers how fast BigCommerce may be asked: told %s', async (told, expected) => {
    const { read, vendors, run, tables, storeHash } = await reading();
    await saveRun(tables, storeHash, { ...(await run()), storeCallsPerSecond: 3 });
    vendors.storeCallsPerSecond = () => told;
    await read(full(null));
    expect((await run()).storeCallsPerSecond).toBe(expected);
  });
});

describe('a page of BigCommerce’s levels', () => {
  it('ends the reading where it is the last, and both sides are compared', async () => {
    const { read, kept, run, tables, storeHash } = await reading();
    expect(await read(levels())).toBeNull();
    expect(await kept()).toMatchObject({ pass: null, goodUntil: STARTED, sweptAt: STARTED });
    expect(await run()).toMatchObject({ state: 'comparing', store: { read: 2, total: 2, isDone: true } });
    expect(await tables.dirty.find(storeHash, 'compare', '-')).not.toBeNull();
  });

  it('goes on with the next, and keeps what each location holds', async () => {
    const { read, kept, vendors, tables, storeHash, run } = await reading();
    vendors.levelPageSize = 1;
    setLevel(vendors, { variantId: 211, onHand: 5 });
    setLevel(vendors, { variantId: 212, onHand: 6 });
    expect(await read(levels())).toEqual(levels(2));
    expect((await kept()).pass).toEqual(levels(2));
    expect(await run()).toMatchObject({ state: 'reading', store: { isDone: false } });
    expect(await read(levels(2))).toBeNull();
    expect(await tables.levels.findByVariants(storeHash, [211, 212] as never)).toMatchObject([
      { variantId: 211, onHand: 5, seenAt: NOW, written: null, hikeId: 0 },
      { variantId: 212, onHand: 6, seenAt: NOW },
    ]);
  });

  it('leaves levels alone that were published, and keeps whose the others are', async () => {
    const { read, vendors, tables, storeHash } = await reading();
    const level = (variantId: number, written: number | null) => ({ ...newLevel({ variantId: variantId as never, locationId: 1 as never }, 812 as never), onHand: 9, written });
    await tables.levels.saveMany(storeHash, [level(211, 9), level(212, null)]);
    for (const variantId of [211, 212]) setLevel(vendors, { variantId, onHand: 5 });
    await read(levels());
    expect((await tables.levels.findByVariants(storeHash, [211, 212] as never)).map(({ variantId, onHand, hikeId }) => [variantId, onHand, hikeId])).toEqual([[211, 9, 812], [212, 5, 812]]);
  });

  it('is not asked for where no location shows Hike’s stock', async () => {
    const { read, vendors, kept } = await reading({ change: { settings: someSettings({ outletId: null }) } });
    expect(await read(levels())).toBeNull();
    expect(vendors.calls).not.toContain('inventory.all');
    expect((await kept()).goodUntil).toBe(STARTED);
  });

  it('comes after those products are looked for that no page told of, once', async () => {
    const { read, vendors, tables, storeHash } = await reading();
    const missed = Array.from({ length: 27 }, (_, index) => aStoreProduct({ id: 1 + index, sku: '', variants: [] }));
    const others = Array.from({ length: 200 }, (_, index) => aStoreProduct({ id: 101 + index, sku: '', variants: [] }));
    await tables.storeProducts.saveMany(storeHash, [...missed, ...others].map((product) => ({ product, standing: 'only-here', sweep: product.id > 100 ? 3 : 2, goneAt: null })));
    expect(await read(levels(2))).toBeNull();
    expect(vendors.calls).not.toContain('catalogue.exists');
    expect(await read(levels())).toEqual(levels());
    expect(vendors.calls.filter((name) => name === 'catalogue.exists')).toHaveLength(25);
  });

  it('ends no other reading that was asked for meanwhile', async () => {
    const { read, kept, run } = await reading();
    expect(await read(levels(2), 2)).toBeNull();
    expect([(await kept()).goodUntil, (await run()).store.isDone]).toEqual([null, false]);
  });
});

describe('a page of what changed in BigCommerce', () => {
  it.each([
    [249, true],
    [250, false],
  ])('of %i products is the last: %s', async (products, isLast) => {
    const { read, kept, known } = await reading({ products });
    const next = await read(changes());
    expect(next).toEqual(isLast ? null : changes(2, expect.any(String) as string));
    expect(await kept()).toMatchObject({ pass: next, goodUntil: isLast ? STARTED : null });
    expect(await known()).toBe(products);
  });

  it('that repeats the one before it has no end, and the reading stops', async () => {
    const { context, read, vendors } = await reading({ products: 250 });
    context.bigcommerce.catalogue.listModifiedSince = async () => [...vendors.storeProducts.values()];
    const next = await read(changes());
    await expect(read(next!)).rejects.toThrow('bigcommerce, list of changed products: page 2 is the page before it again');
  });

  it('is another where one of its products was changed again', async () => {
    const { context, read, vendors } = await reading({ products: 250 });
    context.bigcommerce.catalogue.listModifiedSince = async () => [...vendors.storeProducts.values()];
    const next = await read(changes());
    vendors.storeProducts.set(7, { ...vendors.storeProducts.get(7)!, modifiedAt: instantPlus(NOW, 1_000) });
    expect(await read(next!)).toMatchObject({ page: 3 });
  });

  it('without any is the last, however often it comes', async () => {
    const { read, kept } = await reading();
    expect(await read(changes())).toBeNull();
    expect(await read(changes(2, 'e3b0c44298fc1c149afbf4c8996fb924'))).toBeNull();
    expect((await kept()).goodUntil).toBe(STARTED);
  });
});
