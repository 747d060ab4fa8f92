import { expect, test } from 'vitest';
import type { Instant } from '../../lib/domain/instant';
import { inputFromInstant, instantFromInput } from './zoned-input';

test.each([
  ['2026-01-15T03:20:00.000Z', 'Australia/Sydney', '2026-01-15T14:20'],
  ['2026-07-15T03:20:00.000Z', 'Australia/Sydney', '2026-07-15T13:20'],
  ['2026-01-15T03:20:00.000Z', 'America/New_York', '2026-01-14T22:20'],
  ['2026-01-15T13:00:00.000Z', 'Asia/Kolkata', '2026-01-15T18:30'],
  ['2026-01-15T00:00:00.000Z', 'UTC', '2026-01-15T00:00'],
  // The day on which Sydney’s clocks go back, before and after.
  ['2026-04-04T14:30:00.000Z', 'Australia/Sydney', '2026-04-05T01:30'],
  ['2026-04-04T17:30:00.000Z', 'Australia/Sydney', '2026-04-05T03:30'],
])('%s in %s is %s, and back', (instant, timeZone, input) => {
  expect(inputFromInstant(instant as Instant, timeZone)).toBe(input);
  expect(instantFromInput(input, timeZone)).toBe(instant);
});

test('reads nothing from a half-typed date', () => {
  expect(instantFromInput('', 'UTC')).toBeNull();
  expect(instantFromInput('2026-01', 'UTC')).toBeNull();
  expect(instantFromInput('0202-01-15T14:20', 'UTC')).toBeNull();
});

test('reads an hour that daylight saving skips as the one after', () => {
  expect(instantFromInput('2026-10-04T02:30', 'Australia/Sydney')).toBe('2026-10-03T16:30:00.000Z');
});
