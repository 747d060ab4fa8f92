import { describe, expect, it } from 'vitest';
import type { OrderId, OutletId, SaleId } from '../../ids';
import type { Instant } from '../../instant';
import type { Order } from '../../order';
import type { Sale } from '../../sale';
import { aSale } from '../../testing/a-sale';
import { AUD, cents, taxed } from '../../testing/amounts';
import { anOrder } from '../../testing/an-order';
import { dayTotals } from './day-totals';

const SYDNEY = { timeZone: 'Australia/Sydney', currency: AUD };
const sold = (id: number, minor: number, rest: Partial<Sale> = {}) => ({
  sale: aSale({ id: id as SaleId, net: cents(minor), ...rest }),
  expected: { kind: 'order' as const, total: taxed(minor, minor), statusId: 10 as const, lines: [], shipping: taxed(0, 0), discount: cents(0), paymentMethod: 'Cash' },
});
const order = (id: number, minor: number, rest: Partial<Order> = {}): Order => anOrder({ id: id as OrderId, total: taxed(minor, minor), ...rest });

describe('totals per day and outlet', () => {
  it('set the sales against the orders that came of them', () => {
    const late = '2026-01-15T13:30:00.000Z' as Instant;
    const sales = [sold(1, 1000), sold(2, 500), sold(3, 700, { outletId: 2 as OutletId }), sold(4, 90, { transactionDate: late }), { sale: aSale(), expected: { kind: 'none' as const, reason: '', isBeforeStart: false } }];
    const orders = new Map<SaleId, Order[]>([
      [1 as SaleId, [order(11, 1000)]],
      [3 as SaleId, [order(13, 650), order(14, 700, { isArchived: true })]],
      [4 as SaleId, [order(15, 90)]],
      [9 as SaleId, [order(19, 40)]],
    ]);
    const line = (day: string, outletId: number | null, [saleCount, sales, orderCount, orders]: [number, number, number, number]) => ({ day, outletId, saleCount, sales: cents(sales), orderCount, orders: cents(orders) });
    expect(dayTotals(sales, orders, SYDNEY)).toEqual([
      line('2026-01-15', 1, [2, 1500, 1, 1000]),
      line('2026-01-15', 2, [1, 700, 1, 650]),
      line('2026-01-15', null, [0, 0, 1, 40]),
      line('2026-01-16', 1, [1, 90, 1, 90]),
    ]);
  });

  it('are none where nothing was sold', () => {
    expect(dayTotals([], new Map(), SYDNEY)).toEqual([]);
  });
});
