import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { HikeProduct } from '../../../domain/hike-product';
import type { HikeProductId } from '../../../domain/ids';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import type { SeenHikeProduct } from '../../ports/tables';
import { sampleHikeProduct } from '../../testing/batteries/sample-products';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { fingerprintOfHikeProduct } from './fingerprint-of-hike-product';
import { saveRun } from './run-cursor';
import { takeInHikeProducts } from './take-in-hike-products';

const tote = (sku = 'TOTE-01', barcode = ''): HikeProduct => aHikeProduct({ variants: [aHikeVariant({ sku, barcode })] });
const counted = aHikeProduct({ variants: [aHikeVariant({ barcode: '', levels: [anOutletLevel({ onHand: 130_000, available: 110_000 })] })] });

const OTHERS: [number, string, string][] = [[701, 'TOTE-01', ''], [702, 'new ', ''], [703, '', 'BAR'], [704, '', '']];

const seenOf = (product: HikeProduct, change: Partial<SeenHikeProduct> = {}): SeenHikeProduct => ({
  product, fingerprint: fingerprintOfHikeProduct(product), sweep: 3, goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false, ...change,
});

type How = Partial<Omit<Parameters<typeof takeInHikeProducts>[2], 'products'>>;

/** The dry run is through, so what is marked is compared. */
const takingIn = async (before: SeenHikeProduct | null, { state = 'ready' }: { state?: 'ready' | 'reading' } = {}) => {
  const { context, database, storeHash } = await createTestContext();
  const { tables } = database;
  await saveRun(tables, storeHash, { ...NO_CATALOGUE_RUN, state });
  await tables.hikeProducts.saveMany(storeHash, OTHERS.map(([id, sku, barcode]) => sampleHikeProduct(id, `Mug ${id}`, { variants: [aHikeVariant({ id, sku, barcode })] })));
  if (before !== null) await tables.hikeProducts.saveMany(storeHash, [before]);
  return {
    /** Answers whose plans are to be made anew. */
    tell: async (product: HikeProduct, how: How = {}) => {
      await database.transaction('hike-page-taken-in', (inside) => takeInHikeProducts(context, inside, { products: [product], sweep: 4, isFull: false, ...how }));
      const rows = await Promise.all([812, 900, ...OTHERS.map(([id]) => id)].map((id) => tables.dirty.find(storeHash, 'compare', String(id))));
      return rows.flatMap((row) => (row === null ? [] : [Number(row.id)]));
    },
    seen: async (id = 812) => (await tables.hikeProducts.findMany(storeHash, [id as HikeProductId]))[0],
    row: () => tables.dirty.find(storeHash, 'compare', '812'),
  };
};

describe('a product that Hike tells of', () => {
  it('is kept and looked at where it is new, with whatever shares its SKU', async () => {
    const { tell, seen, row } = await takingIn(null);
    expect(await tell(tote())).toEqual([812, 701]);
    expect(await seen()).toEqual({ ...seenOf(tote()), sweep: 4 });
    expect(await row()).toMatchObject({ trigger: 'schedule', notBefore: NOW });
  });

  it.each<[string, SeenHikeProduct, HikeProduct, How, number[]]>([
    ['nothing of it changed', seenOf(tote()), tote(), {}, []],
    ['only its counts moved', seenOf(tote()), counted, {}, []],
    ['its name changed', seenOf(tote()), { ...tote(), name: 'Big tote' }, {}, [812]],
    ['its SKU changed, with those that have the old one or the new one', seenOf(tote()), tote('NEW'), {}, [812, 701, 702]],
    ['its barcode changed, with those that have it', seenOf(tote('X')), tote('X', 'bar'), {}, [812, 703]],
    ['it is back', seenOf(tote(), { goneAt: NOW }), tote(), {}, [812]],
    ['its variants are confirmed by itself', seenOf(tote()), tote(), { isAlone: true }, [812]],
    ['its variants were confirmed before', seenOf(tote(), { variantsConfirmed: true }), tote(), { isAlone: true }, []],
  ])('is looked at or not when %s', async (_, before, told, how, expected) => {
    const { tell, seen } = await takingIn(before);
    expect(await tell(told, how)).toEqual(expected);
    expect(await seen()).toMatchObject({ product: told, goneAt: null, fingerprint: fingerprintOfHikeProduct(told) });
  });

  it('leads to nothing while everything will be compared anyway', async () => {
    const { tell, seen } = await takingIn(null, { state: 'reading' });
    expect(await tell(tote())).toEqual([]);
    expect(await seen()).toBeDefined();
  });

  it.each<[string, boolean, number]>([
    ['a full reading', true, 4],
    ['a look at what changed', false, 3],
  ])('is met by %s though nothing changed: %s', async (_, isFull, sweep) => {
    const { tell, seen } = await takingIn(seenOf(tote()));
    expect(await tell(tote(), { isFull })).toEqual([]);
    expect((await seen())?.sweep).toBe(sweep);
  });

  it('keeps what was decided about it while the reason for it holds', async () => {
    const [offline, inactive] = [{ ...tote(), isOnline: false }, { ...tote(), isOnline: false, isActive: false }];
    for (const [told, removal] of [[offline, 'hide'], [inactive, 'hide'], [tote(), null]] as const) {
      const { tell, seen } = await takingIn(seenOf(offline, { removal: 'hide' }));
      await tell(told);
      expect((await seen())?.removal).toBe(removal);
    }
  });

  it('keeps nothing that was decided about it while it was gone', async () => {
    const { tell, seen } = await takingIn(seenOf({ ...tote(), isOnline: false }, { removal: 'delete', goneAt: NOW }));
    await tell({ ...tote(), isOnline: false });
    expect((await seen())?.removal).toBeNull();
  });
});

describe('which variants a product of Hike’s has', () => {
  const tee = aHikeTee();
  const [small, medium] = tee.variants;
  it.each<[string, Partial<SeenHikeProduct>, HikeProduct, How, boolean]>([
    ['confirmed where a list and the product itself agree', {}, tee, { isAlone: true }, true],
    ['confirmed whatever their order', {}, { ...tee, variants: [medium!, small!] }, { isAlone: true }, true],
    ['not confirmed by a list alone', {}, tee, {}, false],
    ['still confirmed by a list that agrees', { variantsConfirmed: true }, tee, {}, true],
    ['not confirmed by a list any more that leaves one out', { variantsConfirmed: true }, { ...tee, variants: [small!] }, {}, false],
    ['not confirmed by the product itself where it differs', { variantsConfirmed: true }, { ...tee, variants: [small!] }, { isAlone: true }, false],
  ])('is %s', async (_, before, told, how, expected) => {
    const { tell, seen } = await takingIn(seenOf(tee, before));
    await tell(told, how);
    expect((await seen(900))?.variantsConfirmed).toBe(expected);
  });

  it('is not confirmed by an answer whose numbers only read alike', async () => {
    const two = (...ids: number[]) => ({ ...tee, variants: ids.map((id) => aHikeVariant({ id })) });
    const { tell, seen } = await takingIn(seenOf(two(1, 112)));
    await tell(two(11, 12), { isAlone: true });
    expect((await seen(900))?.variantsConfirmed).toBe(false);
  });

  it('is not confirmed by the first answer', async () => {
    const { tell, seen } = await takingIn(null);
    await tell(tee, { isAlone: true });
    expect((await seen(900))?.variantsConfirmed).toBe(false);
  });
});
