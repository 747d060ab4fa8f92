import { describe, expect, it } from 'vitest';
import { ORDER_STATUS } from '../order';
import type { Sale } from '../sale';
import { cents } from '../testing/amounts';
import { aRefund, aSale } from '../testing/a-sale';
import { orderStateFromSale } from './order-state-from-sale';

const stateOf = (sale: Partial<Sale> = {}, laterSales: readonly Sale[] = [], registerName: string | null = 'Front') => orderStateFromSale({ sale: aSale(sale), laterSales, registerName });

const paidWith = (...payments: [name: string, minor: number][]) => ({ payments: payments.map(([name, minor]) => ({ typeId: 8, name, amount: cents(minor) })) }) as Partial<Sale>;

/** Of `aSale`, which is worth 22.00. */
const refundOf = (minor: number, id: number) => aRefund({ id: id as Sale['id'], number: `T1-${id}`, net: cents(-minor), paid: cents(-minor) });

describe('what a sale’s order says', () => {
  it('is what was sold, where, and how it was paid', () => {
    expect(stateOf()).toEqual({ statusId: ORDER_STATUS.Completed, staffNotes: 'Hike sale T1-1000, register Front, A$22.00.', paymentMethod: 'Cash' });
    expect(stateOf({}, [], null)?.staffNotes).toBe('Hike sale T1-1000, A$22.00.');
  });

  it.each<[string, Partial<Sale>]>([
    ['a refund', aRefund()],
    ['a quote', { status: 'Quote' }],
  ])('is nothing for %s', (_, sale) => {
    expect(stateOf(sale)).toBeNull();
  });

  it.each<[string, Partial<Sale>, string]>([
    ['each way once', paidWith([' Cash ', 1000], ['Card', 1000], ['Cash', 200]), 'Cash, Card'],
    ['the ways that took money', paidWith(['Cash', 3000], ['Change', -800], ['Voucher', 0]), 'Cash'],
    ['the ways that have a name', paidWith([' ', 1000], ['Card', 1200]), 'Card'],
    ['where it was paid, if nobody knows how', paidWith(), 'Hike POS'],
    ['that it is on account', { ...paidWith(), status: 'OnAccount' }, 'On account'],
    ['that it is a lay-by', { ...paidWith(), status: 'LayBy' }, 'Lay-by'],
    ['that it is a back order', { ...paidWith(), status: 'BackOrder' }, 'Back order'],
  ])('names as payment %s', (_, sale, method) => {
    expect(stateOf(sale)?.paymentMethod).toBe(method);
  });

  it.each<[string, Partial<Sale>, boolean]>([
    ['a lay-by', { status: 'LayBy', paid: cents(0) }, true],
    ['a sale on account', { status: 'OnAccount', paid: cents(0) }, true],
    ['a back order, even a paid one', { status: 'BackOrder' }, true],
    ['a sale that is partly paid', { paid: cents(500) }, true],
    ['a sale that is paid', {}, false],
    ['a sale of which no payment is known', { paid: cents(0) }, false],
    ['a sale that is paid by more than it costs', { paid: cents(2500) }, false],
  ])('tells of %s what is paid so far: %j', (_, sale, isTold) => {
    expect(stateOf(sale)?.staffNotes.includes('Paid so far')).toBe(isTold);
  });

  it('says that the sale was voided, and stays cancelled whatever went back', () => {
    expect(stateOf({ status: 'Voided' }, [refundOf(2200, 601)])).toMatchObject({ statusId: ORDER_STATUS.Cancelled, staffNotes: expect.stringContaining('Voided in Hike.') as string });
  });

  it.each([
    ['a part of it', [1000], ORDER_STATUS.PartiallyRefunded],
    ['all of it', [2200], ORDER_STATUS.Refunded],
    ['all of it in parts', [1000, 1200], ORDER_STATUS.Refunded],
    ['all but the rounding of cash', [2199], ORDER_STATUS.Refunded],
    ['more than it was worth', [3000], ORDER_STATUS.Refunded],
  ])('is refunded by %s', (_, amounts, statusId) => {
    expect(stateOf({}, amounts.map((minor, index) => refundOf(minor, 601 + index)))?.statusId).toBe(statusId);
  });

  it('tells each refund, and the sum of several', () => {
    expect(stateOf({}, [refundOf(1000, 601)])?.staffNotes).toBe('Hike sale T1-1000, register Front, A$22.00.\nRefunded A$10.00 by Hike sale T1-601 on 2026-01-16.');
    expect(stateOf({}, [refundOf(1000, 601), refundOf(200, 602)])?.staffNotes.split('\n').at(-1)).toBe('Refunded in all: A$12.00.');
  });
});
