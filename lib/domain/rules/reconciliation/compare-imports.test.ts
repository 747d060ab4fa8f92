import { describe, expect, it } from 'vitest';
import type { OrderId, SaleId } from '../../ids';
import type { Order } from '../../order';
import type { Sale } from '../../sale';
import { aSale } from '../../testing/a-sale';
import { someSettings } from '../../testing/a-shop';
import { cents, taxed } from '../../testing/amounts';
import { anOrder } from '../../testing/an-order';
import { compareImports, type JudgedImport } from './compare-imports';
import { ordersNotRead } from './orders-not-read';

const itsSale = (rest: Partial<Sale> = {}): Sale => aSale({ number: 'BC-1042', status: 'Parked', net: cents(5500), ...rest });

const compare = (rest: Partial<JudgedImport> = {}, settings: Record<string, unknown> = {}) =>
  compareImports(
    [{ orderId: 1042 as OrderId, order: anOrder(), sales: [itsSale()], isLinked: true, importedStatusId: 11, isUnderway: false, ...rest }],
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
