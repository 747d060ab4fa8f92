import { describe, expect, it } from 'vitest';
import type { HikeProductId, LocationId, OrderId, ProductId, SaleId, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { OrderDraft } from '../../../domain/order';
import type { SaleDraft } from '../../../domain/sale';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { aSale } from '../../../domain/testing/a-sale';
import { aProfile } from '../../../domain/testing/a-shop';
import { anOrder, anOrderLine } from '../../../domain/testing/an-order';
import type { SeenHikeProduct, SeenLevel } from '../../ports/tables';
import { sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { fingerprintOfHikeProduct } from '../catalogue/fingerprint-of-hike-product';
import type { JobContext } from '../job';
import { levelsByKey, newLevel } from './level-key';
import { noteImport } from './note-import';
import { noteOwnOrder } from './note-own-order';
import { saveLevels } from './save-levels';
import { stockSubject, WHOLE_STOCK } from './stock-subject';

const TOTE = 812 as HikeProductId;
const VARIANT = 211 as VariantId;
const [HOME, AWAY] = [1, 2] as [LocationId, LocationId];

const levelOf = (change: Partial<SeenLevel> = {}): SeenLevel => ({ ...newLevel({ variantId: VARIANT, locationId: HOME }, TOTE), ...change });

const seenProduct = (change: Partial<SeenHikeProduct> = {}): SeenHikeProduct => ({ product: aHikeProduct(), fingerprint: '', sweep: 1, goneAt: null, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false, ...change });

const createBench = async (levels: readonly SeenLevel[] = [], change: Partial<JobContext> = {}) => {
  const test = await createTestContext(change);
  const { tables, storeHash } = test;
  await tables.levels.saveMany(storeHash, levels);
  await tables.links.save(storeHash, { thing: 'variant', bigcommerceId: '211', hikeId: '812', origin: 'hike', facts: { productId: 111 } }, NOW);
  const kept = async () => tables.levels.findByVariants(storeHash, [VARIANT]);
  const marked = async () => (await tables.dirty.listDue(storeHash, NOW, 100)).map(({ thing, id }) => `${thing} ${id}`);
  return { ...test, kept, marked };
};

describe('levels that are saved after calls', () => {
  const saved = async (loaded: Partial<SeenLevel> | null, current: Partial<SeenLevel> | null, change: Partial<SeenLevel> = { written: 9 }) => {
    const bench = await createBench(current ? [levelOf(current)] : []);
    await saveLevels(bench.context, bench.tables, { levels: [levelOf({ ...loaded, ...change })], loaded: levelsByKey(loaded ? [levelOf(loaded)] : []) });
    return (await bench.kept())[0];
  };

  it('are as the job made them where nobody meddled', async () => {
    expect(await saved({}, {})).toEqual(levelOf({ written: 9 }));
    expect(await saved(null, null)).toEqual(levelOf({ written: 9 }));
    expect(await saved(null, { isStale: true })).toEqual(levelOf({ written: 9 }));
    expect(await saved({}, null)).toEqual(levelOf({ written: 9 }));
  });

  it('keep a hint that came meanwhile, not one that the job knew of', async () => {
    expect(await saved({}, { isStale: true })).toMatchObject({ written: 9, isStale: true });
    expect(await saved({ isStale: true }, { isStale: true }, { isStale: false })).toMatchObject({ isStale: false });
  });

  it('keep a person’s yes that came meanwhile, not one that the job knew of', async () => {
    expect(await saved({ heldSince: NOW }, { isApproved: true })).toMatchObject({ isApproved: true, heldSince: null });
    expect(await saved({ isApproved: true }, { isApproved: true }, { isApproved: false, heldSince: NOW })).toMatchObject({ isApproved: false, heldSince: NOW });
  });
});

describe('an order of ours', () => {
  const lines = (...all: [variantId: number | null, quantity: number][]) =>
    ({ lines: all.map(([variantId, quantity]) => ({ variant: variantId === null ? null : { productId: 111 as ProductId, variantId: variantId as VariantId }, quantity })) }) as unknown as OrderDraft;

  it('takes its units where online orders are taken from, and has them published again', async () => {
    const bench = await createBench([levelOf({ written: 9, onHand: 9 }), levelOf({ locationId: AWAY, written: 9 })]);
    await noteOwnOrder(bench.context, bench.tables, lines([211, 2], [211, 1], [null, 5]));
    expect((await bench.kept()).map(({ locationId, written, isStale }) => [locationId, written, isStale])).toEqual([[HOME, 6, true], [AWAY, 9, true]]);
    expect(await bench.marked()).toEqual(['stock 812']);
  });

  it('is followed by Hike’s count once that is read, not by the one of before the sale', async () => {
    const bench = await createBench([levelOf({ written: 9, onHand: 9 })]);
    await bench.tables.sales.save(bench.storeHash, { sale: aSale({ transactionDate: NOW }), fingerprint: '', orderId: null, state: 'waiting' }, NOW);
    await bench.tables.cursors.save(bench.storeHash, 'hike-products', { goodUntil: instantPlus(NOW, -10_000), pass: null, sweep: 1, sweptAt: NOW, sweepCalls: 1, orphans: [], isChecking: false });
    await noteOwnOrder(bench.context, bench.tables, lines([211, 2]));
    expect(await bench.tables.dirty.find(bench.storeHash, 'stock', '812')).toMatchObject({ notBefore: instantPlus(NOW, 50_000) });
  });

  it('takes nothing of a level that was never written', async () => {
    const bench = await createBench([levelOf({ onHand: 3 })]);
    await noteOwnOrder(bench.context, bench.tables, lines([211, 2]));
    expect(await bench.kept()).toMatchObject([{ written: null, onHand: 3, isStale: true }]);
  });

  it('of custom lines alone moves nothing', async () => {
    const bench = await createBench([levelOf({ written: 9 })]);
    await noteOwnOrder(bench.context, bench.tables, lines([null, 2]));
    expect([await bench.kept(), await bench.marked()]).toEqual([[levelOf({ written: 9 })], []]);
  });

  it.each([null, aProfile({ locations: [] })])('takes nothing while nobody knows from where', async (profile) => {
    const bench = await createBench([levelOf({ written: 9 })], { store: sampleStore('abc123' as never, { profile }) });
    await noteOwnOrder(bench.context, bench.tables, lines([211, 2]));
    expect(await bench.kept()).toMatchObject([{ written: 9, isStale: true }]);
  });
});

describe('an order that became a sale', () => {
  const order = anOrder({ id: 1042 as OrderId, lines: [anOrderLine({ quantity: 2 })] });
  const draftOf = (change: object = {}) => ({ orderId: 1042, saleId: 901 as SaleId, outletId: 1, status: 'Parked', lines: [{ productId: TOTE, quantity: 2 }, { productId: null, quantity: 9 }], ...change }) as unknown as SaleDraft;
  const product = (...levels: ReturnType<typeof anOutletLevel>[]) => seenProduct({ product: aHikeProduct({ variants: [aHikeVariant({ levels }), aHikeVariant({ id: 813, sku: 'POUCH', levels: [anOutletLevel()] })] }) });

  const imported = async (levels: readonly SeenLevel[], { seen = product(anOutletLevel(), anOutletLevel({ outletId: 2 })), goods = { draft: draftOf() } as Parameters<typeof noteImport>[2]['goods'], ordered = order } = {}) => {
    const bench = await createBench(levels);
    await bench.tables.hikeProducts.saveMany(bench.storeHash, [seen]);
    await bench.tables.reserves.replace(bench.storeHash, order.id, [{ variantId: VARIANT, units: 2 }]);
    await noteImport(bench.context, bench.tables, { order: ordered, goods });
    const now = (await bench.tables.hikeProducts.findByVariants(bench.storeHash, [TOTE]))[0]!;
    const counts = now.product.variants.map((variant) => variant.levels.map(({ available, committed, onHand }) => [available, committed, onHand]));
    return { ...bench, now, counts, moves: await bench.tables.moves.listOf(bench.storeHash, TOTE, { before: null, limit: 10 }) };
  };

  const UNTOUCHED = [120_000, 20_000, 140_000];

  it('lowers what is available in Hike at its outlet, and commits it while the sale is parked', async () => {
    const { counts, moves, marked, now } = await imported([]);
    expect(counts).toEqual([[[100_000, 40_000, 140_000], UNTOUCHED], [UNTOUCHED]]);
    expect(moves).toEqual([{ variantId: null, locationId: null, side: 'hike', reason: 'order', sum: null, at: NOW, hikeId: TOTE, before: 120_000, after: 100_000, source: 'order 1042' }]);
    expect([await marked(), now.fingerprint === '']).toEqual([['stock 812'], false]);
  });

  it('lowers what is on hand where the sale is completed', async () => {
    expect((await imported([], { goods: { draft: draftOf({ status: 'Completed' }) } })).counts).toEqual([[[100_000, 20_000, 120_000], UNTOUCHED], [UNTOUCHED]]);
  });

  it('leaves counts alone that Hike does not tell', async () => {
    const { counts, moves, now } = await imported([], { seen: product(anOutletLevel({ available: null })) });
    expect([counts, moves, now.fingerprint]).toEqual([[[[null, 20_000, 140_000]], [UNTOUCHED]], [], '']);
    const { counts: others } = await imported([], { seen: product(anOutletLevel({ committed: null, onHand: null })) });
    expect(others[0]).toEqual([[100_000, null, null]]);
  });

  it('leaves the counts to Hike where it has told them since', async () => {
    const told = [product(anOutletLevel({ available: 70_000 })).product];
    expect((await imported([], { goods: { told } })).counts[0]?.[0]?.[0]).toBe(70_000);
  });

  it('holds nothing back any more, and what a level allowed for it is free', async () => {
    const { kept, tables, storeHash } = await imported([levelOf({ writtenReserve: 5, written: 4 }), levelOf({ locationId: AWAY })]);
    expect((await kept()).map(({ writtenReserve, isStale }) => [writtenReserve, isStale])).toEqual([[3, false], [0, false]]);
    expect(await tables.reserves.sumByVariant(storeHash, [VARIANT])).toEqual(new Map());
    expect((await imported([levelOf({ writtenReserve: 1 })]).then((bench) => bench.kept()))[0]?.writtenReserve).toBe(0);
  });

  it.each([
    ['after the start date, and so held back', instantPlus(NOW, -1000), 3],
    ['before the start date, and so held nothing back', '2025-12-31T23:59:59.999Z' as Instant, 5],
  ])('frees what it held back also where it was completed %s', async (_, createdAt, left) => {
    const { kept } = await imported([levelOf({ writtenReserve: 5 })], { ordered: { ...order, statusId: 10, createdAt } });
    expect((await kept())[0]?.writtenReserve).toBe(left);
  });

  it('is no full reading of its products where Hike has told them since', async () => {
    const before = product(anOutletLevel());
    const seen = { ...before, fingerprint: fingerprintOfHikeProduct(before.product), sweep: 7 };
    expect((await imported([], { seen, goods: { told: [before.product] } })).now.sweep).toBe(7);
  });
});

it('the stock of one variant is named, and so is that of many', () => {
  const named = { thing: 'stock', direction: 'hike-to-bigcommerce' };
  expect(stockSubject({ hikeId: 812, variantId: VARIANT, name: 'TOTE-01' })).toEqual({ ...named, label: 'Stock of TOTE-01', bigcommerceId: '211', hikeId: '812' });
  expect(stockSubject({ hikeId: 812, variantId: null, name: 'TOTE-01' })).toMatchObject({ bigcommerceId: null });
  expect(WHOLE_STOCK).toEqual({ ...named, label: 'Stock', bigcommerceId: null, hikeId: null });
});
