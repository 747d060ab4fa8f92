import { expect, test } from 'vitest';
import type { Instant } from '../../lib/domain/instant';
import { dateLocale, formatMoment, relativeMoment, zoneName } from './format-moment';

const at = (text: string) => text as Instant;
const NOON = Date.parse('2026-01-15T12:00:00.000Z');
// Intl separates "2:20" from "pm" by a narrow no-break space.
const plain = (text: string) => text.replace(/\s/g, ' ');

test('shows a moment in the store’s zone, in the person’s order of day and month', () => {
  expect(plain(formatMoment(at('2026-01-15T03:20:00.000Z'), 'Australia/Sydney', 'en-AU'))).toBe('15 Jan 2026, 2:20 pm');
  expect(plain(formatMoment(at('2026-01-15T03:20:00.000Z'), 'Australia/Sydney', 'en-US'))).toBe('Jan 15, 2026, 2:20 PM');
});

test('falls back on UTC where the store’s zone is unknown', () => {
  expect(plain(formatMoment(at('2026-01-15T03:20:00.000Z'), 'Nowhere/At all', 'en-US'))).toBe('Jan 15, 2026, 3:20 AM');
});

test('keeps dates in English beside English words', () => {
  expect([dateLocale('de-DE'), dateLocale('en'), dateLocale('en-NZ'), dateLocale('enm')]).toEqual(['en-GB', 'en', 'en-NZ', 'en-GB']);
});

test('names the zone', () => {
  expect(zoneName('Australia/Sydney', NOON, 'en-AU')).toBe('Australia/Sydney (AEDT)');
  expect(zoneName('America/New_York', NOON, 'en-US')).toBe('America/New York (EST)');
});

test.each([
  ['2026-01-15T11:59:30.000Z', 'just now'],
  ['2026-01-15T11:56:00.000Z', '4 min ago'],
  ['2026-01-15T09:00:00.000Z', '3 h ago'],
  ['2026-01-15T12:02:00.000Z', 'in 2 min'],
  ['2026-01-15T12:00:20.000Z', 'in less than a minute'],
  ['2026-01-13T12:00:00.000Z', null],
])('says of %s at noon: %s', (instant, words) => {
  expect(relativeMoment(at(instant), NOON)).toBe(words);
});
