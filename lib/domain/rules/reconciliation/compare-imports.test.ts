import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../ids';
import type { Order } from '../../order';
import type { Sale } from '../../sale';
import { aSale, aSaleLine } from '../../testing/a-sale';
import { someSettings } from '../../testing/a-shop';
import { cents, taxed } from '../../testing/amounts';
import { anOrder, anOrderLine } from '../../testing/an-order';
import { compareImports, type JudgedImport } from './compare-imports';
import { importTerms } from './import-terms';
import { ordersNotRead } from './orders-not-read';

const itsSale = (rest: Partial<Sale> = {}): Sale => 
  aSale({
    number: 'BC-1042',
    status: 'Parked',
    lines: [aSaleLine({ units: '2', total: cents(4400), exTax: cents(4000), tax: cents(400) })],
    shipping: cents(1100),
    shippingTax: cents(100),
    totalTax: cents(500),
    net: cents(5500),
    payments: [{ typeId: 9, name: 'BigCommerce', amount: cents(5500) }] as Sale['payments'],
    ...rest,
  });

const TERMS = importTerms(anOrder(), itsSale());

const compare = (rest: Partial<JudgedImport> = {}, settings: Record<string, unknown> = {}) =>
  compareImports(
    [{ orderId: 1042 as OrderId, order: anOrder(), sales: [itsSale()], isLinked: true, wasImported: true, importedStatusId: 11, terms: TERMS, isUnderway: false, ...rest }],
    { settings: someSettings(settings), statusLabels: {} },
  );

const kinds = (rest: Partial<JudgedImport>, settings = {}) => compare(rest, settings).map(({ kind }) => kind);

describe('comparing imported orders with their sales', () => {
  it('finds nothing where each order has its sale', () => {
    expect(compare()).toEqual([]);
  });

  it('names an order whose sale is not there, and one that has two', () => {
    expect(compare({ sales: [] })).toMatchObject([{ kind: 'order-without-sale', subject: '1042', details: { order: '1042', total: 'A$55.00' } }]);
    expect(compare({ sales: [itsSale(), itsSale({ id: 502 as SaleId })] })).toMatchObject([{ kind: 'sale-twice', details: { sales: 'BC-1042, BC-1042' } }]);
  });

  it('counts a surplus sale that was voided as none', () => {
    expect(kinds({ sales: [itsSale({ status: 'Voided' }), itsSale({ id: 502 as SaleId })] })).toEqual([]);
  });

  it.each([5499, 5501])('does not overlook a cent (%d)', (incTax) => {
    expect(kinds({ order: anOrder({ total: taxed(incTax, 5000) }) })).toEqual(['sale-total-differs']);
  });

  it.each<[string, Partial<Order>, Partial<Sale>]>([
    ['prices without tax', { pricesIncludeTax: false }, { taxInclusive: false, lines: [aSaleLine({ units: '2', total: cents(4000), exTax: cents(4000), tax: cents(400) })] }],
    ['a discount, whose units differ by a cent', { couponDiscount: cents(501), total: taxed(4999, 4545) }, { lines: [aSaleLine({ total: cents(1950) }), aSaleLine({ total: cents(1949) })], net: cents(4999) }],
    ['a discount that the lines claim', { total: taxed(5400, 4909), lines: [anOrderLine({ quantity: 2, total: taxed(4400, 4000), discount: cents(100) })] }, { lines: [aSaleLine({ units: '2', total: cents(4300) })], net: cents(5400) }],
    ['gift wrapping and a fee', { wrapping: taxed(440, 400), fees: [{ name: 'Surcharge', amount: taxed(110, 100), taxClassId: null }], total: taxed(6050, 5500) }, { lines: [...itsSale().lines, aSaleLine({ total: cents(440) }), aSaleLine({ total: cents(110) })], net: cents(6050) }],
    ['a gift certificate that is sold', { lines: [anOrderLine({ id: 2, kind: 'giftcertificate', productId: null }), anOrderLine()] }, { lines: [aSaleLine({ units: '2', total: cents(4400) })] }],
    ['store credit inside the total', { storeCredit: cents(500) }, {}],
    ['store credit beside the total', { storeCredit: cents(500), total: taxed(5000, 4545) }, {}],
    ['cents that went to the rounding', { total: taxed(5502, 5002) }, { rounding: cents(2), net: cents(5502) }],
    ['a rounding that Hike keeps beside its total', { total: taxed(5502, 5002) }, { rounding: cents(2) }],
    ['prices that Hike tells in another mode', { pricesIncludeTax: false }, {}],
    ['lines that are not all told', { lines: [], linesComplete: false }, {}],
  ])('finds nothing on an order with %s', (_what, order, sale) => {
    const pair = [anOrder(order), itsSale(sale)] as const;
    expect(compare({ order: pair[0], sales: [pair[1]], terms: importTerms(...pair) })).toEqual([]);
  });

  it.each<[string, Partial<Sale>, string, Record<string, string>]>([
    ['tax', { totalTax: cents(499) }, 'sale-tax-differs', { hike: 'A$4.99', bigcommerce: 'A$5.00' }],
    ['quantity', { lines: [aSaleLine({ units: '1', total: cents(4400) })] }, 'sale-lines-differ', { hike: '1 × A$44.00', bigcommerce: '2 × A$22.00' }],
    ['shipping', { shipping: cents(1000), lines: [...itsSale().lines, aSaleLine({ total: cents(100) })] }, 'sale-lines-differ', { hike: '1 × A$1.00, shipping A$10.00', bigcommerce: 'shipping A$11.00' }],
    ['discount', { discount: cents(100), shipping: cents(1200) }, 'sale-lines-differ', { hike: 'shipping A$12.00, discount A$1.00', bigcommerce: 'shipping A$11.00' }],
    ['payment', { payments: [{ typeId: 8, name: 'Cash', amount: cents(5500) }] as Sale['payments'] }, 'sale-payment-differs', { hike: 'Cash A$55.00', imported: 'BigCommerce A$55.00' }],
    ['split of payments', { payments: [{ typeId: 8, name: 'Cash', amount: cents(500) }, { typeId: 9, name: 'BigCommerce', amount: cents(5000) }] as Sale['payments'] }, 'sale-payment-differs', { hike: 'Cash A$5.00, BigCommerce A$50.00', imported: 'BigCommerce A$55.00' }],
    ['payment, namely none', { payments: [] }, 'sale-payment-differs', { hike: 'nobody', imported: 'BigCommerce A$55.00' }],
  ])('finds another %s in Hike at an equal total', (_what, change, kind, details) => {
    expect(compare({ sales: [itsSale(change)] })).toMatchObject([{ kind, subject: '1042', saleId: 501, details: { order: '1042', sale: 'BC-1042', ...details } }]);
    // What Hike leaves of a voided sale is not compared.
    expect(kinds({ sales: [itsSale({ ...change, status: 'Voided' })] })).toEqual([]);
  });

  it.each<[string, Partial<Order>, string, Record<string, string>]>([
    ['tax', { total: taxed(5500, 5001) }, 'sale-tax-differs', { hike: 'A$5.00', bigcommerce: 'A$4.99' }],
    ['lines', { lines: [anOrderLine({ quantity: 4, total: taxed(4400, 4000) })] }, 'sale-lines-differ', { hike: '2 × A$22.00', bigcommerce: '4 × A$11.00' }],
    ['payment method', { paymentMethod: 'Cash on Delivery' }, 'order-payment-changed', { bigcommerce: 'Cash on Delivery', imported: 'PayPal' }],
  ])('finds that the %s of the order changed at an equal total', (_what, change, kind, details) => {
    expect(compare({ order: anOrder(change) })).toMatchObject([{ kind, details }]);
  });

  it('takes no currency for another', () => {
    expect(kinds({ sales: [itsSale({ currency: 'USD' as Sale['currency'] })] })).toEqual(['sale-total-differs']);
  });

  it('holds tax and payments against the import, after which mappings may have changed', () => {
    const sale = itsSale({ totalTax: cents(498) });
    expect(kinds({ sales: [sale], terms: importTerms(anOrder(), sale) })).toEqual([]);
    expect(kinds({ sales: [sale], terms: null })).toEqual([]);
    // Where both now say the same, nothing is left to correct.
    expect(kinds({ order: anOrder({ total: taxed(5500, 5002) }), sales: [sale] })).toEqual([]);
  });

  it('finds a sale with the name of an order that was never imported, unless it is voided', () => {
    const never = { isLinked: false, wasImported: false };
    expect(compare(never)).toMatchObject([{ kind: 'sale-of-order-not-imported', subject: '1042', saleId: 501, orderId: 1042, details: { order: '1042', sale: 'BC-1042' } }]);
    expect(kinds({ ...never, sales: [itsSale({ status: 'Voided' })] })).toEqual([]);
    expect(kinds({ ...never, order: null })).toEqual(['sale-of-unknown-order']);
  });

  it.each<[Order['statusId'], string]>([
    [5, 'Cancelled'],
    [4, 'Refunded'],
    [14, 'Partially Refunded'],
    [10, 'Completed'],
  ])('finds that the order has become %d', (statusId, status) => {
    expect(compare({ order: anOrder({ statusId }) })).toMatchObject([{ kind: 'order-changed', details: { order: '1042', status, sale: 'BC-1042', hike: 'Parked' } }]);
  });

  it('finds a deleted order, and one that never was', () => {
    expect(compare({ order: anOrder({ isArchived: true }) })).toMatchObject([{ kind: 'order-changed', details: { status: 'deleted' } }]);
    expect(compare({ order: null })).toMatchObject([{ kind: 'sale-of-unknown-order', saleId: 501, orderId: 1042 }]);
  });

  it('is content where the sale has followed, or need not', () => {
    expect(kinds({ order: anOrder({ statusId: 5 }), sales: [itsSale({ status: 'Voided' })] })).toEqual([]);
    expect(kinds({ order: anOrder({ statusId: 10 }), sales: [itsSale({ status: 'Completed' })] })).toEqual([]);
    expect(kinds({ order: anOrder({ statusId: 10 }) }, { followImportedOrders: false })).toEqual([]);
  });

  it('finds a lost link, and misses no sale of an order that is not linked', () => {
    expect(kinds({ isLinked: false })).toEqual(['import-not-linked']);
    expect(kinds({ isLinked: false, sales: [] })).toEqual([]);
  });

  it('waits for what is under way', () => {
    expect(kinds({ sales: [], isUnderway: true })).toEqual([]);
  });
});

describe('orders that were missed', () => {
  const read = '2026-01-15T04:00:00.000Z' as Order['modifiedAt'];
  const missed = (order: Order, seen: readonly Order[], until: Order['modifiedAt'] | null = read) => ordersNotRead([order], new Map(seen.map((one) => [one.id, one])), until).map(({ kind }) => kind);

  it('are those that the Orders page lacks or shows otherwise', () => {
    expect(missed(anOrder(), [anOrder()])).toEqual([]);
    expect(missed(anOrder(), [])).toEqual(['order-not-read']);
    expect(missed(anOrder({ statusId: 2 }), [anOrder()])).toEqual(['order-not-read']);
    expect(missed(anOrder({ total: taxed(1, 1) }), [anOrder()])).toEqual(['order-not-read']);
  });

  it('are not those that changed after the last look, or that are deleted', () => {
    expect(missed(anOrder({ modifiedAt: read }), [])).toEqual([]);
    expect(missed(anOrder(), [], null)).toEqual([]);
    expect(missed(anOrder({ isArchived: true }), [])).toEqual([]);
  });
});
