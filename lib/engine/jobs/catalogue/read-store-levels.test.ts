import { describe, expect, it } from 'vitest';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { NOW } from '../../testing/create-test-context';
import { setLevel } from '../../testing/fake-inventory';
import { newLevel } from '../stock/level-key';
import { levels, reading, STARTED } from './testing/store-pages';

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
