import { describe, expect, it } from 'vitest';
import type { Instant } from '../../instant';
import { customersPollingInterval } from './customers-polling-interval';

const now = '2026-01-15T10:00:00.000Z' as Instant;

describe('the time until the next look for customers', () => {
  it.each([
    ['is short while the shop trades', '2026-01-15T08:30:00.000Z', 100, 5],
    ['is long while it sleeps', '2026-01-15T07:30:00.000Z', 100, 15],
    ['is long where nothing was ever sold', null, 100, 15],
    ['is an hour once the day’s calls run low', '2026-01-15T09:59:00.000Z', 2000, 60],
  ])('%s', (_, lastSaleAt, callsInLastDay, minutes) => {
    expect(customersPollingInterval({ now, lastSaleAt: lastSaleAt as Instant | null, callsInLastDay })).toBe(minutes * 60_000);
  });
});
