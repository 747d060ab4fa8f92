import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../ids';
import type { Order } from '../../order';
import { aRefund, aSale } from '../../testing/a-sale';
import { aProfile, someSettings } from '../../testing/a-shop';
import { cents, taxed } from '../../testing/amounts';
import { anOrder } from '../../testing/an-order';
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
const itsOrder = (rest: Partial<Order> = {}): Order => anOrder({ id: ORDER, statusId: 10, total: taxed(2200, 2000), externalSource: '4711', externalOrderId: '501', ...rest });

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
