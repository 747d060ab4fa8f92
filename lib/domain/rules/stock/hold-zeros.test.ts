import { describe, expect, it } from 'vitest';
import type { Instant } from '../../instant';
import { holdZeros, type RecentZeros } from './hold-zeros';

const NOW = '2026-01-15T10:00:00.000Z' as Instant;
const since = (time: string, variants: number): RecentZeros => ({ since: `2026-01-15T${time}.000Z` as Instant, variants });

describe('a fall to zero', () => {
  it.each<[string, number, RecentZeros | null, boolean]>([
    ['of as many as allowed goes through', 20, null, false],
    ['of one more waits', 21, null, true],
    ['of none is no fall', 0, since('09:59:00', 20), false],
    ['counts those that fell just before', 6, since('09:58:00', 15), true],
    ['of none is no fall, even where more fell just before than is allowed', 0, since('09:59:00', 21), false],
    ['counts those that fell five minutes ago', 6, since('09:55:00', 15), true],
    ['forgets those that fell longer ago', 6, since('09:54:59', 15), false],
    ['forgets those that fell earlier', 6, since('09:50:00', 15), false],
  ])('%s', (_, falling, recent, hold) => {
    expect(holdZeros({ falling, recent, guard: 20, now: NOW }).hold).toBe(hold);
  });

  it('remembers what went through, and not what waits', () => {
    expect(holdZeros({ falling: 5, recent: since('09:58:00', 10), guard: 20, now: NOW }).recent).toEqual(since('09:58:00', 15));
    expect(holdZeros({ falling: 30, recent: since('09:58:00', 10), guard: 20, now: NOW }).recent).toEqual(since('09:58:00', 10));
    expect(holdZeros({ falling: 5, recent: null, guard: 20, now: NOW }).recent).toEqual(since('10:00:00', 5));
    expect(holdZeros({ falling: 0, recent: null, guard: 20, now: NOW }).recent).toBeNull();
  });
});
