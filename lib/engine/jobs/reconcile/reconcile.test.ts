import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aSale } from '../../../domain/testing/a-sale';
import { cents, taxed } from '../../../domain/testing/amounts';
import { anOrder, anOrderLine } from '../../../domain/testing/an-order';
import { BrokenContract } from '../../ports/failures';
import { type ComparedEngine, createComparedEngine, ORDER, SALE, SALE_AT, SOLD_AS } from './testing/compared-engine';

const HOUR_MS = 60 * 60_000;

let engine: ComparedEngine;
beforeEach(async () => {
  engine = await createComparedEngine();
});

/** The sale that the order was imported as. */
const importedSale = () => [...engine.vendors.sales.values()].find(({ number }) => number === `BC-${ORDER}`)!;

/** Made by hand, with our name on it. */
const orderNaming = (saleId: number) =>
  anOrder({ id: 7000 as OrderId, externalSource: '4711', externalOrderId: String(saleId), createdAt: engine.clock.now(), modifiedAt: engine.clock.now() });

/** Of the differences those that are not expected; a change that was planted just now has not been read either. */
const money = async (expected: string[]): Promise<string[]> => {
  const found = await engine.differences();
  expect(found).toEqual(expect.arrayContaining(expected));
  return found.filter((key) => !expected.includes(key) && !key.startsWith('order-not-read'));
};

describe('a comparison of both sides', () => {
  it('finds nothing where both agree, and says how much it compared', async () => {
    const { last, open, isRunning } = await engine.compare();
    expect(await engine.differences()).toEqual([]);
    expect({ open, isRunning }).toEqual({ open: 0, isRunning: false });
    expect(last).toMatchObject({ byPerson: true, found: 0, compared: '1 sale, 1 imported order', totals: [{ day: '2026-01-16', outlet: 'Main', sales: 'A$22.00', orders: 'A$22.00', difference: null }] });
  });

  it('writes nothing on either side', async () => {
    engine.changeOrder(SOLD_AS, { statusId: 5 });
    engine.vendors.orders.delete(ORDER);
    const { createdOrders, createdSales, orderChanges, saleMoves } = engine.vendors;
    const before = [createdOrders.length, createdSales.length, orderChanges.length, saleMoves.length];
    await engine.compare();
    expect([createdOrders.length, createdSales.length, orderChanges.length, saleMoves.length]).toEqual(before);
  });

  it.each<[string, string[], () => void]>([
    ['an order that is gone', [`sale-without-order:${SALE}`], () => void engine.vendors.orders.delete(SOLD_AS)],
    ['a deleted order', [`order-deleted:${SALE}`], () => engine.changeOrder(SOLD_AS, { isArchived: true })],
    ['a second order', [`order-twice:${SALE}`], () => void engine.vendors.orders.set(7000, anOrder({ id: 7000 as OrderId, externalSource: '4711', externalOrderId: String(SALE), createdAt: SALE_AT, modifiedAt: SALE_AT, total: taxed(2200, 2000) }))],
    ['another total', [`order-total-differs:${SALE}`], () => engine.changeOrder(SOLD_AS, { total: taxed(2100, 1900), modifiedAt: SALE_AT })],
    ['another status', [`order-status-differs:${SALE}`], () => engine.changeOrder(SOLD_AS, { statusId: 5 })],
    ['an order of a sale that never was', ['order-of-unknown-sale:77'], () => void engine.vendors.orders.set(7000, anOrder({ id: 7000 as OrderId, externalSource: '4711', externalOrderId: '77', createdAt: SALE_AT, modifiedAt: engine.clock.now() }))],
    ['a second sale', [`sale-twice:${ORDER}`], () => void engine.vendors.sales.set(8000, { ...importedSale(), id: 8000 as SaleId })],
    ['a sale that is gone', [`order-without-sale:${ORDER}`], () => void engine.vendors.sales.delete(importedSale().id)],
    ['another amount in Hike', [`sale-total-differs:${ORDER}`], () => engine.changeSale(importedSale().id, { net: cents(5400) })],
    ['an order that vanished', [`sale-of-unknown-order:${ORDER}`], () => void engine.vendors.orders.delete(ORDER)],
    ['a cancelled order', [`order-changed:${ORDER}`], () => engine.changeOrder(ORDER, { statusId: 5, modifiedAt: SALE_AT })],
    ['another tax of an order', [`order-tax-differs:${SALE}`], () => engine.changeOrder(SOLD_AS, { total: taxed(2200, 2100), modifiedAt: SALE_AT })],
    ['other lines of an order', [`order-lines-differ:${SALE}`], () => engine.changeOrder(SOLD_AS, { lines: [anOrderLine({ quantity: 2, total: taxed(2200, 2000) })], modifiedAt: SALE_AT })],
    ['another payment method of an order', [`order-payment-differs:${SALE}`], () => engine.changeOrder(SOLD_AS, { paymentMethod: 'PayPal', modifiedAt: SALE_AT })],
    ['other payments of a sale', [`sale-payment-differs:${ORDER}`], () => engine.changeSale(importedSale().id, { payments: aSale().payments })],
    ['another tax of a sale', [`sale-tax-differs:${ORDER}`], () => engine.changeSale(importedSale().id, { totalTax: cents(499) })],
    ['other lines of a sale', [`sale-lines-differ:${ORDER}`], () => engine.changeSale(importedSale().id, { lines: aSale().lines })],
    ['another tax of an imported order', [`sale-tax-differs:${ORDER}`], () => engine.changeOrder(ORDER, { total: taxed(5500, 5100), modifiedAt: SALE_AT })],
    ['another payment method of an imported order', [`order-payment-changed:${ORDER}`], () => engine.changeOrder(ORDER, { paymentMethod: 'Cash', modifiedAt: SALE_AT })],
    ['an order that nobody told of', ['order-not-read:7000'], () => void engine.vendors.orders.set(7000, anOrder({ id: 7000 as OrderId, createdAt: SALE_AT, modifiedAt: SALE_AT }))],
  ])('finds %s', async (_what, keys, plant) => {
    plant();
    expect(await engine.differences()).toEqual(expect.arrayContaining(keys));
    const kinds = (await engine.differences()).filter((key) => !key.startsWith('order-not-read'));
    expect(kinds).toEqual(keys.filter((key) => !key.startsWith('order-not-read')));
  });

  it('finds an order of a sale that is only parked', async () => {
    const parked = aSale({ id: 502 as SaleId, number: 'T1-1002', status: 'Parked', transactionDate: SALE_AT, modifiedAt: SALE_AT });
    await engine.ringUp(parked);
    engine.vendors.orders.set(7000, orderNaming(502));
    expect((await engine.compare()).rows.map(({ sentence, canFix }) => [sentence, canFix])).toContainEqual([
      'Order 7000 says that it came from Hike sale T1-1002, which should have none. The sale is parked in Hike; it is sent once it is completed.',
      false,
    ]);
    expect(await money(['order-of-unsent-sale:502'])).toEqual([]);
  });

  it('finds a second order of a sale that was made on another day', async () => {
    await engine.pass(3 * 24 * HOUR_MS, 72);
    engine.vendors.orders.set(7000, orderNaming(SALE));
    expect(await money([`order-twice:${SALE}`])).toEqual([]);
  });

  it('finds a sale with the name of an order that was never imported, and links them when it is asked to', async () => {
    await engine.place(anOrder({ id: 1043 as OrderId, createdAt: SALE_AT, modifiedAt: SALE_AT }));
    const byHand = { ...importedSale(), id: 8000 as SaleId, number: 'BC-1043', note: 'Typed in', transactionDate: instantPlus(SALE_AT, HOUR_MS) };
    engine.vendors.sales.set(8000, byHand);
    expect(await engine.differences()).toEqual(['sale-of-order-not-imported:1043']);
    expect(await engine.fix('sale-of-order-not-imported:1043')).toEqual([]);
    expect([await engine.seen(1043), engine.vendors.createdSales.length]).toMatchObject([{ state: 'imported', saleId: 8000 }, 1]);
    engine.changeSale(8000, { payments: aSale().payments });
    expect(await engine.differences()).toEqual(['sale-payment-differs:1043']);
  });

  it('finds a sale that no poll has met', async () => {
    engine.vendors.sales.set(502, aSale({ id: 502 as SaleId, number: 'T1-1002', transactionDate: SALE_AT, modifiedAt: SALE_AT }));
    expect(await engine.differences()).toEqual(['sale-without-order:502']);
    expect(await engine.fix('sale-without-order:502')).toEqual([]);
    expect([...engine.vendors.orders.values()].filter(({ externalOrderId }) => externalOrderId === '502')).toHaveLength(1);
  });

  it('finds a sale that was read and then forgotten', async () => {
    const { links, intents, sales } = engine.database.tables;
    engine.vendors.orders.delete(SOLD_AS);
    await links.delete(engine.storeHash, 'order', String(SOLD_AS));
    await intents.deleteAll(engine.storeHash);
    await sales.save(engine.storeHash, { ...(await engine.seenSale(SALE))!, state: 'waiting', orderId: null }, engine.clock.now());
    await engine.rest();
    expect(await engine.differences()).toEqual([`sale-without-order:${SALE}`]);
    expect(await engine.fix(`sale-without-order:${SALE}`)).toEqual([]);
    expect([...engine.vendors.orders.values()].filter(({ externalOrderId }) => externalOrderId === String(SALE))).toHaveLength(1);
  });

  it('finds links that were lost, of either kind', async () => {
    const { links } = engine.database.tables;
    await links.delete(engine.storeHash, 'order', String(SOLD_AS));
    await links.delete(engine.storeHash, 'order', String(ORDER));
    expect(await engine.differences()).toEqual([`import-not-linked:${ORDER}`, `order-not-linked:${SALE}`]);
    await engine.fix(`import-not-linked:${ORDER}`);
    expect(await engine.fix(`order-not-linked:${SALE}`)).toEqual([]);
    expect([engine.vendors.createdOrders.length, engine.vendors.createdSales.length]).toEqual([1, 1]);
  });

  it('waits for work that is under way, and closes nothing of it', async () => {
    engine.vendors.orders.delete(SOLD_AS);
    expect(await engine.differences()).toEqual([`sale-without-order:${SALE}`]);
    const later = '2026-01-30T00:00:00.000Z' as Instant;
    await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'sale', id: String(SALE), priority: 10, notBefore: later, trigger: 'schedule' });
    const { open, last } = await engine.compare();
    expect({ open, notes: last?.notes }).toMatchObject({ open: 1, notes: expect.arrayContaining(['1 record was changing just now and will be compared next time.']) });
  });

  it('asks for an order that the list left out before it is missed', async () => {
    const all = engine.vendors.orders;
    engine.vendors.onCall = (name) => {
      if (name === 'orders.list') engine.vendors.orders = new Map();
      if (name === 'orders.list:done') engine.vendors.orders = all;
    };
    expect(await engine.differences()).toEqual([]);
  });

  it('passes over a sale that nobody understands, and blames nothing on it', async () => {
    engine.vendors.sales.delete(SALE);
    engine.vendors.oddSales.push({ id: String(SALE), number: 'T1-1000', why: 'odd', content: '{}' });
    const { open, last } = await engine.compare();
    expect({ open, notes: last?.notes }).toMatchObject({ open: 0, notes: expect.arrayContaining(['1 record could not be compared this time.']) });
  });
});

describe('what becomes of differences', () => {
  it.each<[string, () => void]>([
    [`sale-without-order:${SALE}`, () => void engine.vendors.orders.delete(SOLD_AS)],
    [`order-status-differs:${SALE}`, () => engine.changeOrder(SOLD_AS, { statusId: 5 })],
    [`order-payment-differs:${SALE}`, () => engine.changeOrder(SOLD_AS, { paymentMethod: 'PayPal' })],
    [`order-without-sale:${ORDER}`, () => void engine.vendors.sales.delete(importedSale().id)],
    ['order-not-read:7000', () => void engine.vendors.orders.set(7000, anOrder({ id: 7000 as OrderId, createdAt: SALE_AT, modifiedAt: SALE_AT }))],
  ])('fixes %s', async (key, plant) => {
    plant();
    expect(await engine.differences()).toContain(key);
    expect(await engine.fix(key)).toEqual([]);
    const orders = [...engine.vendors.orders.values()].filter(({ externalOrderId, isArchived }) => externalOrderId === String(SALE) && !isArchived);
    const sales = [...engine.vendors.sales.values()].filter(({ number }) => number === `BC-${ORDER}`);
    expect([orders.length, sales.length]).toEqual([1, 1]);
  });

  it('takes up an order that is there after all instead of sending the sale again', async () => {
    const order = engine.vendors.orders.get(SOLD_AS)!;
    engine.vendors.orders.delete(SOLD_AS);
    await engine.compare();
    engine.vendors.orders.set(SOLD_AS, order);
    expect(await engine.fix(`sale-without-order:${SALE}`)).toEqual([]);
    expect(engine.vendors.createdOrders).toHaveLength(1);
  });

  it('closes by itself what has vanished by the next comparison', async () => {
    const order = engine.vendors.orders.get(SOLD_AS)!;
    engine.changeOrder(SOLD_AS, { statusId: 5 });
    await engine.compare();
    expect(await engine.entries()).toEqual(expect.arrayContaining([expect.objectContaining({ recordId: 'differences', result: 'needs-you' })]));
    engine.vendors.orders.set(SOLD_AS, order);
    expect(await engine.differences()).toEqual([]);
    expect(await engine.entries()).toEqual(expect.arrayContaining([expect.objectContaining({ recordId: 'differences', result: 'done', message: 'Both sides agree again.' })]));
  });

  it('closes it on later nights too, when its day is no longer compared', async () => {
    const order = engine.vendors.orders.get(SOLD_AS)!;
    engine.changeOrder(SOLD_AS, { total: taxed(1, 1) });
    await engine.compare();
    await engine.pass(4 * 24 * HOUR_MS, 96);
    expect((await engine.compare()).open).toBe(1);
    engine.changeOrder(SOLD_AS, { total: order.total });
    await engine.pass(24 * HOUR_MS, 24);
    expect((await engine.pages.reconciliation(engine.storeHash, { offset: 0 })).open).toBe(0);
  });

  it('leaves aside what a person put aside, until it changes', async () => {
    engine.changeOrder(SOLD_AS, { statusId: 5 });
    await engine.compare();
    await engine.pages.putDifferencesAside(engine.storeHash, [`order-status-differs:${SALE}`]);
    expect(await engine.differences()).toEqual([]);
    engine.changeOrder(SOLD_AS, { statusId: 4 });
    expect(await engine.differences()).toEqual([`order-status-differs:${SALE}`]);
  });

  it('says that it works again once it does, and so does a fix', async () => {
    engine.vendors.orders.delete(SOLD_AS);
    await engine.compare();
    const trouble = async () => (await engine.entries()).filter(({ label, recordId }) => label === 'Comparison of both sides' && recordId !== 'differences').map(({ result }) => result).sort();
    engine.vendors.onCall = (moment) => {
      if (moment.startsWith('orders.')) throw new BrokenContract('bigcommerce', 'no JSON');
    };
    await engine.pages.compareNow(engine.storeHash);
    await engine.pages.fixDifferences(engine.storeHash, null);
    await engine.pass(5 * 60_000, 20);
    expect(await trouble()).toEqual(['retrying', 'retrying']);
    engine.vendors.onCall = () => undefined;
    await engine.pass(HOUR_MS / 2, 10);
    expect(await trouble()).toEqual(['done', 'done']);
  });

  it('fixes all that can be fixed, and says how many', async () => {
    engine.vendors.orders.delete(SOLD_AS);
    engine.changeSale(importedSale().id, { net: cents(5400) });
    await engine.compare();
    expect(await engine.pages.fixDifferences(engine.storeHash, null)).toBe(1);
    expect(await engine.pages.fixDifferences(engine.storeHash, null)).toBe(0);
  });
});

describe('the nightly comparison', () => {
  it('comes by itself at four in the morning of the store, and each night again', async () => {
    const { tables } = engine.database;
    await tables.dirty.mark(engine.storeHash, { thing: 'store', id: '-', priority: 30, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.pass(48 * HOUR_MS, 96);
    const runs = await tables.reconciliations.list(engine.storeHash, 9);
    expect(runs.map(({ trigger, startedAt, from, to }) => [trigger, startedAt, from, to])).toEqual([
      ['schedule', '2026-01-18T17:00:00.000Z', '2026-01-17T13:00:00.000Z', '2026-01-18T13:00:00.000Z'],
      ['schedule', '2026-01-17T17:00:00.000Z', '2026-01-16T13:00:00.000Z', '2026-01-17T13:00:00.000Z'],
    ]);
  });

  it('does not run before everything is set, and is planned once it is', async () => {
    await engine.change({ salePrice: null });
    await engine.compare();
    expect(await engine.database.tables.reconciliations.list(engine.storeHash, 9)).toEqual([]);
    await engine.change({ salePrice: 'price' });
    await engine.database.tables.dirty.mark(engine.storeHash, { thing: 'store', id: '-', priority: 30, notBefore: engine.clock.now(), trigger: 'schedule' });
    await engine.pass(60_000);
    expect((await engine.pages.reconciliation(engine.storeHash, { offset: 0 })).next).toBe('2026-01-17T17:00:00.000Z');
  });

  it('costs few calls to Hike', async () => {
    const before = engine.vendors.calls.length;
    await engine.compare();
    expect(engine.vendors.calls.slice(before).filter((name) => name.startsWith('sales.'))).toEqual(['sales.list']);
  });
});
