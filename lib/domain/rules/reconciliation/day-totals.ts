import type { OutletId, SaleId } from '../../ids';
import { add, type Currency, type Money, zero } from '../../money';
import type { Order } from '../../order';
import type { DayTotal } from '../../reconciliation';
import type { JudgedSale } from './compare-sales';
import { localDay } from './compared-window';

interface Day {
  timeZone: string;
  /** Of the store; what is sold in another currency is never sent. */
  currency: Currency;
}

/** Sales that should be orders against the orders that name them, per day and outlet; both lists are of the days that are compared. */
export const dayTotals = (sales: readonly Pick<JudgedSale, 'sale' | 'expected'>[], orders: ReadonlyMap<SaleId, readonly Order[]>, { timeZone, currency }: Day): DayTotal[] => {
  const totals = new Map<string, DayTotal>();
  const lineOf = (day: string, outletId: OutletId | null): DayTotal => {
    const key = `${day} ${outletId}`;
    const known = totals.get(key) ?? { day, outletId, saleCount: 0, sales: zero(currency), orderCount: 0, orders: zero(currency) };
    totals.set(key, known);
    return known;
  };
  const knownSales = new Set(sales.map(({ sale }) => sale.id));
  for (const { sale, expected } of sales) {
    if (expected.kind !== 'order') continue;
    const line = lineOf(localDay(sale.transactionDate, timeZone), sale.outletId);
    addTo(line, 'sale', expected.total.incTax);
    for (const order of liveOf(orders.get(sale.id))) addTo(line, 'order', order.total.incTax);
  }
  for (const [saleId, ofIt] of orders) {
    if (knownSales.has(saleId)) continue;
    for (const order of liveOf(ofIt)) addTo(lineOf(localDay(order.createdAt, timeZone), null), 'order', order.total.incTax);
  }
  return [...totals.values()].sort((a, b) => a.day.localeCompare(b.day) || (a.outletId ?? Infinity) - (b.outletId ?? Infinity));
};

const liveOf = (orders: readonly Order[] = []): Order[] => orders.filter(({ isArchived }) => !isArchived);

const addTo = (line: DayTotal, side: 'sale' | 'order', amount: Money): void => {
  if (side === 'sale') line.saleCount += 1;
  else line.orderCount += 1;
  const sums = side === 'sale' ? 'sales' : 'orders';
  // A strange currency is a difference of its own.
  if (amount.currency === line[sums].currency) line[sums] = add(line[sums], amount);
};
