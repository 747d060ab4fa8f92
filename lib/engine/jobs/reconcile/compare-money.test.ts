import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Order } from '../../../domain/order';
import { saleFingerprintParts } from '../../../domain/rules/sale-fingerprint-parts';
import type { Sale } from '../../../domain/sale';
import { aProfile } from '../../../domain/testing/a-shop';
import { aRefund, aSale } from '../../../domain/testing/a-sale';
import { taxed } from '../../../domain/testing/amounts';
import { anOrder } from '../../../domain/testing/an-order';
import { fingerprint } from '../../fingerprint';
import { BrokenContract } from '../../ports/failures';
import type { Link } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { compareMoney } from './compare-money';
import { aComparison, aDifference, ORDER, SALE, seenAs } from './testing/a-difference';

type Bench = Awaited<ReturnType<typeof createTestContext>>;

const RUN = aComparison();
const INSIDE = instantPlus(RUN.from, 3_600_000);
/** Some days before those that are compared. */
const BEFORE = '2026-01-10T03:00:00.000Z' as Instant;

const sold = (id: number, at: Instant, change: Partial<Sale> = {}): Sale => aSale({ id: id as SaleId, transactionDate: at, modifiedAt: at, ...change });
/** The order that a sale of one tote should have. */
const orderOf = (saleId: number, change: Partial<Order> = {}): Order =>
  anOrder({ id: (5000 + saleId) as OrderId, statusId: 10, createdAt: INSIDE, modifiedAt: INSIDE, externalSource: '4711', externalOrderId: String(saleId), total: taxed(2200, 2000), ...change });
const linkOf = (saleId: number): Link => ({ thing: 'order', bigcommerceId: String(5000 + saleId), hikeId: String(saleId), origin: 'hike', facts: {} });
const IMPORTED: Link = { thing: 'order', bigcommerceId: '1042', hikeId: '901', origin: 'bigcommerce', facts: { statusId: 11 } };
const AN_IMPORT = { orders: [anOrder({ id: ORDER, createdAt: INSIDE, modifiedAt: INSIDE })], sales: [sold(901, INSIDE, { number: 'BC-1042', status: 'Parked' })], links: [IMPORTED] };

interface Given {
  sales?: Sale[];
  orders?: Order[];
  links?: Link[];
  /** Sales that are known from before, as they are. */
  known?: Sale[];
  open?: ReturnType<typeof aDifference>[];
  prepare?: (bench: Bench) => unknown;
}

const compared = async ({ sales = [], orders = [], links = [], known = sales, open = [], prepare = () => undefined }: Given) => {
  const bench = await createTestContext();
  const { context, tables, storeHash, vendors } = bench;
  for (const sale of sales) vendors.sales.set(sale.id, sale);
  for (const order of orders) vendors.orders.set(order.id, order);
  for (const link of links) await tables.links.save(storeHash, link, NOW);
  for (const sale of known) await tables.sales.save(storeHash, { sale, fingerprint: fingerprint(saleFingerprintParts(sale)), orderId: null, state: 'sent' }, NOW);
  await tables.cursors.save(storeHash, 'orders', { goodUntil: NOW });
  await tables.differences.saveMany(storeHash, open.map((one) => seenAs(one)));
  await prepare(bench);
  const { found, looked, change } = await compareMoney(context, RUN, aProfile());
  const { counts, totals } = change(RUN);
  return { found: found.map(({ kind, subject }) => `${kind}:${subject}`), looked, counts, totals: totals?.map(({ saleCount, orderCount }) => [saleCount, orderCount]) };
};

describe('what a comparison counts', () => {
  it('is every sale that should have an order, and every imported order', async () => {
    const sales = [sold(1, INSIDE), sold(2, INSIDE), sold(3, INSIDE, { status: 'Parked' }), ...AN_IMPORT.sales];
    const { counts } = await compared({ ...AN_IMPORT, sales, orders: [orderOf(1), orderOf(2), ...AN_IMPORT.orders] });
    expect(counts).toMatchObject({ sales: 2, imports: 1, underway: 0, notCompared: 0 });
  });

  it('is what work is under way on, and what could not be compared', async () => {
    const odd = (id: string) => ({ id, number: null, why: 'odd', content: id });
    const { counts } = await compared({
      ...AN_IMPORT,
      sales: [sold(1, INSIDE), sold(2, INSIDE), ...AN_IMPORT.sales],
      prepare: async ({ mark, vendors }) => {
        await mark('1');
        await mark('1042', { thing: 'order' });
        vendors.oddSales.push(odd('7'), odd('8'));
        vendors.oddOrders.push(odd('9'));
        vendors.onCall = (moment) => {
          if (moment === 'orders.bySale') throw new BrokenContract('bigcommerce', 'no status');
        };
      },
    });
    expect(counts).toMatchObject({ underway: 2, notCompared: 4 });
  });
});

describe('an order that nobody read', () => {
  const unread = { orders: [anOrder({ id: ORDER, createdAt: INSIDE, modifiedAt: INSIDE })] };

  it.each<[string, Given['prepare'], string[]]>([
    ['is missed', undefined, ['order-not-read:1042']],
    ['is not missed while it is about to be read', ({ mark }) => mark('1042', { thing: 'order' }), []],
    ['is not missed while it is being imported', ({ mark }) => mark('1042', { thing: 'import-order' }), []],
  ])('%s', async (_, prepare, found) => {
    expect((await compared({ ...unread, ...(prepare && { prepare }) })).found).toEqual(found);
  });
});

describe('an order of a sale that is not in hand', () => {
  const surplus = (found: string[]) => found.filter((key) => !key.startsWith('order-not-read'));

  it('says so where Hike does not have the sale', async () => {
    expect(surplus((await compared({ orders: [orderOf(77)] })).found)).toEqual(['order-of-unknown-sale:77']);
  });

  it('blames nothing on a sale that nobody understands', async () => {
    const { found } = await compared({ orders: [orderOf(77)], prepare: ({ vendors }) => vendors.oddSales.push({ id: '77', number: null, why: 'odd', content: '77' }) });
    expect(surplus(found)).toEqual([]);
  });

  it('knows the sale of another day that was refunded on these', async () => {
    const refund = aRefund({ transactionDate: INSIDE, modifiedAt: INSIDE });
    const { found } = await compared({ sales: [refund], known: [sold(501, BEFORE), refund], orders: [orderOf(501)], links: [linkOf(501)] });
    expect(surplus(found)).not.toContain('order-of-unknown-sale:501');
  });

  it('blames nothing on an order that nobody understands', async () => {
    const sales = [sold(901, INSIDE, { number: 'BC-1042', note: 'BigCommerce order 1042 (store abc123)' })];
    expect((await compared({ sales })).found).toEqual(['sale-of-unknown-order:1042']);
    const odd = { id: '1042', number: null, why: 'odd', content: '1042' };
    expect((await compared({ sales, prepare: ({ vendors }) => vendors.oddOrders.push(odd) })).found).toEqual([]);
  });
});

describe('the money of a day', () => {
  it.each<[string, Given, number[][]]>([
    ['is that of its sales, with their orders whenever those were made', { sales: [sold(1, RUN.from)], orders: [orderOf(1, { createdAt: BEFORE })] }, [[1, 1]]],
    ['is not that of a sale of another day, though its order was made on this one', { sales: [sold(1, BEFORE)], orders: [orderOf(1)], open: [aDifference('sale-twice', { at: BEFORE })] }, []],
    ['is that of an order whose sale nobody knows', { orders: [orderOf(77, { createdAt: RUN.from })] }, [[0, 1]]],
    ['is not that of such an order from before', { orders: [orderOf(77, { createdAt: instantPlus(RUN.from, -1) })] }, []],
    ['is not that of such an order from after', { orders: [orderOf(77, { createdAt: RUN.to })] }, []],
  ])('%s', async (_, given, totals) => {
    expect((await compared(given)).totals).toEqual(totals);
  });
});

describe('a difference known from before', () => {
  const inHand: Given = { sales: [sold(501, INSIDE)], orders: [orderOf(501)], links: [linkOf(501)] };
  const known = (change: Parameters<typeof aDifference>[1]) => aDifference('order-total-differs', { saleId: null, orderId: null, at: null, ...change });

  it.each<[string, Parameters<typeof aDifference>[1], Given, boolean]>([
    ['is looked for where its sale is in hand', { saleId: SALE }, inHand, true],
    ['is looked for where its order is in hand', { orderId: 5501 as OrderId }, inHand, true],
    ['is looked for where Hike was asked about its time', { saleId: 99 as SaleId, at: INSIDE }, inHand, true],
    ['is not looked for where neither is there', { saleId: 99 as SaleId }, inHand, false],
    ['is not looked for where its order is not there', { orderId: 7 as OrderId }, inHand, false],
    ['is not looked for while its sale is under way', { saleId: SALE }, { ...inHand, prepare: ({ mark }) => mark('501') }, false],
    ['is not looked for while its order is under way', { orderId: ORDER }, { ...AN_IMPORT, prepare: ({ mark }) => mark('1042', { thing: 'order' }) }, false],
    ['is looked for while another sale is under way', { saleId: SALE }, { ...inHand, prepare: ({ mark }) => mark('502') }, true],
  ])('%s', async (_, change, given, isLooked) => {
    expect((await compared({ ...given, open: [known(change)] })).looked).toEqual(isLooked ? ['order-total-differs:1'] : []);
  });
});
