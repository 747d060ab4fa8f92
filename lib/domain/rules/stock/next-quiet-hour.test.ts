import { describe, expect, it } from 'vitest';
import type { Instant } from '../../instant';
import { nextQuietHour } from './next-quiet-hour';

describe('the next quiet hour', () => {
  it.each([
    ['is tonight', '2026-01-15T03:20:00.000Z', 'Australia/Sydney', '2026-01-15T16:00:00.000Z'],
    ['is later in the same night', '2026-01-15T15:20:00.000Z', 'Australia/Sydney', '2026-01-15T16:00:00.000Z'],
    ['is tomorrow’s when it is here', '2026-01-15T16:00:00.000Z', 'Australia/Sydney', '2026-01-16T16:00:00.000Z'],
    ['is the store’s own', '2026-01-15T03:20:00.000Z', 'America/New_York', '2026-01-15T08:00:00.000Z'],
  ])('%s', (_, now, zone, next) => {
    expect(nextQuietHour(now as Instant, zone)).toBe(next);
  });
});
