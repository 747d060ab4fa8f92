import { describe, expect, it, vi } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../domain/catalogue-run';
import type { HikeProductId, LocationId, OrderId, ProductId, VariantId } from '../../domain/ids';
import { instantPlus } from '../../domain/instant-arithmetic';
import { aStoreProduct } from '../../domain/testing/a-store-product';
import { saveRun } from '../jobs/catalogue/run-cursor';
import { keepLastPublished } from '../jobs/stock/last-published';
import { newLevel } from '../jobs/stock/level-key';
import { markHints, type ReadingHint } from './mark-hints';
import { STORE, createTestAccount } from './testing/create-test-account';

const ID = 111 as ProductId;
const VARIANT = 211 as VariantId;

/** The tote is in our mirror, changed at `modifiedAt`; its level was written two minutes later. */
const setUp = async (hint: Partial<ReadingHint> & { kind: 'product' | 'product-stock'; after: number }, state: 'ready' | 'never' | 'running' | 'in-step' = 'ready', levels = 1) => {
  const { database, clock } = createTestAccount();
  const { tables } = database;
  const product = aStoreProduct();
  const writtenAt = instantPlus(product.modifiedAt ?? clock.now(), 120_000);
  await saveRun(tables, STORE, { ...NO_CATALOGUE_RUN, state });
  await tables.storeProducts.saveMany(STORE, [{ product, standing: 'linked', sweep: 1, goneAt: null }]);
  await tables.levels.saveMany(STORE, [{ ...newLevel({ variantId: VARIANT, locationId: 1 as LocationId }, 812 as HikeProductId), writtenAt }]);
  await keepLastPublished(tables, STORE, { at: writtenAt, levels });
  const { after, ...rest } = hint;
  const at = instantPlus(product.modifiedAt ?? clock.now(), after);
  const told = hint.kind === 'product' ? { id: ID, isDeleted: false, at, ...rest } : { id: ID, variantId: VARIANT, isAbsolute: true, at, ...rest };
  await markHints(tables, STORE, { hints: [told as ReadingHint], now: clock.now() });
  const sweep = await tables.dirty.find(STORE, 'store-products', '-');
  return { product: await tables.dirty.count(STORE, 'store-product'), stock: await tables.dirty.count(STORE, 'store-stock'), ...(sweep && { sweepAt: sweep.notBefore === instantPlus(clock.now(), 60_000) }) };
};

describe('a hint about the catalogue', () => {
  it('has a product read that was changed after we last read or wrote it', async () => {
    expect(await setUp({ kind: 'product', after: 10_000 })).toEqual({ product: 1, stock: 0 });
  });

  it('is our own echo up to two seconds after what we know', async () => {
    expect(await setUp({ kind: 'product', after: 2_000 })).toEqual({ product: 0, stock: 0 });
  });

  it('may be an echo as well when we wrote a level within the minute: one look at what changed, a minute later, tells for all of them', async () => {
    expect(await setUp({ kind: 'product', after: 130_000 }, 'in-step')).toEqual({ product: 0, stock: 0, sweepAt: true });
    expect(await setUp({ kind: 'product', after: 190_000 }, 'in-step')).toEqual({ product: 1, stock: 0 });
  });

  it.each([
    [250, true],
    [251, false],
  ])('is looked at after %i counts of one publication: %j', async (levels, isLookedAt) => {
    const { sweepAt } = await setUp({ kind: 'product', after: 130_000 }, 'in-step', levels);
    expect(sweepAt).toBe(isLookedAt ? true : undefined);
  });

  it('costs no look during the first sync, whose own writes set most of them off', async () => {
    expect(await setUp({ kind: 'product', after: 130_000 }, 'running')).toEqual({ product: 0, stock: 0 });
  });

  it('of a level has it read, unless we set it within the minute', async () => {
    expect(await setUp({ kind: 'product-stock', after: 600_000 })).toEqual({ product: 0, stock: 1 });
    expect(await setUp({ kind: 'product-stock', after: 150_000 })).toEqual({ product: 0, stock: 0 });
  });

  it('of a level that we set costs no look at what changed', async () => {
    expect(await setUp({ kind: 'product-stock', after: 150_000 }, 'in-step')).toEqual({ product: 0, stock: 0 });
  });

  it('of a level is news also right after the product changed: only a product’s own hook echoes that', async () => {
    expect(await setUp({ kind: 'product-stock', after: 1_000 })).toEqual({ product: 0, stock: 1 });
  });

  it('of one level is not taken for the echo of another', async () => {
    const { database, clock } = createTestAccount();
    const { tables } = database;
    const at = clock.now();
    await saveRun(tables, STORE, { ...NO_CATALOGUE_RUN, state: 'ready' });
    await tables.storeProducts.saveMany(STORE, [111, 112].map((id) => ({ product: aStoreProduct({ id, modifiedAt: null }), standing: 'linked', sweep: 1, goneAt: null })));
    await tables.levels.saveMany(STORE, [{ ...newLevel({ variantId: VARIANT, locationId: 1 as LocationId }, 812 as HikeProductId), writtenAt: at }]);
    const hints = [[111, 211], [112, 212]].map(([id, variantId]): ReadingHint => ({ kind: 'product-stock', id: id as ProductId, variantId: variantId as VariantId, isAbsolute: true, at }));
    await markHints(tables, STORE, { hints, now: at });
    const due = await tables.dirty.listDue(STORE, instantPlus(at, 60_000), 10);
    expect(due.map(({ thing, id }) => `${thing} ${id}`)).toEqual(['store-stock 112']);
  });

  it('of a level that an order moved is never an echo', async () => {
    expect(await setUp({ kind: 'product-stock', after: 150_000, isAbsolute: false })).toEqual({ product: 0, stock: 1 });
  });

  it('of a deletion is believed whenever we still know the product', async () => {
    expect(await setUp({ kind: 'product', after: 0, isDeleted: true })).toEqual({ product: 1, stock: 0 });
    expect(await setUp({ kind: 'product', after: 0, isDeleted: true, id: 999 as ProductId })).toEqual({ product: 0, stock: 0 });
  });

  it('of a product is read when it tells no time, or we know none, or not the product', async () => {
    const told = async (hint: Partial<ReadingHint>, modifiedAt: 'known' | null = 'known') => {
      const { database, clock } = createTestAccount();
      const { tables } = database;
      await saveRun(tables, STORE, { ...NO_CATALOGUE_RUN, state: 'ready' });
      await tables.storeProducts.saveMany(STORE, [{ product: aStoreProduct({ modifiedAt: modifiedAt && clock.now() }), standing: 'linked', sweep: 1, goneAt: null }]);
      await markHints(tables, STORE, { hints: [{ kind: 'product', id: ID, isDeleted: false, at: clock.now(), ...hint } as ReadingHint], now: clock.now() });
      return tables.dirty.count(STORE, 'store-product');
    };
    expect(await told({})).toBe(0);
    expect([await told({ at: null }), await told({}, null), await told({ id: 999 as ProductId })]).toEqual([1, 1, 1]);
  });

  it('of a deletion is old news where we know that the product is gone', async () => {
    const { database, clock } = createTestAccount();
    const { tables } = database;
    await saveRun(tables, STORE, { ...NO_CATALOGUE_RUN, state: 'ready' });
    await tables.storeProducts.saveMany(STORE, [{ product: aStoreProduct(), standing: 'linked', sweep: 1, goneAt: clock.now() }]);
    await markHints(tables, STORE, { hints: [{ kind: 'product', id: ID, isDeleted: true, at: clock.now() }], now: clock.now() });
    expect(await tables.dirty.count(STORE, 'store-product')).toBe(0);
  });

  it('of a level without a variant looks at every variant of the product', async () => {
    expect(await setUp({ kind: 'product-stock', after: 150_000, variantId: null })).toEqual({ product: 0, stock: 0 });
    expect(await setUp({ kind: 'product-stock', after: 150_000, variantId: 999 as VariantId })).toEqual({ product: 0, stock: 1 });
  });

  it.each([
    [60_000, 0],
    [59_999, 1],
    [180_000, 0],
    [180_001, 1],
  ])('of a level that was set %i ms after the product changed, ours having been two minutes after, is read: %i', async (after, stock) => {
    expect(await setUp({ kind: 'product-stock', after })).toEqual({ product: 0, stock });
  });

  it('is due a little later, for one save sends several, and orders are due at once', async () => {
    const { database, clock } = createTestAccount();
    const { tables } = database;
    await saveRun(tables, STORE, { ...NO_CATALOGUE_RUN, state: 'ready' });
    const at = clock.now();
    const hints: ReadingHint[] = [{ kind: 'product', id: ID, isDeleted: false, at }, { kind: 'product-stock', id: ID, variantId: null, isAbsolute: false, at }, { kind: 'order', id: 250 as OrderId }];
    await markHints(tables, STORE, { hints, now: at });
    const due = await tables.dirty.listDue(STORE, instantPlus(at, 5_000), 10);
    const later = instantPlus(at, 5_000);
    expect(due.map(({ thing, priority, notBefore, trigger }) => [thing, priority, notBefore, trigger]).sort()).toEqual([
      ['order', 20, at, 'webhook'],
      ['store-product', 32, later, 'webhook'],
      ['store-stock', 15, later, 'webhook'],
    ]);
  });

  it('costs no look-up where there is none', async () => {
    const { database, clock } = createTestAccount();
    const find = vi.spyOn(database.tables.storeProducts, 'findMany');
    await markHints(database.tables, STORE, { hints: [{ kind: 'order', id: 250 as OrderId }], now: clock.now() });
    expect(find).not.toHaveBeenCalled();
    expect(await database.tables.dirty.find(STORE, 'store', '-')).toBeNull();
  });

  it('marks nothing before anybody asked for the catalogue', async () => {
    expect(await setUp({ kind: 'product', after: 10_000 }, 'never')).toEqual({ product: 0, stock: 0 });
  });

  it('judges each of many by itself, and marks what several of them are about once', async () => {
    const { database, clock } = createTestAccount();
    const { tables } = database;
    await saveRun(tables, STORE, { ...NO_CATALOGUE_RUN, state: 'ready' });
    const product = aStoreProduct({ modifiedAt: clock.now() });
    await tables.storeProducts.saveMany(STORE, [{ product, standing: 'linked', sweep: 1, goneAt: null }]);
    const changed = (id: number, after: number): ReadingHint => ({ kind: 'product', id: id as ProductId, isDeleted: false, at: instantPlus(clock.now(), after) });
    const order: ReadingHint = { kind: 'order', id: 250 as OrderId };
    await markHints(tables, STORE, { hints: [changed(ID, 0), changed(112, 0), order, changed(112, 0), order, { kind: 'store' }], now: clock.now() });
    const due = await tables.dirty.listDue(STORE, instantPlus(clock.now(), 60_000), 10);
    expect(due.map(({ thing, id, version }) => `${thing} ${id} ${version}`).sort()).toEqual(['order 250 1', 'store - 1', 'store-product 112 1']);
  });
});
