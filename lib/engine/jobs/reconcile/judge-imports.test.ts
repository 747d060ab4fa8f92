import { describe, expect, it, vi } from 'vitest';
import type { OrderId, SaleId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Order } from '../../../domain/order';
import type { Sale } from '../../../domain/sale';
import { aRefund, aSale } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import type { Link } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { judgeImports } from './judge-imports';
import { ORDER } from './testing/a-difference';

type Bench = Awaited<ReturnType<typeof createTestContext>>;

const DAY_MS = 24 * 60 * 60_000;
const TERMS = { orderTax: 500, saleTax: 500, paymentMethod: 'PayPal', payments: '9:5500', paidBy: 'BigCommerce A$55.00' };
const LINK: Link = { thing: 'order', bigcommerceId: '1042', hikeId: '901', origin: 'bigcommerce', facts: { number: 'BC-1042', statusId: 11, ...TERMS } };
const MARKED = 'BigCommerce order 1042 (store abc123)';
const saleOf = (change: Partial<Sale> = {}): Sale => aSale({ id: 901 as SaleId, number: 'BC-1042', ...change });

interface Given {
  orders?: Order[];
  sales?: Sale[];
  links?: Link[];
  isAsked?: boolean;
  prepare?: (bench: Bench) => Promise<unknown>;
}

const judged = async ({ orders = [anOrder({ id: ORDER })], sales = [], links = [], isAsked = true, prepare = async () => undefined }: Given) => {
  const bench = await createTestContext();
  const { context, tables, storeHash } = bench;
  for (const link of links) await tables.links.save(storeHash, link, NOW);
  await prepare(bench);
  const list = vi.spyOn(context.hike.sales, 'listByDate');
  const read = { sales: new Map(sales.map((sale) => [sale.id, sale])), orders: new Map(orders.map((order) => [order.id, order])), wasAsked: () => isAsked, open: [], odd: { sales: new Set<string>(), orders: new Set<string>() } };
  const answer = await judgeImports(context, read);
  return { ...answer, windows: list.mock.calls.map(([from, to]) => [from, to]) };
};

describe('an imported order', () => {
  it('is judged with its sale and with what its link remembers', async () => {
    const { judged: [one], notCompared, windows } = await judged({ links: [LINK], sales: [saleOf()] });
    expect(one).toEqual({ orderId: ORDER, order: anOrder({ id: ORDER }), sales: [saleOf()], isLinked: true, wasImported: false, importedStatusId: 11, terms: TERMS, isUnderway: false });
    expect([notCompared, windows]).toEqual([0, []]);
  });

  it('is judged without what an old link does not remember', async () => {
    const { judged: [one] } = await judged({ links: [{ ...LINK, facts: {} }], sales: [saleOf()] });
    expect(one).toMatchObject({ isLinked: true, importedStatusId: null, terms: null });
  });

  it('has every sale that names it, by number or by note, and no refund', async () => {
    const byNote = saleOf({ id: 902 as SaleId, number: 'T1-7', note: MARKED });
    const { judged: [one] } = await judged({ links: [LINK], sales: [saleOf(), byNote, aRefund({ number: 'BC-1042' }), aSale()] });
    expect(one?.sales.map(({ id }) => id)).toEqual([901, 902]);
  });

  it.each<[string, Given, boolean]>([
    ['that nobody imported and no sale names is none', {}, false],
    ['that came from Hike is none', { links: [{ ...LINK, origin: 'hike' }] }, false],
    ['that a sale names is one, though its link is lost', { sales: [saleOf()] }, true],
    ['that BigCommerce does not have is one where a sale bears our marker', { orders: [], sales: [saleOf({ note: MARKED })] }, true],
    ['that BigCommerce does not have is none where a number alone says so', { orders: [], sales: [saleOf()] }, false],
  ])('%s', async (_, given, isOne) => {
    expect((await judged(given)).judged.map(({ orderId, isLinked }) => [orderId, isLinked])).toEqual(isOne ? [[ORDER, false]] : []);
  });

  it.each(['done', 'sending'] as const)('was imported where its create is done, not where it is %s', async (state) => {
    const intent = { kind: 'sale', key: '1042', reference: 'BC-1042', remoteId: null, looks: 0, updatedAt: NOW, state } as const;
    const { judged: [one] } = await judged({ sales: [saleOf()], prepare: ({ tables, storeHash }) => tables.intents.save(storeHash, intent) });
    expect(one?.wasImported).toBe(state === 'done');
  });

  it.each<[string, 'import-order' | 'order' | 'sale', boolean]>([
    ['while it is being imported', 'import-order', true],
    ['while it is being read', 'order', true],
    ['not by work on a sale of that number', 'sale', false],
  ])('is under way %s', async (_, thing, isUnderway) => {
    const { judged: [one] } = await judged({ links: [LINK], sales: [saleOf()], prepare: ({ mark }) => mark('1042', { thing }) });
    expect(one?.isUnderway).toBe(isUnderway);
  });
});

describe('an imported order whose sale is not where it should be', () => {
  it('has it looked for a day to both sides before it is missed', async () => {
    const at = anOrder().createdAt;
    const moved = (ms: number) => judged({ links: [LINK], prepare: async ({ vendors }) => vendors.sales.set(901, saleOf({ transactionDate: instantPlus(at, ms) })) });
    const [found, missed] = [await moved(DAY_MS), await moved(DAY_MS + 1)];
    expect([found.windows, found.judged[0]?.sales.length, missed.judged[0]?.sales.length]).toEqual([[[instantPlus(at, -DAY_MS), instantPlus(at, DAY_MS)]], 1, 0]);
  });

  it('is not compared where Hike was not asked about its day', async () => {
    expect(await judged({ links: [LINK], isAsked: false })).toEqual({ judged: [], notCompared: 1, windows: [] });
  });

  it('is judged without an order to look around', async () => {
    const { judged: [one], windows } = await judged({ orders: [], links: [LINK], sales: [saleOf()] });
    expect([one?.order, one?.sales.length, windows]).toEqual([null, 1, []]);
  });

  it('is not compared once ten were looked for', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => (2000 + index) as OrderId);
    const links = ids.map((id): Link => ({ ...LINK, bigcommerceId: String(id), hikeId: String(id + 10_000) }));
    const { judged: found, notCompared, windows } = await judged({ orders: ids.map((id) => anOrder({ id })), links });
    expect([found.length, notCompared, windows.length]).toEqual([10, 1, 10]);
  });
});
