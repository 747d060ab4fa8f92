import { describe, expect, it } from 'vitest';
import { Instant } from '../instant';
import { instantPlus, millisOfInstant } from '../instant-arithmetic';
import { SALE_STATUSES, type SaleStatus } from '../sale';
import { NEW_SALES_CURSOR, OPEN_SALE_STATUSES, SalesCursor, salesCursorAfterPoll, salesWindow } from './sales-window';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const now = Instant.parse('2026-01-31T03:20:00.000Z');
const startDate = instantPlus(now, -90 * DAY);
/** A shop that sells more in a week than one call brings, just after it looked back. */
const polled: SalesCursor = { goodUntil: instantPlus(now, -MINUTE), week: { polls: 0, calls: 3 }, open: { polls: 0, calls: 5 } };

const window = (cursor: SalesCursor, facts: { startDate?: Instant; oldestOpen?: Instant | null } = {}) => {
  const { from, to, reach } = salesWindow(cursor, { now, startDate, oldestOpen: null, ...facts });
  return { minutesBack: (millisOfInstant(now) - millisOfInstant(from)) / MINUTE, to, reach };
};

const due = (reach: 'week' | 'open', calls = 3): SalesCursor => ({ ...polled, [reach]: { polls: 5 * (calls - 1) - 1, calls } });

describe('salesWindow', () => {
  it('reaches 10 minutes behind the last good poll, and as far ahead for tills whose clock is off', () => {
    expect(window(polled)).toEqual({ minutesBack: 11, to: instantPlus(now, 10 * MINUTE), reach: 'new' });
  });

  it('begins at the start date', () => {
    expect(window(NEW_SALES_CURSOR, { startDate: instantPlus(now, -2 * MINUTE) })).toMatchObject({ minutesBack: 2 });
  });

  it('misses nothing of an outage', () => {
    expect(window({ ...polled, goodUntil: instantPlus(now, -20 * DAY) })).toMatchObject({ minutesBack: 27 * 24 * 60, reach: 'week' });
    expect(window({ ...due('open'), goodUntil: instantPlus(now, -20 * DAY) }, { oldestOpen: instantPlus(now, -40 * DAY) })).toMatchObject({ minutesBack: 40 * 24 * 60, reach: 'open' });
  });

  it.each([
    [120, 'new'],
    [121, 'week'],
  ] as const)('reads the week before a pause of %i minutes as “%s”', (minutes, reach) => {
    expect(window({ ...polled, goodUntil: instantPlus(now, -minutes * MINUTE) })).toMatchObject({ reach });
  });

  it('reads the last week each time while that fits into one call', () => {
    expect(window({ ...polled, week: { polls: 0, calls: 1 } })).toMatchObject({ minutesBack: 7 * 24 * 60 + 1, reach: 'week' });
  });

  it('reads a longer week again after five polls per further call', () => {
    expect(window(due('week'))).toMatchObject({ minutesBack: 7 * 24 * 60 + 1, reach: 'week' });
  });

  it('reads back to the oldest sale that is still open', () => {
    expect(window(due('open'), { oldestOpen: instantPlus(now, -20 * DAY) })).toMatchObject({ minutesBack: 20 * 24 * 60, reach: 'open' });
  });

  it.each([
    ['more than 30 days', { oldestOpen: instantPlus(now, -60 * DAY) }, 30 * 24 * 60 + 1],
    ['before the start date', { oldestOpen: instantPlus(now, -20 * DAY), startDate: instantPlus(now, -10 * DAY) }, 10 * 24 * 60],
  ])('reads back no further than %s', (_, facts, minutesBack) => {
    expect(window(due('open'), facts)).toMatchObject({ minutesBack });
  });

  it('does not reach further than a week for a sale opened since', () => {
    expect(window(due('open'), { oldestOpen: instantPlus(now, -2 * DAY) })).toMatchObject({ reach: 'new' });
  });

  it('comes back the more rarely the more calls a reach takes', () => {
    expect(window({ ...polled, week: { polls: 63, calls: 14 } })).toMatchObject({ reach: 'new' });
    expect(window({ ...polled, week: { polls: 64, calls: 14 } })).toMatchObject({ reach: 'week' });
  });

  it('spends at most two fifths more calls than without looking back', () => {
    let cursor = polled;
    let calls = 0;
    const polls = 10_000;
    for (let poll = 0; poll < polls; poll += 1) {
      const { reach } = salesWindow(cursor, { now, startDate, oldestOpen: instantPlus(now, -25 * DAY) });
      const cost = { new: 1, week: 14, open: 50 }[reach];
      calls += cost;
      cursor = salesCursorAfterPoll(cursor, { reach, startedAt: now, calls: cost });
    }
    expect(calls / polls).toBeLessThanOrEqual(1.4);
    expect(calls / polls).toBeGreaterThan(1.2);
  });

  it.each([
    ['new', { week: { polls: 3, calls: 3 }, open: { polls: 3, calls: 5 } }],
    ['week', { week: { polls: 0, calls: 7 }, open: { polls: 3, calls: 5 } }],
    ['open', { week: { polls: 0, calls: 3 }, open: { polls: 0, calls: 7 } }],
  ] as const)('counts from the last poll that reached as far, as one that reached “%s” did', (reach, expected) => {
    const before: SalesCursor = { goodUntil: null, week: { polls: 2, calls: 3 }, open: { polls: 2, calls: 5 } };
    expect(salesCursorAfterPoll(before, { reach, startedAt: now, calls: 7 })).toEqual({ goodUntil: now, ...expected });
  });

  it('reads no further back than a week where nothing is open', () => {
    expect(window({ ...due('open'), week: { polls: 0, calls: 1 } }, { oldestOpen: null })).toMatchObject({ reach: 'week' });
    expect(window({ ...due('open'), week: { polls: 0, calls: 1 } }, { oldestOpen: instantPlus(now, -7 * DAY) })).toMatchObject({ reach: 'week' });
  });

  it('knows its cursor again, and nothing else', () => {
    expect(SalesCursor.parse(polled)).toEqual(polled);
    expect(SalesCursor.safeParse({ ...polled, open: { polls: -1, calls: 1 } }).success).toBe(false);
    expect(SalesCursor.safeParse({ ...polled, open: { polls: 0, calls: 0 } }).success).toBe(false);
    expect(SalesCursor.safeParse({}).success).toBe(false);
  });

  it('looks again at each sale that is still to leave its status', () => {
    const settled: SaleStatus[] = ['Completed', 'Voided', 'Refunded', 'RefundedAndDiscard', 'RefundedAndDiscardBO', 'Exchange'];
    expect([...OPEN_SALE_STATUSES, ...settled].sort()).toEqual([...SALE_STATUSES].sort());
  });

  it('keeps when the poll began', () => {
    expect(salesCursorAfterPoll(NEW_SALES_CURSOR, { reach: 'new', startedAt: now, calls: 0 })).toEqual({ goodUntil: now, week: { polls: 1, calls: 1 }, open: { polls: 1, calls: 1 } });
  });
});
