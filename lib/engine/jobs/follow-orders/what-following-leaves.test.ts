import { describe, expect, it, vi } from 'vitest';
import type { Trigger } from '../../../domain/entry';
import type { OrderId, SaleId, StoreHash, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Order, OrderStatusId } from '../../../domain/order';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import { aSale } from '../../../domain/testing/a-sale';
import { anOrder, anOrderLine } from '../../../domain/testing/an-order';
import type { OddItem } from '../../ports/odd-item';
import type { Link, SeenOrderState } from '../../ports/tables';
import { sampleOrder, sampleStore } from '../../testing/batteries/sample-records';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { entryOf } from '../entry-of';
import { importSubject } from '../import-order/import-subject';
import type { JobContext } from '../job';
import { followOrder } from './follow-order';
import { sweepOrders, sweepOrdersFrom } from './sweep-orders';

const ID = 1042 as OrderId;
const SHIPPED = 2;
const CANCELLED = 5;
const LINK: Link = { thing: 'order', bigcommerceId: '1042', hikeId: '901', origin: 'bigcommerce', facts: { number: 'BC-1042', status: 'Parked', statusId: 11 } };

/** An order that is linked to a sale in Hike, read once more; the Orders page has not met it. */
const followed = async (order: Partial<Order> = {}, { link = LINK as Link | null, change = {} as Partial<JobContext> } = {}) => {
  const test = await createTestContext(change);
  const { context, tables, storeHash, vendors, mark } = test;
  if (link) await tables.links.save(storeHash, link, NOW);
  const put = (id: number, rest: Parameters<typeof aSale>[0]) => vendors.sales.set(id, aSale({ id: id as SaleId, transactionDate: anOrder().createdAt, ...rest }));
  put(901, { status: 'Parked' });
  const follow = async (trigger: Trigger = 'webhook') => {
    vendors.orders.set(ID, anOrder({ id: ID, ...order }));
    return (await followOrder.run(context, [{ ...(await mark(String(ID), { thing: 'order' })), trigger }])).map(({ error }) => error);
  };
  const errors = await follow();
  const seen = async () => (await tables.orders.findMany(storeHash, [ID]))[0];
  const linked = async () => (await tables.links.findByBigCommerce(storeHash, 'order', [String(ID)]))[0];
  const reserved = async () => (await tables.reserves.sumByVariant(storeHash, [211 as VariantId])).get(211 as VariantId)?.units ?? 0;
  return { ...test, errors, follow, seen, linked, reserved, put };
};

describe('an imported order that is read again', () => {
  it('leaves its sale completed, a link that remembers how, and a line in the log', async () => {
    const { errors, seen, linked, entries, commits, tables, storeHash } = await followed({ statusId: SHIPPED });
    expect([errors, commits]).toEqual([[], ['sale-of-order-moved']]);
    expect(await linked()).toEqual({ ...LINK, facts: { number: 'BC-1042', status: 'Completed', statusId: SHIPPED } });
    expect(await seen()).toMatchObject({ state: 'imported', problem: null, saleId: 901, saleNumber: 'BC-1042' });
    expect(await entries()).toMatchObject([{ thing: 'order', recordId: '1042', hikeId: '901', result: 'done', trigger: 'webhook' }]);
    expect(await tables.dirty.find(storeHash, 'order', '1042')).toBeNull();
  });

  it('leaves nothing but what the Orders page shows where nothing happened', async () => {
    const { commits, seen, entries, reserved } = await followed();
    expect([commits, await entries(), await reserved()]).toEqual([['order-followed'], [], 0]);
    expect(await seen()).toMatchObject({ state: 'imported', saleId: 901 });
  });

  it('tells of a change though the page never knew the order', async () => {
    const { entries, seen } = await followed({ statusId: CANCELLED });
    expect(await entries()).toMatchObject([{ result: 'needs-you', hikeId: '901', problem: { code: 'changed-since-import' } }]);
    expect(await seen()).toMatchObject({ state: 'changed', saleNumber: 'BC-1042' });
  });

  it('is called by the sale’s id where its number is not remembered, and is taken to stand in Hike where its status is not', async () => {
    const { seen } = await followed({ statusId: CANCELLED }, { link: { ...LINK, facts: {} } });
    expect(await seen()).toMatchObject({ state: 'changed', saleNumber: '901' });
  });

  it.each<[string, JobContext['store']['profile'], string]>([
    ['as the merchant calls it', aProfile({ statusLabels: { '4': 'Money back' } }), 'Money back'],
    ['by its usual name before the store was read', null, 'Refunded'],
  ])('names what it became %s', async (_, profile, status) => {
    const change = { store: sampleStore('abc123' as StoreHash, { profile }), settings: someSettings({ reverseImportedOrders: true }) };
    const { seen } = await followed({ statusId: 4 }, { link: { ...LINK, facts: { ...LINK.facts, status: 'Completed' } }, change });
    expect(await seen()).toMatchObject({ state: 'changed', problem: { details: { status } } });
  });

  it('is completed when it is shipped after its import, also where shipped orders are imported parked', async () => {
    const { vendors } = await followed({ statusId: SHIPPED }, { change: { settings: someSettings({ shippedOrdersBecome: 'Parked' }) } });
    expect(vendors.saleMoves).toEqual([{ id: 901, status: 'Completed' }]);
  });

  it('is no more than read where BigCommerce has it no longer', async () => {
    const { vendors, context, mark, commits, entries, seen } = await followed();
    vendors.orders.clear();
    await followOrder.run(context, [await mark('1042', { thing: 'order' })]);
    expect([commits.at(-1), await entries(), (await seen())?.state]).toEqual(['order-gone-settled', [], 'imported']);
  });
});

describe('an order of Hike’s own', () => {
  it.each<[string, Link | null, Partial<Order>]>([
    ['that is linked', { ...LINK, origin: 'hike', hikeId: '501' }, {}],
    ['that bears our name', null, { externalSource: '4711', externalOrderId: '501' }],
  ])('%s is left out by the sale it was made of, and holds nothing back', async (_, link, order) => {
    const { seen, entries, reserved } = await followed(order, { link });
    expect(await seen()).toMatchObject({ state: 'left-out', problem: { code: 'order-from-hike', details: { sale: '501' } }, saleId: null, saleNumber: null });
    expect([await entries(), await reserved()]).toEqual([[], 0]);
  });
});

describe('an order that nobody imported', () => {
  it('holds its units back, names no sale, and is no news when it is left out by rule', async () => {
    const { seen, entries, reserved } = await followed({ statusId: 3 }, { link: null });
    expect(await seen()).toMatchObject({ state: 'left-out', problem: { code: 'order-partial' }, saleId: null, saleNumber: null });
    expect([await entries(), await reserved()]).toEqual([[], 2]);
  });

  it.each<[SeenOrderState, boolean, SeenOrderState]>([
    ['importing', true, 'importing'],
    ['importing', false, 'to-import'],
    ['checking', true, 'checking'],
    ['checking', false, 'to-import'],
    ['needs-you', false, 'needs-you'],
    ['left-out', false, 'left-out'],
  ])('that is %s stays so only while something is to end that (an import waits: %s): %s', async (state, waits, after) => {
    const { tables, storeHash, mark, follow, seen } = await followed({}, { link: null });
    await tables.orders.save(storeHash, sampleOrder(ID, { state }));
    if (waits) await mark('1042', { thing: 'import-order' });
    await follow();
    expect(await seen()).toMatchObject({ state: after, problem: null });
  });
});

describe('an order that a person tries again', () => {
  const tried = async (statusId: OrderStatusId, prepare: (bench: Awaited<ReturnType<typeof followed>>) => unknown = () => undefined, trigger: Trigger = 'person') => {
    const bench = await followed({ statusId });
    await prepare(bench);
    bench.vendors.calls.length = 0;
    expect(await bench.follow(trigger)).toEqual([]);
    return { looks: bench.vendors.calls.filter((call) => call === 'sales.list').length, state: (await bench.seen())?.state };
  };

  it('costs a look at Hike’s sales only where it was asked to be settled there', async () => {
    expect(await tried(CANCELLED)).toEqual({ looks: 1, state: 'changed' });
    expect(await tried(CANCELLED, undefined, 'webhook')).toEqual({ looks: 0, state: 'changed' });
    expect(await tried(11)).toEqual({ looks: 0, state: 'imported' });
  });

  it('is not settled by the sale of another, nor where its own is not found', async () => {
    expect(await tried(CANCELLED, ({ vendors, put }) => [vendors.sales.clear(), put(902, { status: 'Voided' }), put(901, { status: 'Parked' })])).toMatchObject({ state: 'changed' });
    expect(await tried(CANCELLED, ({ vendors }) => vendors.sales.clear())).toMatchObject({ state: 'changed' });
    expect(await tried(CANCELLED, ({ put }) => put(901, { status: 'Voided' }))).toMatchObject({ state: 'imported' });
  });

  it.each<[SeenOrderState, boolean]>([
    ['importing', false],
    ['needs-you', false],
    ['to-import', true],
  ])('and that is %s: reading it ends the wait: %s', async (state, ends) => {
    const { context, tables, storeHash, mark, follow, entries, clock } = await followed({}, { link: null });
    await tables.orders.save(storeHash, sampleOrder(ID, { state }));
    if (state === 'importing') await mark('1042', { thing: 'import-order' });
    const row = { id: '1042', trigger: 'person' } as const;
    await tables.entries.record(storeHash, entryOf(context, { row, subject: importSubject(row), outcome: { result: 'waiting', message: 'Waits.' } }));
    await clock.advance(1000);
    await follow('person');
    expect(await entries()).toMatchObject([ends ? { result: 'no-change', message: 'It came through when it was tried again.', at: clock.now() } : { result: 'waiting', message: 'Waits.' }]);
  });
});

describe('a sweep of the orders', () => {
  const swept = async ({ link = null as Link | null, goodUntil = null as string | null, placed = [] as Order[] } = {}) => {
    const test = await createTestContext();
    const { context, tables, storeHash, vendors, mark } = test;
    if (link) await tables.links.save(storeHash, link, NOW);
    if (goodUntil) await tables.cursors.save(storeHash, 'orders', { goodUntil });
    for (const order of placed) vendors.orders.set(order.id, order);
    const { orders } = context.bigcommerce;
    const sweep = async () => sweepOrders.run(context, [await mark('-', { thing: 'orders' })]);
    return { ...test, orders, sweep };
  };

  it.each([
    ['sixty days back at first', null, '2025-11-21T03:00:00.000Z'],
    ['and then to ten minutes before the last one', '2026-01-20T02:50:00.000Z', '2026-01-20T02:40:00.000Z'],
  ])('reaches %s', async (_, goodUntil, since) => {
    const { orders, sweep, tables, storeHash } = await swept({ goodUntil });
    const [changed, archived] = [vi.spyOn(orders, 'listModifiedSince'), vi.spyOn(orders, 'listArchivedSince')];
    await sweep();
    expect([changed, archived].map(({ mock }) => mock.calls[0]?.[0])).toEqual([since, since]);
    expect(await tables.cursors.find(storeHash, 'orders')).toEqual({ goodUntil: NOW });
  });

  it.each([
    [null, null],
    ['2026-01-20T02:50:00.000Z', '2026-01-20T01:00:00.000Z'],
    ['2026-01-19T00:00:00.000Z', '2026-01-19T00:00:00.000Z'],
  ])('that went to %s and is to begin by one o’clock begins at %s', async (goodUntil, after) => {
    const { tables, storeHash } = await swept({ goodUntil });
    await sweepOrdersFrom(tables, storeHash, '2026-01-20T01:00:00.000Z' as Instant);
    expect(await tables.cursors.find(storeHash, 'orders')).toEqual(after && { goodUntil: after });
  });

  it.each<[string, Partial<Order>, Link | null, object]>([
    ['has the sale follow an order that was shipped without a word', { statusId: SHIPPED }, LINK, { trigger: 'follow-up', notBefore: NOW }],
    ['has an order read by itself of which it saw a part', { linesComplete: false, lines: [] }, null, { trigger: 'follow-up', notBefore: NOW }],
  ])('%s', async (_, order, link, row) => {
    const { sweep, commits, tables, storeHash } = await swept({ link, placed: [anOrder({ id: ID, modifiedAt: NOW, ...order })] });
    await sweep();
    expect(await tables.dirty.find(storeHash, 'order', '1042')).toMatchObject(row);
    expect(commits).toEqual(['orders-page-taken-in', 'orders-sweep-ended']);
  });

  it('frees what archived orders hold back, and takes in none that nobody knew', async () => {
    const archived = [1042, 1043].map((id) => anOrder({ id: id as OrderId, isArchived: true, modifiedAt: NOW, lines: [anOrderLine()] }));
    const { orders, sweep, tables, storeHash, commits } = await swept();
    vi.spyOn(orders, 'listArchivedSince').mockImplementation(async (_since, page) => (page === 1 ? archived : page === 2 ? archived.slice(1) : []));
    await tables.orders.save(storeHash, sampleOrder(1042));
    await sweep();
    expect(await tables.orders.findMany(storeHash, [1042, 1043] as OrderId[])).toMatchObject([{ id: 1042, state: 'left-out', problem: { code: 'order-archived' } }]);
    expect(commits).toEqual(['orders-page-taken-in', 'orders-sweep-ended']);
  });

  it('tells of an archived order that is not understood, though it stands alone on its page', async () => {
    const { orders, sweep, entries, commits } = await swept();
    const odd: OddItem = { id: '7', number: null, why: 'no status', content: '{"id":7}' };
    vi.spyOn(orders, 'listArchivedSince').mockImplementation(async (_since, page, meet) => {
      if (page === 1) meet?.(odd);
      return [];
    });
    await sweep();
    expect(await entries()).toMatchObject([{ recordId: '7', result: 'needs-you', problem: { code: 'item-not-understood' } }]);
    expect(commits).toEqual(['orders-page-taken-in', 'orders-sweep-ended']);
  });
});
