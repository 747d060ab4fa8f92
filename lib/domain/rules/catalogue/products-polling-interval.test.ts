import { describe, expect, it } from 'vitest';
import { Instant } from '../../instant';
import { instantPlus } from '../../instant-arithmetic';
import { salesPollingInterval } from '../sales-polling-interval';
import { productsPollingInterval } from './products-polling-interval';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const now = Instant.parse('2026-01-15T03:20:00.000Z');
const ago = (millis: number | null) => (millis === null ? null : instantPlus(now, -millis));

const interval = (sale: number | null, seen: number | null, callsInLastDay = 0) =>
  productsPollingInterval({ now, lastSaleAt: ago(sale), lastSeenAt: ago(seen), callsInLastDay }) / SECOND;

/** Polls for sales and for products through three days, one call each, while somebody looks; answers the most calls in any 24 hours. */
const busiestDay = (): number => {
  const calls: number[] = [];
  let [busiest, sales, products, first] = [0, 0, 0, 0];
  for (let at = 0; at < 72 * HOUR; at = Math.min(sales, products)) {
    calls.push(at);
    while ((calls[first] ?? 0) <= at - 24 * HOUR) first += 1;
    busiest = Math.max(busiest, calls.length - first);
    const time = instantPlus(now, at);
    const facts = { now: time, lastSaleAt: null, lastSeenAt: time, callsInLastDay: calls.length - first };
    if (at === sales) sales = at + salesPollingInterval(facts);
    else products = at + productsPollingInterval(facts);
  }
  return busiest;
};

describe('productsPollingInterval', () => {
  it.each([
    ['somebody looks', null, MINUTE, 60],
    ['a sale came in just now', 9 * MINUTE, null, 60],
    ['a sale came in this hour', HOUR, null, 120],
    ['the shop sleeps', 3 * HOUR, null, 600],
    ['there was never a sale', null, null, 600],
    ['the till’s clock is ahead of ours', -5 * MINUTE, null, 60],
  ])('when %s', (_, sale, seen, seconds) => {
    expect(interval(sale, seen)).toBe(seconds);
  });

  it.each([
    [1999, 60],
    [2000, 247],
    [3000, 864],
    [3400, 3600],
    [5000, 3600],
  ])('stretches after %i calls in a day', (calls, seconds) => {
    expect(Math.ceil(interval(null, 0, calls))).toBe(seconds);
  });

  it('leaves 1,500 calls a day for writes, together with the polls for sales', () => {
    expect(busiestDay()).toBeLessThanOrEqual(3500);
  });
});
