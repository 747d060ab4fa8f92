import { describe, expect, it } from 'vitest';
import { Instant } from '../instant';
import { instantPlus } from '../instant-arithmetic';
import { salesPollingInterval } from './sales-polling-interval';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const now = Instant.parse('2026-01-15T03:20:00.000Z');
const ago = (millis: number | null) => (millis === null ? null : instantPlus(now, -millis));

const interval = (sale: number | null, seen: number | null, callsInLastDay = 0) =>
  salesPollingInterval({ now, lastSaleAt: ago(sale), lastSeenAt: ago(seen), callsInLastDay }) / SECOND;

/** Polls for three days, one call each, beside steady writes, and answers the most calls in any 24 hours. */
const busiestDay = (facts: { isLooking: boolean; writeEvery: number | null }): number => {
  const calls: number[] = [];
  let [busiest, poll, write, first] = [0, 0, 0, 0];
  for (let at = 0; at < 72 * HOUR; at = Math.min(poll, write)) {
    calls.push(at);
    while ((calls[first] ?? 0) <= at - 24 * HOUR) first += 1;
    busiest = Math.max(busiest, calls.length - first);
    const time = instantPlus(now, at);
    if (at === poll) poll = at + salesPollingInterval({ now: time, lastSaleAt: null, lastSeenAt: facts.isLooking ? time : null, callsInLastDay: calls.length - first });
    if (at === write) write = facts.writeEvery === null ? Infinity : at + facts.writeEvery;
  }
  return busiest;
};

describe('salesPollingInterval', () => {
  it.each([
    ['somebody looks', null, MINUTE, 15],
    ['a sale came in just now', 9 * MINUTE, null, 15],
    ['a page is open whose clock is a minute and a half behind', null, 2 * MINUTE + 90 * SECOND, 15],
    ['somebody looked, but not lately', null, 5 * MINUTE, 300],
    ['a sale came in this hour', HOUR, null, 60],
    ['the last sale is two hours old', 2 * HOUR, null, 60],
    ['the shop sleeps', 3 * HOUR, null, 300],
    ['there was never a sale', null, null, 300],
    ['the till’s clock is ahead of ours', -5 * MINUTE, null, 15],
  ])('when %s', (_, sale, seen, seconds) => {
    expect(interval(sale, seen)).toBe(seconds);
  });

  it.each([
    [1999, 15],
    [2000, 62],
    [3000, 216],
    [3380, 3600],
    [3400, 3600],
    [5000, 3600],
  ])('stretches after %i calls in a day', (calls, seconds) => {
    expect(Math.ceil(interval(null, 0, calls))).toBe(seconds);
  });

  it('leaves 1,500 calls a day for writes even when somebody looks day and night', () => {
    expect(busiestDay({ isLooking: true, writeEvery: null })).toBeLessThanOrEqual(3500);
  });

  it('stays within 5,000 a day beside 1,500 writes', () => {
    expect(busiestDay({ isLooking: true, writeEvery: (24 * HOUR) / 1500 })).toBeLessThanOrEqual(5000);
  });

  it('leaves most of the day’s quota while the shop sleeps', () => {
    expect(busiestDay({ isLooking: false, writeEvery: null })).toBeLessThanOrEqual(289);
  });
});
