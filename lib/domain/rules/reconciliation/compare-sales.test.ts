import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../ids';
import { type Currency, money } from '../../money';
import type { Order } from '../../order';
import { aRefund, aSale, aSaleLine } from '../../testing/a-sale';
import { aProfile, someSettings } from '../../testing/a-shop';
import { cents, taxed } from '../../testing/amounts';
import { anOrder, anOrderLine } from '../../testing/an-order';
import type { Sale } from '../../sale';
import { compareSales, type JudgedSale, ordersOfUnknownSales } from './compare-sales';
import { expectedOrderOfSale } from './expected-order-of-sale';

const CONTEXT = { settings: someSettings(), profile: aProfile(), importedFrom: null, laterSales: [] };
const ORDER = 70 as OrderId;

const judged = (sale: Sale = aSale(), rest: Partial<JudgedSale> = {}): JudgedSale => ({
  sale,
  expected: expectedOrderOfSale(sale, CONTEXT),
  linkedTo: ORDER,
  isUnderway: false,
  isRefused: false,
  ...rest,
});

/** The order that `aSale` becomes. */
const itsOrder = (rest: Partial<Order> = {}): Order =>
  anOrder({ id: ORDER, statusId: 10, lines: [anOrderLine()], shipping: taxed(0, 0), total: taxed(2200, 2000), paymentMethod: 'Cash', externalSource: '4711', externalOrderId: '501', ...rest });

/** The order that a sale becomes, as BigCommerce tells it. */
const orderOf = (sale: Sale): Order => {
  const expected = expectedOrderOfSale(sale, CONTEXT);
  if (expected.kind !== 'order') throw new Error(`It becomes none: ${expected.kind}`);
  const { total, statusId, lines, shipping, discount, paymentMethod } = expected;
  const told = lines.map(({ quantity, unit }) => anOrderLine({ quantity, total: taxed(unit.incTax.minor * quantity, unit.exTax.minor * quantity) }));
  return itsOrder({ total, statusId, lines: told, shipping, discount, paymentMethod });
};

const compare = (sale: JudgedSale, orders: readonly Order[]) =>
  compareSales({ sales: [sale], orders: new Map([[sale.sale.id, orders]]), statusLabels: {} }).map(({ kind, subject, details }) => ({ kind, subject, details }));

const kinds = (sale: JudgedSale, orders: readonly Order[]) => compare(sale, orders).map(({ kind }) => kind);

describe('comparing sales with their orders', () => {
  it('finds nothing where each sale has its order', () => {
    expect(compare(judged(), [itsOrder()])).toEqual([]);
  });

  it('names the sale and the amount of an order that is not there', () => {
    expect(compare(judged(), [])).toEqual([{ kind: 'sale-without-order', subject: '501', details: { sale: 'T1-1000', total: 'A$22.00' } }]);
  });

  it('names both orders of a sale that has two', () => {
    expect(compare(judged(), [itsOrder(), itsOrder({ id: 71 as OrderId })])).toEqual([
      { kind: 'order-twice', subject: '501', details: { sale: 'T1-1000', order: '70', orders: '70, 71' } },
    ]);
  });

  it('counts a deleted order as none beside one that stands', () => {
    expect(kinds(judged(), [itsOrder({ isArchived: true })])).toEqual(['order-deleted']);
    expect(kinds(judged(), [itsOrder({ isArchived: true, id: 71 as OrderId }), itsOrder()])).toEqual([]);
  });

  it.each([2199, 2201])('does not overlook a cent (%d)', (incTax) => {
    expect(kinds(judged(), [itsOrder({ total: taxed(incTax, 2000) })])).toEqual(['order-total-differs']);
  });

  it('finds another status, and a lost link, each by itself', () => {
    expect(compare(judged(), [itsOrder({ statusId: 5 })])).toEqual([
      { kind: 'order-status-differs', subject: '501', details: { sale: 'T1-1000', order: '70', bigcommerce: 'Cancelled', hike: 'Completed' } },
    ]);
    expect(kinds(judged(aSale(), { linkedTo: null }), [itsOrder()])).toEqual(['order-not-linked']);
    expect(kinds(judged(aSale(), { linkedTo: 99 as OrderId }), [itsOrder({ statusId: 4, total: taxed(1, 1) })])).toEqual(['order-total-differs', 'order-status-differs', 'order-not-linked']);
  });

  it.each<[string, Partial<Sale>]>([
    ['a sale without tax in its prices', { taxInclusive: false, lines: [aSaleLine({ total: cents(2000), exTax: cents(2000), tax: cents(200) })] }],
    ['three for ten, whose units differ by a cent', { lines: [aSaleLine({ units: '3', total: cents(1000), exTax: cents(909), tax: cents(91) })], totalTax: cents(91), net: cents(1000), paid: cents(1000) }],
    ['something weighed', { lines: [aSaleLine({ units: '0.35' })] }],
    ['cash rounding', { rounding: cents(-2), net: cents(2198), paid: cents(2198) }],
    ['a tip and shipping', { tip: cents(300), shipping: cents(1100), shippingTax: cents(100), totalTax: cents(300), net: cents(3600), paid: cents(3600) }],
    ['a discount on the whole', { discount: cents(200), totalTax: cents(182), net: cents(2000), paid: cents(2000) }],
    ['two tenders', { payments: [{ typeId: 8, name: 'Cash', amount: cents(1000) }, { typeId: 9, name: 'Card', amount: cents(1200) }] as Sale['payments'] }],
    ['a part payment', { status: 'LayBy', paid: cents(500), payments: [{ typeId: 8, name: 'Cash', amount: cents(500) }] as Sale['payments'] }],
    ['nothing paid', { status: 'OnAccount', paid: cents(0), payments: [] }],
    ['a void', { status: 'Voided' }],
    ['an exchange', { status: 'Exchange', originalSaleId: 400 as SaleId, lines: [aSaleLine(), aSaleLine({ units: '-1', total: cents(-1100), exTax: cents(-1000), tax: cents(-100) })], totalTax: cents(100), net: cents(1100), paid: cents(1100) }],
  ])('is content with the order of %s', (_what, change) => {
    const sale = aSale(change);
    expect(compare(judged(sale), [orderOf(sale)])).toEqual([]);
  });

  it.each<[string, Partial<Order>, string, Record<string, string>]>([
    ['tax', { total: taxed(2200, 2001) }, 'order-tax-differs', { bigcommerce: 'A$1.99', hike: 'A$2.00' }],
    ['quantity', { lines: [anOrderLine({ quantity: 2, total: taxed(2200, 2000) })] }, 'order-lines-differ', { bigcommerce: '2 × A$11.00', hike: '1 × A$22.00' }],
    ['price of two lines', { lines: [anOrderLine({ total: taxed(2100, 1909) }), anOrderLine({ id: 2, total: taxed(100, 91) })] }, 'order-lines-differ', { bigcommerce: '1 × A$1.00, 1 × A$21.00', hike: '1 × A$22.00' }],
    ['shipping against a discount', { shipping: taxed(500, 455), discount: cents(500) }, 'order-lines-differ', { bigcommerce: 'shipping A$5.00, discount A$5.00', hike: 'nothing of it' }],
    ['payment method', { paymentMethod: 'PayPal' }, 'order-payment-differs', { bigcommerce: 'PayPal', hike: 'Cash' }],
  ])('finds another %s at an equal total', (_what, change, kind, details) => {
    expect(compare(judged(), [itsOrder(change)])).toEqual([{ kind, subject: '501', details: { sale: 'T1-1000', order: '70', ...details } }]);
  });

  it.each<[string, Partial<Sale>, string]>([
    ['tax', { lines: [aSaleLine({ exTax: cents(2200), tax: cents(0) })], totalTax: cents(0) }, 'order-tax-differs'],
    ['lines', { lines: [aSaleLine({ units: '2' })] }, 'order-lines-differ'],
    ['payments', { payments: [{ typeId: 9, name: 'Card', amount: cents(2200) }] as Sale['payments'] }, 'order-payment-differs'],
  ])('finds that the %s of a sale were changed after it was sent', (_what, change, kind) => {
    expect(kinds(judged(aSale(change)), [itsOrder()])).toEqual([kind]);
  });

  it('takes no currency for another', () => {
    expect(kinds(judged(), [itsOrder({ total: { incTax: money(2200, 'USD' as Currency), exTax: money(2000, 'USD' as Currency) } })])).toEqual(['order-total-differs']);
  });

  it('does not count lines that BigCommerce has not all told', () => {
    expect(kinds(judged(), [itsOrder({ lines: [], linesComplete: false })])).toEqual([]);
  });

  it.each([
    ['parked', aSale({ status: 'Parked' }), 'The sale is parked in Hike; it is sent once it is completed.'],
    ['a quote', aSale({ status: 'Quote' }), 'Quotes are not sent to BigCommerce.'],
    ['a refund', aRefund({ id: 501 as SaleId }), 'The sale is a refund, which changes the order of the sale that it goes back to.'],
    ['from before the start date', aSale({ transactionDate: '2025-12-31T23:59:59.000Z' as Sale['transactionDate'] }), 'The sale was made before the start date in Settings.'],
    ['from BigCommerce', aSale({ number: 'BC-12' }), 'The sale came from BigCommerce.'],
  ])('finds an order of a sale that should have none because it is %s', (_what, sale, reason) => {
    expect(compare(judged(sale, { linkedTo: null }), [itsOrder()])).toMatchObject([{ kind: 'order-of-unsent-sale', subject: '501', details: { order: '70', reason } }]);
    expect(kinds(judged(sale, { linkedTo: null }), [itsOrder(), itsOrder({ id: 71 as OrderId })])).toEqual(['order-twice']);
    expect(kinds(judged(sale, { linkedTo: null }), [itsOrder({ isArchived: true })])).toEqual([]);
  });

  it('leaves in peace what was sent before the start date was moved', () => {
    expect(kinds(judged(aSale({ transactionDate: '2025-12-31T23:59:59.000Z' as Sale['transactionDate'] })), [itsOrder()])).toEqual([]);
  });

  it('finds an order that stands, without a link, for a sale that was refused', () => {
    const torn = aSale({ net: cents(9900) });
    expect(kinds(judged(torn, { linkedTo: null, isRefused: true }), [itsOrder()])).toEqual(['order-not-linked']);
    expect(kinds(judged(torn, { isRefused: true }), [itsOrder()])).toEqual([]);
  });

  it('expects of a refunded sale that its order is refunded', () => {
    const sale = judged(aSale(), { expected: expectedOrderOfSale(aSale(), { ...CONTEXT, laterSales: [aRefund()] }) });
    expect(kinds(sale, [itsOrder()])).toEqual(['order-status-differs']);
    expect(kinds(sale, [itsOrder({ statusId: 4 })])).toEqual([]);
  });

  it.each([
    ['a parked sale', aSale({ status: 'Parked' })],
    ['a quote', aSale({ status: 'Quote' })],
    ['a refund', aRefund()],
    ['a sale from before the start date', aSale({ transactionDate: '2025-12-31T23:59:59.000Z' as Sale['transactionDate'] })],
    ['a sale that came from BigCommerce', aSale({ number: 'BC-12' })],
  ])('misses no order of %s', (_what, sale) => {
    expect(kinds(judged(sale), [])).toEqual([]);
  });

  it('misses an order that is refused only while nobody was told', () => {
    const torn = aSale({ net: cents(9900) });
    expect(kinds(judged(torn, { isRefused: true }), [])).toEqual([]);
    expect(kinds(judged(torn), [])).toEqual(['sale-without-order']);
  });

  it('waits for what is under way', () => {
    expect(kinds(judged(aSale(), { isUnderway: true }), [])).toEqual([]);
  });

  it('finds orders of sales that nobody made, unless they are deleted', () => {
    const orders = (rest: Partial<Order> = {}) => new Map([[9 as SaleId, [itsOrder({ externalOrderId: '9', ...rest })]]]);
    expect(ordersOfUnknownSales(orders(), new Set())).toMatchObject([{ kind: 'order-of-unknown-sale', subject: '9', orderId: 70 }]);
    expect(ordersOfUnknownSales(orders(), new Set([9 as SaleId]))).toEqual([]);
    expect(ordersOfUnknownSales(orders({ isArchived: true }), new Set())).toEqual([]);
  });
});
