import { describe, expect, it, vi } from 'vitest';
import type { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Order } from '../../../domain/order';
import type { Sale } from '../../../domain/sale';
import { aRefund, aSale } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import type { Link } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { entryOf } from '../entry-of';
import { importSubject } from '../import-order/import-subject';
import { readMoney } from './read-money';
import { aComparison, aDifference, MADE_AT, seenAs } from './testing/a-difference';

type Bench = Awaited<ReturnType<typeof createTestContext>>;

const { from, to } = aComparison();
const INSIDE = instantPlus(from, 3_600_000);
/** Some days before those that are compared. */
const BEFORE = '2026-01-10T03:00:00.000Z' as Instant;
const around = (at: Instant) => [instantPlus(at, -60_000), instantPlus(at, 60_000)];

const sold = (id: number, transactionDate: Instant, change: Partial<Sale> = {}): Sale => aSale({ id: id as SaleId, transactionDate, ...change });
const placed = (id: number, change: Partial<Order> = {}): Order => anOrder({ id: id as OrderId, createdAt: INSIDE, modifiedAt: INSIDE, ...change });
const linkOf = (orderId: number, saleId: number): Link => ({ thing: 'order', bigcommerceId: String(orderId), hikeId: String(saleId), origin: 'hike', facts: {} });

const read = async ({ sales = [] as Sale[], orders = [] as Order[], links = [] as Link[], prepare = async (_bench: Bench): Promise<unknown> => undefined } = {}) => {
  const bench = await createTestContext();
  const { context, tables, storeHash, vendors } = bench;
  for (const sale of sales) vendors.sales.set(sale.id, sale);
  for (const order of orders) vendors.orders.set(order.id, order);
  for (const link of links) await tables.links.save(storeHash, link, NOW);
  await prepare(bench);
  const [list, byIds] = [vi.spyOn(context.hike.sales, 'listByDate'), vi.spyOn(context.bigcommerce.orders, 'listByIds')];
  const money = await readMoney(context, { from, to });
  return { ...money, saleIds: [...money.sales.keys()], orderIds: [...money.orders.keys()].sort(), windows: list.mock.calls.map(([since, until]) => [since, until]), asked: byIds.mock.calls.map(([ids]) => ids) };
};

const open = (...found: ReturnType<typeof aDifference>[]) => ({ tables, storeHash }: Bench) => tables.differences.saveMany(storeHash, found.map((one) => seenAs(one)));

describe('the days that are compared', () => {
  it('have their sales read up to their end, and not beyond', async () => {
    const { saleIds, windows, wasAsked } = await read({ sales: [sold(1, from), sold(2, to), sold(3, instantPlus(from, -1))] });
    expect([saleIds, windows]).toEqual([[1], [[from, to]]]);
    expect([from, instantPlus(to, -1), to, instantPlus(from, -1)].map(wasAsked)).toEqual([true, true, false, false]);
  });

  it('have the orders read that changed since their begin, each once', async () => {
    const { orderIds, asked } = await read({ orders: [placed(1), placed(2, { modifiedAt: from, isArchived: true }), placed(3, { modifiedAt: instantPlus(from, -1) })] });
    expect([orderIds, asked]).toEqual([[1, 2], []]);
  });

  it('are read though a sale or an order is not understood, which is remembered', async () => {
    const odd = (id: string | null) => ({ id, number: null, why: 'odd', content: `{${id}}` });
    const { odd: met } = await read({ prepare: async ({ vendors }) => [vendors.oddSales.push(odd('7'), odd(null)), vendors.oddOrders.push(odd('8'))] });
    expect(met).toEqual({ sales: new Set(['7', '']), orders: new Set(['8']) });
  });
});

describe('orders of which only the id is known', () => {
  const old = (id: number, change: Partial<Order> = {}) => placed(id, { modifiedAt: BEFORE, createdAt: BEFORE, ...change });

  it.each<[string, Parameters<typeof read>[0]]>([
    ['that an open difference names', { prepare: open(aDifference('order-total-differs', { orderId: 7 as OrderId, saleId: null, at: null })) }],
    ['that was imported on these days', { prepare: ({ tables, storeHash, context }) => tables.entries.record(storeHash, entryOf({ ...context, now: () => INSIDE }, { row: { id: '7', trigger: 'person' }, subject: importSubject({ id: '7' }), outcome: { result: 'done', message: '' } })) }],
    ['that a sale is linked with', { sales: [sold(1, INSIDE)], links: [linkOf(7, 1)] }],
    ['that the sale which a refund is of is linked with', { sales: [aRefund({ transactionDate: INSIDE, originalSaleId: 99 as SaleId })], links: [linkOf(7, 99)] }],
    ['that a sale names by its number', { sales: [sold(1, INSIDE, { number: 'BC-7' })] }],
  ])('are read: one %s', async (_, given) => {
    const { orderIds, asked } = await read({ orders: [old(7), old(8)], ...given });
    expect([orderIds, asked]).toEqual([[7], [[7]]]);
  });

  it('are not read a second time', async () => {
    const { asked } = await read({ orders: [placed(7)], sales: [sold(1, INSIDE, { number: 'BC-7' })], links: [linkOf(7, 1)], prepare: open(aDifference('order-total-differs', { orderId: 7 as OrderId, at: null })) });
    expect(asked).toEqual([]);
  });
});

describe('differences that may have vanished', () => {
  it('are looked at where they are of money', async () => {
    const stock = aDifference('stock-differs', { orderId: null, saleId: null });
    const { open: known } = await read({ prepare: open(aDifference('order-total-differs', { orderId: null }), aDifference('sale-twice', { saleId: null }), stock) });
    expect(known.map(({ difference }) => difference.kind).sort()).toEqual(['order-total-differs', 'sale-twice']);
  });

  it('are looked at while a person has put them aside, or asked for their fix', async () => {
    const states = ['open', 'fixing', 'ignored', 'closed'] as const;
    const { open: known } = await read({ prepare: ({ tables, storeHash }) => tables.differences.saveMany(storeHash, states.map((state, index) => seenAs(aDifference('sale-twice', { subject: String(index) }), { state }))) });
    expect(known.map(({ state }) => state).sort()).toEqual(['fixing', 'ignored', 'open']);
  });
});

describe('sales of other days', () => {
  const OURS = { externalSource: '4711', externalOrderId: '99' };

  it.each<[string, Instant[], Parameters<typeof read>[0]]>([
    ['are not looked for where all is of these days', [], { orders: [placed(7)], sales: [sold(1, INSIDE)], links: [linkOf(7, 1)] }],
    ['are looked for around an open difference', [MADE_AT], { prepare: open(aDifference('sale-twice', { orderId: null, at: MADE_AT })) }],
    ['are not looked for around one of these days', [], { prepare: open(aDifference('sale-twice', { orderId: null, at: INSIDE })) }],
    ['are looked for around an order whose linked sale is not there', [BEFORE], { orders: [placed(7, { createdAt: BEFORE })], links: [linkOf(7, 99)] }],
    ['are looked for around an order of ours whose sale nobody knows', [BEFORE], { orders: [placed(7, { createdAt: BEFORE, ...OURS })] }],
    ['are looked for where the sale that an order names was made', [BEFORE], { orders: [placed(7, OURS)], prepare: ({ tables, storeHash }) => tables.sales.save(storeHash, { sale: sold(99, BEFORE), fingerprint: 'f', orderId: null, state: 'sent' }, NOW) }],
    ['are not looked for by an order of another app’s', [], { orders: [placed(7, { ...OURS, createdAt: BEFORE, externalSource: '1' })] }],
    ['are not looked for by an order that names none', [], { orders: [placed(7, { ...OURS, createdAt: BEFORE, externalOrderId: 'A-7' })] }],
    ['are not looked for by an order that nobody imported', [], { orders: [placed(7, { createdAt: BEFORE })] }],
    ['are looked for at the very end of these days, which is the next', [to], { prepare: open(aDifference('sale-twice', { orderId: null, at: to })) }],
  ])('%s', async (_, moments, given) => {
    const { windows } = await read(given);
    expect(windows.slice(1)).toEqual(moments.map(around));
  });
});
