import { describe, expect, it } from 'vitest';
import type { Instant } from '../../instant';
import { comparedWindow, localDay, startOfLocalDay } from './compared-window';

const at = (text: string) => text as Instant;

describe('the day of the store', () => {
  it.each([
    ['Australia/Sydney', '2026-01-15T12:59:59.000Z', '2026-01-15', '2026-01-14T13:00:00.000Z'],
    ['Australia/Sydney', '2026-01-15T13:00:00.000Z', '2026-01-16', '2026-01-15T13:00:00.000Z'],
    ['America/New_York', '2026-01-15T04:59:59.000Z', '2026-01-14', '2026-01-14T05:00:00.000Z'],
    ['UTC', '2026-01-15T00:00:00.000Z', '2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-15T18:30:00.000Z', '2026-01-16', '2026-01-15T18:30:00.000Z'],
    // Clocks go back at three on this day, forward at two on that one.
    ['Australia/Sydney', '2026-04-05T10:00:00.000Z', '2026-04-05', '2026-04-04T13:00:00.000Z'],
    ['Australia/Sydney', '2026-10-04T10:00:00.000Z', '2026-10-04', '2026-10-03T14:00:00.000Z'],
    // Midnight itself is skipped.
    ['Africa/Cairo', '2026-04-24T12:00:00.000Z', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ])('begins at its midnight in %s (%s)', (timeZone, moment, day, begin) => {
    expect(localDay(at(moment), timeZone)).toBe(day);
    expect(startOfLocalDay(at(moment), timeZone)).toBe(begin);
  });
});

describe('what is compared', () => {
  it.each([
    ['UTC', '2026-01-15T04:00:00.000Z', '2026-01-14T00:00:00.000Z', '2026-01-15T00:00:00.000Z'],
    ['Australia/Sydney', '2026-01-15T17:00:00.000Z', '2026-01-14T13:00:00.000Z', '2026-01-15T13:00:00.000Z'],
    // A day of 25 hours, and one of 23.
    ['Australia/Sydney', '2026-04-05T18:00:00.000Z', '2026-04-04T13:00:00.000Z', '2026-04-05T14:00:00.000Z'],
    ['Australia/Sydney', '2026-10-04T17:00:00.000Z', '2026-10-03T14:00:00.000Z', '2026-10-04T13:00:00.000Z'],
  ])('is the whole of yesterday in %s (%s)', (timeZone, now, from, to) => {
    expect(comparedWindow(at(now), { timeZone, trigger: 'schedule' })).toEqual({ from, to });
  });

  it('goes on until now where a person asks, less what is still on its way', () => {
    expect(comparedWindow(at('2026-01-15T10:00:00.000Z'), { timeZone: 'UTC', trigger: 'person' })).toEqual({ from: '2026-01-14T00:00:00.000Z', to: '2026-01-15T09:45:00.000Z' });
  });
});
