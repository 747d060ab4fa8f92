import { describe, expect, it } from 'vitest';
import { learnWindow, type QuotaWindow, unknownWindow, windowAfter } from './quota-window';
import type { RateHeaders } from './rate-headers';

const WINDOW: QuotaWindow = { number: 4, left: 100, quota: 150, lengthMs: 30_000, resetAt: 50_000 };
const NOW = 30_000;

const stated = (left: number, resetMs: number, more: Partial<RateHeaders> = {}): RateHeaders => ({ left, resetMs, quota: null, windowMs: null, ...more });

describe('a window of a quota', () => {
  it('is half a minute long until an answer tells, and another follows it', () => {
    expect(unknownWindow(1000)).toEqual({ number: 0, left: null, quota: 0, lengthMs: 30_000, resetAt: 31_000 });
    expect(windowAfter({ ...WINDOW, lengthMs: 10_000 }, 51_000)).toEqual({ number: 5, left: null, quota: 150, lengthMs: 10_000, resetAt: 61_000 });
  });

  it.each<[string, { window?: Partial<QuotaWindow>; rate: RateHeaders; sentIn?: number }, Partial<QuotaWindow>]>([
    ['believes its first answer', { window: { left: null }, rate: stated(140, 35_000, { quota: 450, windowMs: 10_000 }) }, { left: 140, quota: 450, lengthMs: 10_000, resetAt: 65_000 }],
    ['keeps its length and quota where an answer names none', { window: { left: null }, rate: stated(140, 20_000) }, { left: 140, resetAt: 50_000 }],
    ['keeps its length where an answer says it has none', { window: { left: null }, rate: stated(140, 20_000, { windowMs: 0 }) }, { left: 140, resetAt: 50_000 }],
    ['has no more left than any answer said', { rate: stated(120, 20_000) }, {}],
    ['has as little left as an answer says', { rate: stated(90, 20_000) }, { left: 90 }],
    ['ends no later than any answer said', { rate: stated(100, 34_999) }, {}],
    ['ends as early as an answer says', { rate: stated(100, 19_000) }, { resetAt: 49_000 }],
    ['is over when an answer names an end that lies half a window later', { rate: stated(149, 35_000) }, { number: 5, left: 149, resetAt: 65_000 }],
    ['pays no heed to an answer of an earlier one', { rate: stated(0, 4999), sentIn: 3 }, {}],
    ['heeds an answer to an earlier call that names this end', { rate: stated(90, 5000), sentIn: 3 }, { left: 90, resetAt: 35_000 }],
    ['heeds an answer to a call of its own, however early the end', { rate: stated(90, 1000) }, { left: 90, resetAt: 31_000 }],
  ])('%s', (_, { window = {}, rate, sentIn = 4 }, expected) => {
    expect(learnWindow({ ...WINDOW, ...window }, rate, { now: NOW, sentIn })).toEqual({ ...WINDOW, ...window, ...expected });
  });

  it('stays the same thing when an answer is none of its own', () => {
    expect(learnWindow(WINDOW, stated(0, 10), { now: NOW, sentIn: 3 })).toBe(WINDOW);
  });
});
