import { describe, expect, it } from 'vitest';
import { NO_CATALOGUE_RUN } from '../../../domain/catalogue-run';
import type { CustomerId, OrderId, SaleId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { Order } from '../../../domain/order';
import type { Sale } from '../../../domain/sale';
import { someSettings } from '../../../domain/testing/a-shop';
import { aSale } from '../../../domain/testing/a-sale';
import { anAddress, anOrder } from '../../../domain/testing/an-order';
import { BrokenContract, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../ports/failures';
import type { Link } from '../../ports/tables';
import { sampleOrder, sampleStore } from '../../testing/batteries/sample-records';
import { NOW } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { importOrder } from './import-order';
import { createImportBench, ID, type ImportBench, importedOrder } from './testing/create-import-bench';

const TERMS = { orderTax: 500, saleTax: 500, paymentMethod: 'PayPal', payments: '9:5500', paidBy: 'BigCommerce A$55.00' };
const LINK: Link = { thing: 'order', bigcommerceId: '1042', hikeId: '901', origin: 'bigcommerce', facts: { number: 'BC-1042', status: 'Parked', statusId: 11, ...TERMS } };

const losing = async (moment: string) => {
  const bench = await createImportBench();
  bench.place(anOrder({ id: ID }));
  bench.vendors.onCall = (one) => {
    if (one === moment) throw new UnknownOutcome('cut');
  };
  await bench.run();
  bench.vendors.onCall = () => undefined;
  return bench;
};

describe('an order that is imported', () => {
  it('leaves a link that remembers how, a create that is done, and a line in the log', async () => {
    const { errors, linked, tables, storeHash, entries, seen, rowOf, commits } = await importedOrder();
    expect([errors, await linked()]).toEqual([[], LINK]);
    expect(await tables.intents.find(storeHash, 'sale', '1042')).toMatchObject({ kind: 'sale', key: '1042', reference: 'BC-1042', state: 'done', remoteId: '901' });
    expect(await entries()).toMatchObject([{ thing: 'order', direction: 'bigcommerce-to-hike', recordId: '1042', bigcommerceId: '1042', hikeId: '901', result: 'done', message: 'Imported as sale BC-1042, parked.' }]);
    expect([await seen(), await rowOf()]).toMatchObject([{ state: 'imported', problem: null, saleId: 901, saleNumber: 'BC-1042' }, null]);
    expect(commits).toEqual(['product-of-order-linked', 'intent-saved', 'customer-of-order-linked', 'intent-saved', 'order-imported']);
  });

  it('finds the sale that a lost answer left, the first of them, and no refund of it', async () => {
    const bench = await losing('sales.create');
    expect(await bench.entries()).toMatchObject([{ result: 'checking', message: 'Hike’s answer was lost; we look whether the sale is there before anything is repeated.', nextTryAt: NOW }]);
    expect([await bench.seen(), await bench.rowOf()]).toMatchObject([{ state: 'checking', saleId: null }, { attempts: 1 }]);
    const at = bench.vendors.orders.get(ID)!.createdAt;
    const ours: [number, Partial<Sale>][] = [[930, {}], [920, {}], [910, { originalSaleId: 920 as SaleId }], [905, { number: 'BC-7' }]];
    for (const [id, change] of ours) bench.vendors.sales.set(id, aSale({ id: id as SaleId, number: 'BC-1042', transactionDate: at, ...change }));
    expect(await bench.run()).toEqual([]);
    expect([await bench.seen(), bench.vendors.createdSales]).toMatchObject([{ state: 'imported', saleId: 920 }, []]);
  });

  it.each([
    ['an hour off, which only the last look allows for', 60 * 60_000, [false, false, false, true]],
    ['a minute off', 60_000, [true, true, true, true]],
  ])('looks for a sale whose date is %s', async (_, off, found) => {
    for (const [looks, isFound] of found.entries()) {
      const bench = await createImportBench();
      bench.place(anOrder({ id: ID }));
      const at = anOrder().createdAt;
      bench.vendors.sales.set(920, aSale({ id: 920 as SaleId, number: 'BC-1042', transactionDate: instantPlus(at, off) }));
      await bench.tables.intents.save(bench.storeHash, { kind: 'sale', key: '1042', reference: 'BC-1042', state: 'unknown', remoteId: null, looks, updatedAt: instantPlus(NOW, -120_000) });
      await bench.run();
      expect((await bench.seen())?.saleId === 920).toBe(isFound);
    }
  });

  it('was refused by Hike in its own words, which the log keeps', async () => {
    const bench = await createImportBench();
    bench.place(anOrder({ id: ID }));
    bench.vendors.onCall = (moment) => {
      if (moment === 'sales.create') throw new RefusedByVendor({ side: 'hike', status: 400, reason: 'No such register.' });
    };
    expect(await bench.run()).toEqual([]);
    const problem = { code: 'refused-by-hike', details: { message: 'No such register.' } };
    expect(await bench.entries()).toMatchObject([{ result: 'needs-you', problem, detail: { status: 400, reason: 'No such register.' } }]);
    expect([await bench.seen(), await bench.rowOf(), bench.commits.at(-1)]).toMatchObject([{ state: 'needs-you', problem, saleId: null, saleNumber: null }, null, 'import-refused-by-hike']);
  });

  it('is left to the pump where anything else fails', async () => {
    const bench = await createImportBench();
    bench.place(anOrder({ id: ID }));
    bench.vendors.onCall = (moment) => {
      if (moment === 'sales.create') throw new TypeError('odd');
    };
    expect([await bench.run(), await bench.entries()]).toEqual([[new TypeError('odd')], []]);
  });
});

describe('an order that is not imported', () => {
  it.each<[string, Link, string]>([
    ['is in Hike already', LINK, 'Already in Hike as sale BC-1042; nothing was added.'],
    ['is in Hike already, under no number', { ...LINK, facts: {} }, 'Already in Hike as sale 901; nothing was added.'],
    ['came from Hike', { ...LINK, origin: 'hike' }, 'This order came from Hike sale 901; it is not sent back.'],
  ])('%s, which the log says', async (_, link, message) => {
    const bench = await createImportBench();
    await bench.tables.links.save(bench.storeHash, link, NOW);
    expect(await bench.run()).toEqual([]);
    expect(await bench.entries()).toMatchObject([{ result: 'no-change', message, hikeId: '901' }]);
    expect([await bench.rowOf(), bench.commits, bench.vendors.calls]).toEqual([null, ['order-already-imported'], []]);
  });

  it('is gone', async () => {
    const bench = await createImportBench();
    await bench.tables.orders.save(bench.storeHash, sampleOrder(ID, { customerName: 'Ana' }));
    expect(await bench.run()).toEqual([]);
    expect(await bench.entries()).toMatchObject([{ result: 'needs-you', problem: { code: 'order-gone' } }]);
    expect([await bench.seen(), await bench.rowOf(), bench.commits]).toMatchObject([{ state: 'needs-you', customerName: 'Ana', problem: { code: 'order-gone' } }, null, ['import-refused']]);
    const unknown = await createImportBench();
    await unknown.run();
    expect(await unknown.seen()).toBeUndefined();
  });

  it('is not understood, and no other is blamed for it', async () => {
    const bench = await createImportBench();
    bench.place(anOrder({ id: 1043 as OrderId }));
    bench.vendors.oddOrders.push({ id: '1042', number: null, why: 'no lines', content: '{}' });
    expect(await bench.run(1042, 1043)).toEqual([new BrokenContract('bigcommerce', 'no lines')]);
    expect(await bench.seen(1043)).toMatchObject({ state: 'imported' });
  });

  it.each<[string, Partial<Order>, string, string[]]>([
    ['before anything is looked up, where no look-up can help', { isArchived: true }, 'order-archived', ['orders.byIds', 'products.taxClasses']],
    ['and nobody becomes a customer for it', { total: { ...anOrder().total, incTax: { ...anOrder().total.incTax, minor: 9900 } } }, 'total-differs', ['orders.byIds', 'products.taxClasses', 'products.bySku']],
  ])('is refused %s', async (_, order, code, calls) => {
    const { errors, entries, seen, rowOf, vendors } = await importedOrder(order);
    expect([errors, await entries(), await rowOf()]).toMatchObject([[], [{ result: 'needs-you', problem: { code } }], null]);
    expect(await seen()).toMatchObject({ state: 'needs-you', problem: { code }, saleId: null });
    expect(vendors.calls.filter((name) => !calls.includes(name))).toEqual([]);
  });

  it.each<[string, Partial<JobContext>]>([
    ['the shop', { lists: null }],
    ['the store', { store: sampleStore('abc123' as never, { profile: null }) }],
  ])('waits until %s was read', async (_, change) => {
    expect((await importedOrder({}, change)).errors).toEqual([new TransientFailure('the store or the shop has not been read yet')]);
  });
});

describe('the customer of an order', () => {
  const hikeCustomer = (id: number, change: object = {}) => ({ id: id as never, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: null, ...change });
  const customerOf = async (order: Partial<Order>, change: (bench: ImportBench) => unknown = () => undefined) => {
    const bench = await createImportBench();
    await change(bench);
    bench.place(anOrder({ id: ID, ...order }));
    const errors = await bench.run();
    const links = await bench.tables.links.findByBigCommerce(bench.storeHash, 'customer', ['7', 'guest:ana@example.com']);
    return { ...bench, errors, links, customer: bench.vendors.createdSales[0]?.customer };
  };
  const member = { customerId: 7 as CustomerId };

  it.each([
    ['who has an account', member, '7'],
    ['who is a guest', { customerId: null }, 'guest:ana@example.com'],
  ])('%s is created once and remembered', async (_, order, key) => {
    const { customer, links, tables, storeHash, errors } = await customerOf(order);
    expect([errors, customer?.name]).toEqual([[], 'Ana Diaz']);
    expect(links).toEqual([{ thing: 'customer', bigcommerceId: key, hikeId: String(customer?.id), origin: 'bigcommerce', facts: { name: 'Ana Diaz', told: expect.any(String) } }]);
    expect(await tables.intents.find(storeHash, 'customer', 'ana@example.com')).toMatchObject({ reference: 'ana@example.com', state: 'done', remoteId: String(customer?.id) });
  });

  it('who is remembered is not looked for', async () => {
    const { customer, vendors } = await customerOf(member, ({ tables, storeHash }) => tables.links.save(storeHash, { thing: 'customer', bigcommerceId: '7', hikeId: '51', origin: 'bigcommerce', facts: {} }, NOW));
    expect([customer, vendors.calls.filter((name) => /customer/i.test(name))]).toEqual([{ id: 51, name: '' }, []]);
  });

  it('whom Hike knows by e-mail is used', async () => {
    const { customer, links } = await customerOf({ customerId: null }, ({ vendors }) => vendors.hikeCustomers.set(51, hikeCustomer(51)));
    expect([customer, links]).toMatchObject([{ id: 51, name: 'Ana Diaz' }, [{ hikeId: '51' }]]);
  });

  it.each<[string, Partial<Order>]>([
    ['without an e-mail', { customerId: null, billing: anAddress({ email: '' }) }],
    ['with an account but without an e-mail', { ...member, billing: anAddress({ email: 'none' }) }],
    ['without a name', { customerId: null, billing: anAddress({ firstName: '' }) }],
  ])('%s is a walk-in', async (_, order) => {
    const { customer, links, errors, seen } = await customerOf(order);
    expect([errors, customer, links, (await seen())?.state]).toEqual([[], null, [], 'imported']);
  });

  it.each([null, 7 as CustomerId])('is not asked for without an e-mail (%s)', async (customerId) => {
    const { callsOf } = await customerOf({ customerId, billing: anAddress({ email: 'none' }) });
    expect(callsOf('hikeCustomers.byEmail')).toBe(0);
  });

  it('whom Hike has twice is asked about', async () => {
    const { entries, vendors } = await customerOf({ customerId: null }, ({ vendors: { hikeCustomers } }) => hikeCustomers.set(51, hikeCustomer(51)).set(52, hikeCustomer(52)));
    expect([await entries(), vendors.createdSales]).toMatchObject([[{ result: 'needs-you', problem: { code: 'customer-ambiguous' } }], []]);
  });

  it('whose create was lost is waited for, and then used', async () => {
    const bench = await createImportBench();
    bench.place(anOrder({ id: ID }));
    let name = '';
    bench.vendors.onCall = (moment) => {
      if (/customer.*create/i.test(moment) && !moment.endsWith(':done')) {
        name = moment;
        throw new UnknownOutcome('cut');
      }
    };
    expect(await bench.run()).toEqual([]);
    expect(name).not.toBe('');
    expect(await bench.entries()).toMatchObject([{ result: 'checking', message: 'Hike’s answer was lost; we look whether the customer is there before anything is repeated.' }]);
    expect([await bench.seen(), bench.vendors.createdSales, bench.commits.at(-1)]).toMatchObject([{ state: 'checking' }, [], 'import-checking']);
    bench.vendors.hikeCustomers.set(51, hikeCustomer(51));
    expect(await bench.run()).toEqual([]);
    expect([await bench.seen(), bench.vendors.createdSales]).toMatchObject([{ state: 'imported' }, [{ customer: { id: 51 } }]]);
  });
});

describe('an import that the pump gives up or tries later', () => {
  it('stands as importing, or needs a person', async () => {
    const { context, tables, storeHash, mark, seen } = await createImportBench();
    const row = await mark('1042', { thing: 'import-order' });
    const problem = { code: 'gave-up', details: {} } as const;
    await importOrder.onFailure?.(context, tables, { row, willRetry: false, problem });
    expect(await seen()).toBeUndefined();
    await tables.orders.save(storeHash, sampleOrder(ID));
    await importOrder.onFailure?.(context, tables, { row, willRetry: true });
    expect(await seen()).toMatchObject({ state: 'importing', problem: null });
    await importOrder.onFailure?.(context, tables, { row, willRetry: false, problem });
    expect(await seen()).toMatchObject({ state: 'needs-you', problem });
  });

  it('needs both sides and is given up one day; it is named by its order, and stands still while imports are paused', async () => {
    const { mark } = await createImportBench();
    expect(importOrder).toMatchObject({ needs: ['bigcommerce', 'hike'], isUpkeep: false });
    expect(importOrder.subject(await mark('1042', { thing: 'import-order' }))).toMatchObject({ thing: 'order', direction: 'bigcommerce-to-hike', bigcommerceId: '1042', hikeId: null });
    expect([true, false].map((imports) => importOrder.isPaused?.(someSettings({ paused: { imports } }), NO_CATALOGUE_RUN))).toEqual([true, false]);
  });
});
