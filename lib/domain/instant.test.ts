import { describe, expect, it } from 'vitest';
import { Instant } from './instant';

describe('an instant', () => {
  it.each(['2026-01-15T03:20:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('is %s', (text) => {
    expect(Instant.parse(text)).toBe(text);
  });

  it.each(['2026-99-99T99:99:99.999Z', '2026-13-01T00:00:00.000Z', '2026-01-15T25:00:00.000Z', '2026-01-15T03:20:00Z', '+02026-01-15T03:20:00.000Z', ''])('is not %j', (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });
});
