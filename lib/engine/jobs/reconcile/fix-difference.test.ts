import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { type Difference, differenceKey } from '../../../domain/reconciliation';
import { NEW_SALES_CURSOR } from '../../../domain/rules/sales-window';
import { aSale } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import type { Link, SeenDifference } from '../../ports/tables';
import { sampleOrder } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { reconcile } from './reconcile';
import { aDifference, MADE_AT, ORDER, SALE, seenAs } from './testing/a-difference';

type Bench = Awaited<ReturnType<typeof createTestContext>>;

const OF_SALE: Link = { thing: 'order', bigcommerceId: '5001', hikeId: '501', origin: 'hike', facts: { number: 'T1-1000', statusId: 10, paymentMethod: 'Cash' } };
const IMPORTED: Link = { ...OF_SALE, bigcommerceId: '1042', hikeId: '901', origin: 'bigcommerce' };

/** A person asked for the fix; `state` where it is another by now. */
const fixed = async (difference: Difference, { prepare = async (_bench: Bench): Promise<unknown> => undefined, state = 'fixing' as SeenDifference['state'] } = {}) => {
  const bench = await createTestContext();
  const { context, tables, storeHash, mark } = bench;
  await tables.cursors.save(storeHash, 'hike-sales', { ...NEW_SALES_CURSOR, goodUntil: NOW });
  await prepare(bench);
  await tables.differences.saveMany(storeHash, [seenAs(difference, { state })]);
  const errors = (await reconcile.run(context, [await mark(differenceKey(difference), { thing: 'reconcile' })])).map(({ error }) => error);
  expect([errors, bench.commits]).toEqual([[], ['difference-fixed']]);
  const due = (await tables.dirty.listDue(storeHash, NOW, 20)).map(({ thing, id, priority, trigger }) => `${thing} ${id} ${priority} ${trigger}`).sort();
  const linkOf = async (id: string) => (await tables.links.findByBigCommerce(storeHash, 'order', [id]))[0];
  const salesFrom = async () => ((await tables.cursors.find(storeHash, 'hike-sales')) as { goodUntil: Instant }).goodUntil;
  return { ...bench, due, linkOf, salesFrom };
};

const withLink = (link: Link) => ({ tables, storeHash }: Bench) => tables.links.save(storeHash, link, NOW);
const withSale = ({ tables, storeHash }: Bench) => tables.sales.save(storeHash, { sale: aSale(), fingerprint: 'f', orderId: null, state: 'waiting' }, NOW);
const withOrder = (id: number, change: Parameters<typeof anOrder>[0] = {}) => ({ vendors }: Bench) => vendors.orders.set(id, anOrder({ id: id as OrderId, ...change }));
const all = (...steps: ((bench: Bench) => unknown)[]) => async (bench: Bench) => {
  for (const step of steps) await step(bench);
};

describe('a fix', () => {
  it.each<[string, SeenDifference['state']]>([
    ['is over where the difference closed meanwhile', 'closed'],
    ['is over where a person put the difference aside meanwhile', 'ignored'],
  ])('%s', async (_, state) => {
    expect((await fixed(aDifference('order-changed'), { state })).due).toEqual([]);
  });

  it('is nothing for what only a person can mend', async () => {
    const { due, vendors } = await fixed(aDifference('order-total-differs'), { prepare: withLink(OF_SALE) });
    expect([due, vendors.calls]).toEqual([[], []]);
  });

  it('has an order read that changed, or was missed', async () => {
    expect((await fixed(aDifference('order-changed'))).due).toEqual(['order 1042 0 person']);
  });
});

describe('a sale without an order', () => {
  const MISSED = aDifference('sale-without-order', { orderId: null });

  it('is sent again, and its link to the order that is gone goes', async () => {
    const { due, linkOf, vendors, salesFrom } = await fixed(MISSED, { prepare: all(withSale, withLink(OF_SALE)) });
    expect([due, await linkOf('5001'), vendors.calls, await salesFrom()]).toEqual([['sale 501 0 person'], undefined, ['orders.bySale'], NOW]);
  });

  it('is read first where no poll has met it', async () => {
    const { due, salesFrom } = await fixed(MISSED);
    expect([due, await salesFrom()]).toEqual([['hike-sales - 0 person'], MADE_AT]);
    expect(await (await fixed({ ...MISSED, at: null })).salesFrom()).toBe(NOW);
  });

  it('is linked with the order that is there after all, and not sent', async () => {
    const archived = withOrder(5000, { externalOrderId: '501', isArchived: true });
    const { due, linkOf, tables, storeHash } = await fixed(MISSED, { prepare: all(withSale, archived, withOrder(5001, { externalOrderId: '501' })) });
    expect(await linkOf('5001')).toEqual({ ...OF_SALE, facts: { number: 'T1-1000' } });
    expect([due, (await tables.sales.findMany(storeHash, [SALE]))[0]]).toMatchObject([['sale 501 0 person'], { state: 'sent', orderId: 5001 }]);
  });

  it('is sent again where all that is left of its order is deleted', async () => {
    const { due, linkOf } = await fixed(MISSED, { prepare: all(withSale, withOrder(5000, { externalOrderId: '501', isArchived: true })) });
    expect([due, await linkOf('5000')]).toEqual([['sale 501 0 person'], undefined]);
  });

  it('is nothing without the sale', async () => {
    expect((await fixed({ ...MISSED, saleId: null })).due).toEqual([]);
  });
});

describe('what an order should say', () => {
  it.each<['order-status-differs' | 'order-payment-differs', object]>([
    ['order-status-differs', { number: 'T1-1000', paymentMethod: 'Cash' }],
    ['order-payment-differs', { number: 'T1-1000', statusId: 10 }],
  ])('is written anew, and nothing else of it (%s)', async (kind, facts) => {
    const { due, linkOf } = await fixed(aDifference(kind), { prepare: withLink(OF_SALE) });
    expect([due, (await linkOf('5001'))?.facts]).toEqual([['sale 501 0 person'], facts]);
  });

  it('cannot be written without a link', async () => {
    expect((await fixed(aDifference('order-status-differs'))).due).toEqual([]);
  });
});

describe('an imported order whose sale is gone', () => {
  const GONE = aDifference('order-without-sale');

  it('is imported again', async () => {
    const prepare = all(withLink(IMPORTED), ({ tables, storeHash }) => tables.orders.save(storeHash, sampleOrder(ORDER, { state: 'imported', saleId: 901 as SaleId, saleNumber: 'BC-1042' })));
    const { due, linkOf, tables, storeHash } = await fixed(GONE, { prepare });
    expect([due, await linkOf('1042')]).toEqual([['import-order 1042 0 person'], undefined]);
    expect(await tables.orders.findMany(storeHash, [ORDER])).toMatchObject([{ state: 'importing', problem: null, saleId: null, saleNumber: null }]);
  });

  it('is imported again though the page does not know it, but not without its id', async () => {
    const { due, tables, storeHash } = await fixed(GONE);
    expect([due, await tables.orders.findMany(storeHash, [ORDER])]).toEqual([['import-order 1042 0 person'], []]);
    expect((await fixed({ ...GONE, orderId: null })).due).toEqual([]);
  });
});

describe('a lost link of a sale', () => {
  const LOST = aDifference('order-not-linked', { orderId: 5001 as OrderId });

  it('is made again, and a sale that was never read is read from its order’s time on', async () => {
    const createdAt = instantPlus(MADE_AT, 1000);
    const { due, linkOf, salesFrom } = await fixed(LOST, { prepare: all(withOrder(5001, { createdAt })) });
    expect([due, await linkOf('5001'), await salesFrom()]).toMatchObject([['hike-sales - 0 person'], { hikeId: '501', origin: 'hike', facts: { number: '' } }, createdAt]);
  });

  it.each<[string, Partial<Difference>, (bench: Bench) => unknown]>([
    ['the order', {}, () => undefined],
    ['its sale’s id', { saleId: null }, withOrder(5001)],
    ['its order’s id', { orderId: null }, withOrder(5001)],
  ])('is not made without %s', async (_, change, prepare) => {
    const { due, linkOf } = await fixed({ ...LOST, ...change }, { prepare: all(prepare) });
    expect([due, await linkOf('5001')]).toEqual([[], undefined]);
  });
});

describe('a lost link of an import', () => {
  const LOST = aDifference('import-not-linked', { saleId: 901 as SaleId });
  const withSaleAt = (transactionDate: Instant) => ({ vendors }: Bench) => vendors.sales.set(901, aSale({ id: 901 as SaleId, number: 'BC-1042', status: 'Parked', transactionDate }));

  it('is made again with what both are now, and the sale follows its order', async () => {
    const { due, linkOf } = await fixed(LOST, { prepare: all(withOrder(ORDER), withSaleAt(MADE_AT)) });
    expect(due).toEqual(['order 1042 0 person']);
    expect(await linkOf('1042')).toMatchObject({ hikeId: '901', origin: 'bigcommerce', facts: { number: 'BC-1042', status: 'Parked', statusId: 11, orderTax: 500, paymentMethod: 'PayPal' } });
  });

  it('looks a minute around the sale’s time, or its order’s where that is not known', async () => {
    const isMade = async (at: Instant | null, soldAt: Instant) => (await fixed({ ...LOST, at }, { prepare: all(withOrder(ORDER), withSaleAt(soldAt)) })).due.length === 1;
    expect(await Promise.all([-60_000, 60_000, -60_001, 60_001].map((ms) => isMade(MADE_AT, instantPlus(MADE_AT, ms))))).toEqual([true, true, false, false]);
    expect(await isMade(null, anOrder().createdAt)).toBe(true);
  });

  it.each<[string, Partial<Difference>, (bench: Bench) => unknown]>([
    ['the order', {}, withSaleAt(MADE_AT)],
    ['the sale', {}, all(withOrder(ORDER), ({ vendors }) => vendors.sales.set(902, aSale({ id: 902 as SaleId, transactionDate: MADE_AT })))],
    ['its sale’s id', { saleId: null }, all(withOrder(ORDER), withSaleAt(MADE_AT))],
    ['its order’s id', { orderId: null }, all(withOrder(ORDER), withSaleAt(MADE_AT))],
  ])('is not made without %s', async (_, change, prepare) => {
    const { due, linkOf } = await fixed({ ...LOST, ...change }, { prepare: all(prepare) });
    expect([due, await linkOf('1042')]).toEqual([[], undefined]);
  });
});

describe('a level or a count that differs', () => {
  it.each<[string, Partial<Difference>, string[]]>([
    ['is published again ahead of all work that nobody waits for', {}, ['stock 812 0 follow-up']],
    ['is nothing without its product', { hikeId: null }, []],
    ['is nothing without its variant', { variantId: null }, []],
  ])('%s', async (_, change, due) => {
    expect((await fixed(aDifference('stock-differs', change))).due).toEqual(due);
  });

  it('asks Hike for no product that we do not know', async () => {
    const { due, vendors } = await fixed(aDifference('hike-count-differs'));
    expect([due, vendors.calls]).toEqual([[], []]);
    expect((await fixed(aDifference('hike-count-differs', { hikeId: null }))).due).toEqual([]);
  });
});
