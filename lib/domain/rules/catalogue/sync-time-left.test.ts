import { describe, expect, it } from 'vitest';
import { roughly, syncTimeLeft, type RemainingWork, type SyncPace } from './sync-time-left';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const work = (change: Partial<RemainingWork>): RemainingWork => ({ productCalls: 0, stockLevels: 0, hikePages: 0, storePages: 0, ...change });
const pace = (change: Partial<SyncPace> = {}): SyncPace => ({ storeCallsPerSecond: 5, hikeCallsPerMinute: 60, hikeCallsLeftToday: 5_000, measured: null, ...change });

describe('syncTimeLeft', () => {
  it.each<[string, Partial<RemainingWork>, Partial<SyncPace>, number | null]>([
    ['is nothing when nothing is left', {}, {}, 0],
    ['takes what travels with others for a whole call in the end', { productCalls: 299.1 }, {}, MINUTE],
    ['is three times as quick where the plan allows that', { productCalls: 300 }, { storeCallsPerSecond: 15 }, MINUTE / 3],
    ['counts two thousand levels as one call', { stockLevels: 600_000 }, {}, MINUTE],
    ['counts Hike’s pages by the minute', { hikePages: 60 }, {}, MINUTE],
    ['adds both sides up, for one waits for the other', { hikePages: 60, productCalls: 300 }, {}, 2 * MINUTE],
    ['waits for Hike’s next day where the quota does not reach', { hikePages: 60 }, { hikeCallsLeftToday: 59 }, 24 * HOUR + MINUTE],
    ['believes a slower pace that was measured', { productCalls: 300 }, { measured: { calls: 10, milliseconds: 4_000 } }, 2 * MINUTE],
    ['promises no more than the limits allow', { productCalls: 300 }, { measured: { calls: 10, milliseconds: 1 } }, MINUTE],
    ['cannot be told while the store’s limit is unknown', { productCalls: 1 }, { storeCallsPerSecond: null }, null],
    ['cannot be told of a pace of nothing', { hikePages: 1 }, { hikeCallsPerMinute: 0 }, null],
    ['can be told for Hike alone', { hikePages: 60 }, { storeCallsPerSecond: null }, MINUTE],
  ])('%s', (_, left, given, expected) => {
    expect(syncTimeLeft(work(left), pace(given))).toBe(expected);
  });
});

describe('roughly', () => {
  it.each([
    [0, 'Less than a minute'],
    [MINUTE - 1, 'Less than a minute'],
    [MINUTE, 'About 1 minute'],
    [12.4 * MINUTE, 'About 12 minutes'],
    [1.4 * HOUR, 'About 84 minutes'],
    [3.2 * HOUR, 'About 3 hours'],
    [49 * HOUR, 'About 2 days'],
  ])('says %d ms as "%s"', (milliseconds, expected) => {
    expect(roughly(milliseconds)).toBe(expected);
  });
});
