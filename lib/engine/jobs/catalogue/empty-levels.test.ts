import { describe, expect, it } from 'vitest';
import type { LocationId, VariantId } from '../../../domain/ids';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import { aStoreTee } from '../../../domain/testing/a-store-product';
import { createTestContext } from '../../testing/create-test-context';
import { TransientFailure } from '../../ports/failures';
import { newLevel } from '../stock/level-key';
import { emptyLevels, keepEmptied } from './empty-levels';
import { linkPairs } from './links-of-pairs';

const [SMALL, MEDIUM, UNLINKED] = [191, 192, 193] as [VariantId, VariantId, VariantId];
const MAIN = 1 as LocationId;

type Bench = Awaited<ReturnType<typeof createTestContext>>;

/** A tee whose sizes are Hike's variants 901 and 902; of both 12 are known to be shown. */
const linked = async (): Promise<Bench> => {
  const bench = await createTestContext();
  const { tables, storeHash, clock } = bench;
  const variants = [{ hikeId: 901, variantId: SMALL }, { hikeId: 902, variantId: MEDIUM }] as never;
  await bench.context.record('products-linked', (inside) => linkPairs(inside, storeHash, { pairs: [{ product: aHikeProduct(), store: aStoreTee(), variants }], now: clock.now() }));
  await show(bench, SMALL, 12);
  await show(bench, MEDIUM, 12);
  expect(await tables.levels.findByVariants(storeHash, [SMALL, MEDIUM])).toHaveLength(2);
  return bench;
};

const show = ({ tables, storeHash }: Bench, variantId: VariantId, onHand: number | null): Promise<void> =>
  tables.levels.saveMany(storeHash, [{ ...newLevel({ variantId, locationId: MAIN }, (variantId + 710) as never), onHand, isStale: true, isApproved: true }]);

const written = ({ vendors }: Bench) => vendors.levelWrites.flat().map(({ variantId, locationId, quantity }) => [variantId, locationId, quantity]);

const emptied = async ({ context }: Bench, ids = [SMALL, MEDIUM], store = aStoreTee()) => (await emptyLevels(context, store, ids)).map(({ variantId, onHand }) => [variantId, onHand]);

describe('what BigCommerce shows of variants that are taken off sale', () => {
  it('is set to zero in one call, with the counts of before told', async () => {
    const bench = await linked();
    expect(await emptied(bench)).toEqual([[SMALL, 12], [MEDIUM, 12]]);
    expect(bench.vendors.levelWrites).toHaveLength(1);
    expect(written(bench)).toEqual([[SMALL, MAIN, 0], [MEDIUM, MAIN, 0]]);
  });

  it.each<[string, (bench: Bench) => unknown, Parameters<typeof emptied>[1]?, Parameters<typeof emptied>[2]?]>([
    ['counts are BigCommerce’s own', ({ context }) => (context.settings = { ...someSettings(), catalogue: { ...someSettings().catalogue, owners: { ...someSettings().catalogue.owners, stock: 'bigcommerce' } } })],
    ['stock is paused', ({ context }) => (context.settings = { ...someSettings(), paused: { ...someSettings().paused, stock: true } })],
    ['the product is counted as a whole', () => undefined, [SMALL], aStoreTee({ tracking: 'product' })],
    ['there is none', () => undefined, []],
    ['nobody linked them', () => undefined, [UNLINKED]],
    ['it is zero before', (bench) => show(bench, SMALL, 0), [SMALL]],
  ])('is left alone where %s', async (_, prepare, ids, store) => {
    const bench = await linked();
    await prepare(bench);
    expect(await emptied(bench, ids, store)).toEqual([]);
    expect(bench.vendors.calls).toEqual([]);
  });

  it('is set to zero too where nobody knows it yet', async () => {
    const bench = await linked();
    await bench.tables.levels.deleteAll(bench.storeHash);
    expect(await emptied(bench)).toEqual([[SMALL, null], [MEDIUM, null]]);
    expect(written(bench)).toEqual([[SMALL, MAIN, 0], [MEDIUM, MAIN, 0]]);
  });

  it('stays for those that BigCommerce refuses by name, and for all where it refuses the call', async () => {
    const bench = await linked();
    bench.vendors.refusedLevels.add(SMALL);
    expect(await emptied(bench)).toEqual([[MEDIUM, 12]]);
    bench.vendors.spoilingLevels.add(MEDIUM);
    expect(await emptied(bench)).toEqual([]);
  });

  it('fails the work where nobody knows whether it was done', async () => {
    const bench = await linked();
    bench.vendors.onCall = () => {
      throw new TransientFailure('503', null, 'bigcommerce');
    };
    await expect(emptied(bench)).rejects.toBeInstanceOf(TransientFailure);
  });

  it.each([[12, 12], [null, null]])('is kept as zero, and the move from %s is told', async (onHand, before) => {
    const bench = await linked();
    const { context, tables, storeHash, clock } = bench;
    await show(bench, SMALL, onHand);
    const levels = await emptyLevels(context, aStoreTee(), [SMALL]);
    await context.record('variants-removed', (inside) => keepEmptied(context, inside, levels));
    expect(await tables.levels.findByVariants(storeHash, [SMALL])).toMatchObject([{ onHand: 0, seenAt: clock.now(), written: 0, writtenAt: clock.now(), writtenReserve: 0, isStale: false, heldSince: null, isApproved: false }]);
    const quantity = before === null ? null : before * 10_000;
    const move = { at: clock.now(), hikeId: 901, variantId: SMALL, locationId: MAIN, side: 'bigcommerce', before: quantity, after: 0, reason: 'published', source: '', sum: null };
    expect(await tables.moves.listOf(storeHash, 901 as never, { before: null, limit: 10 })).toEqual([move]);
  });
});
