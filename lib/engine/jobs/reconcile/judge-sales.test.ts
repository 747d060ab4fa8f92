import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Order } from '../../../domain/order';
import { saleFingerprintParts } from '../../../domain/rules/sale-fingerprint-parts';
import { NEW_SALES_CURSOR } from '../../../domain/rules/sales-window';
import type { Sale } from '../../../domain/sale';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import { aRefund, aSale } from '../../../domain/testing/a-sale';
import { anOrder } from '../../../domain/testing/an-order';
import { fingerprint } from '../../fingerprint';
import { BrokenContract, TransientFailure } from '../../ports/failures';
import type { Link, SeenSale } from '../../ports/tables';
import { createTestContext, NOW } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { judgeSales } from './judge-sales';
import { SALE } from './testing/a-difference';

type Bench = Awaited<ReturnType<typeof createTestContext>>;

const HOUR_MS = 60 * 60_000;
const LINK: Link = { thing: 'order', bigcommerceId: '5001', hikeId: '501', origin: 'hike', facts: {} };
const orderOf = (saleId: number | string, change: Partial<Order> = {}): Order => anOrder({ id: 5001 as OrderId, externalSource: '4711', externalOrderId: String(saleId), ...change });
/** As the last poll left it. */
const kept = (sale: Sale, change: Partial<SeenSale> = {}): SeenSale => ({ sale, fingerprint: fingerprint(saleFingerprintParts(sale)), orderId: null, state: 'sent', ...change });

interface Given {
  sales?: Sale[];
  orders?: Order[];
  known?: SeenSale[];
  links?: Link[];
  /** `null` where no poll has ended. */
  readUntil?: Instant | null;
  change?: Partial<JobContext>;
  prepare?: (bench: Bench) => unknown;
}

const judged = async ({ sales = [aSale()], orders = [orderOf(501)], known = [kept(aSale())], links = [LINK], readUntil = NOW, change = {}, prepare = () => undefined }: Given = {}) => {
  const bench = await createTestContext(change);
  const { context, tables, storeHash, vendors } = bench;
  for (const one of known) await tables.sales.save(storeHash, one, NOW);
  for (const link of links) await tables.links.save(storeHash, link, NOW);
  await tables.cursors.save(storeHash, 'hike-sales', { ...NEW_SALES_CURSOR, goodUntil: readUntil });
  await prepare(bench);
  const read = { sales: new Map(sales.map((sale) => [sale.id, sale])), orders: new Map(orders.map((order) => [order.id, order])), wasAsked: () => true, open: [], odd: { sales: new Set<string>(), orders: new Set<string>() } };
  const answer = await judgeSales(context, read, aProfile());
  return { ...answer, one: answer.judged.find(({ sale }) => sale.id === SALE), calls: vendors.calls };
};

describe('a sale', () => {
  it('is judged by its order, and costs no call where that is in hand', async () => {
    const { one, orders, notCompared, calls } = await judged();
    expect(one).toMatchObject({ expected: { kind: 'order', statusId: 10 }, linkedTo: 5001, isUnderway: false, isRefused: false });
    expect([[...orders.keys()], notCompared, calls]).toEqual([[SALE], 0, []]);
  });

  it('has a refund of another day judged with it, and the other way round', async () => {
    const refund = aRefund();
    const known = [kept(aSale()), kept(refund)];
    expect((await judged({ known })).one).toMatchObject({ expected: { statusId: 4 } });
    expect((await judged({ sales: [refund], known })).one).toMatchObject({ expected: { statusId: 4 } });
    expect((await judged({ sales: [aSale(), refund] })).one).toMatchObject({ expected: { statusId: 4 } });
  });

  it('should have no order where it was made of one', async () => {
    expect((await judged({ links: [{ ...LINK, origin: 'bigcommerce' }] })).one?.expected.kind).toBe('none');
    expect((await judged({ links: [], sales: [aSale({ number: 'BC-1042' })] })).one).toMatchObject({ linkedTo: null, expected: { kind: 'none' } });
  });

  it.each<[string, Given, boolean]>([
    ['where it was read as it is', {}, false],
    ['while sales are paused', { change: { settings: someSettings({ paused: { sales: true } }) } }, true],
    ['while work on it waits', { prepare: ({ mark }) => mark('501') }, true],
    ['while work on its refund waits', { known: [kept(aSale()), kept(aRefund())], prepare: ({ mark }) => mark('601') }, true],
    ['before it could be read', { known: [], readUntil: aSale().modifiedAt }, true],
    ['up to an hour after it could have been read', { known: [], readUntil: instantPlus(aSale().modifiedAt, HOUR_MS) }, true],
    ['no longer than that', { known: [], readUntil: instantPlus(aSale().modifiedAt, HOUR_MS + 1) }, false],
    ['before anything was read', { known: [], readUntil: null }, true],
    ['where it changed a moment ago', { known: [kept(aSale(), { fingerprint: 'as it was' })], readUntil: aSale().modifiedAt }, true],
  ])('is under way %s: %s', async (_, given, isUnderway) => {
    expect((await judged(given)).one?.isUnderway).toBe(isUnderway);
  });

  it.each<[SeenSale['state'], boolean]>([
    ['needs-you', true],
    ['left-out', true],
    ['sent', false],
    ['waiting', false],
  ])('that is %s was refused: %s, as long as it is as it was read', async (state, isRefused) => {
    expect((await judged({ known: [kept(aSale(), { state })] })).one?.isRefused).toBe(isRefused);
    expect((await judged({ known: [kept(aSale(), { state, fingerprint: 'as it was' })] })).one?.isRefused).toBe(false);
  });
});

describe('the orders of sales', () => {
  it('are those that bear our name and a sale’s number', async () => {
    const orders = [orderOf(501), orderOf(501, { id: 5002 as OrderId }), orderOf(501, { id: 5003 as OrderId, externalSource: '1' }), orderOf('A-7', { id: 5004 as OrderId }), orderOf(0, { id: 5005 as OrderId, externalOrderId: null })];
    const { orders: found } = await judged({ orders });
    expect([...found].map(([saleId, some]) => [saleId, some.map(({ id }) => id)])).toEqual([[501, [5001, 5002]]]);
  });
});

describe('a sale whose order is not in hand', () => {
  const missing: Given = { orders: [] };

  it.each<[string, Given, string[]]>([
    ['is asked for by itself', missing, ['orders.bySale']],
    ['is asked for where its order is deleted', { orders: [orderOf(501, { isArchived: true })] }, ['orders.bySale']],
    ['is not asked for while it is under way', { ...missing, prepare: ({ mark }) => mark('501') }, []],
    ['is not asked for where it should have none', { ...missing, sales: [aSale({ status: 'Parked' })], known: [] }, []],
  ])('%s', async (_, given, calls) => {
    expect((await judged(given)).calls).toEqual(calls);
  });

  it('has the order that the list left out', async () => {
    const { orders } = await judged({ ...missing, prepare: ({ vendors }) => vendors.orders.set(5001, orderOf(501)) });
    expect(orders.get(SALE)?.map(({ id }) => id)).toEqual([5001]);
  });

  it('is not compared beyond a hundred looks', async () => {
    const sales = Array.from({ length: 101 }, (_, index) => aSale({ id: (1000 + index) as SaleId }));
    const { judged: found, notCompared, calls } = await judged({ sales, orders: [], known: [], links: [] });
    expect([found.length, notCompared, calls.length]).toEqual([100, 1, 100]);
  });

  it('is not compared where its order is not understood, and any other failure is one', async () => {
    const failing = (error: Error) =>
      judged({
        ...missing,
        prepare: ({ vendors }) => {
          vendors.onCall = () => {
            throw error;
          };
        },
      });
    expect(await failing(new BrokenContract('bigcommerce', 'no status'))).toMatchObject({ judged: [], notCompared: 1 });
    const away = new TransientFailure('no answer', null, 'bigcommerce');
    await expect(failing(away)).rejects.toBe(away);
  });
});
