import { describe, expect, it } from 'vitest';
import { type FailureKind, nextTry } from './next-try';

const seconds = (kind: FailureKind, failed: number, rest: { random?: number; leastMs?: number } = {}): number | null => {
  const ms = nextTry(kind, { failed, random: 0, leastMs: 0, ...rest });
  return ms === null ? null : ms / 1000;
};

describe('the next try at a record', () => {
  it.each<[FailureKind, number, number | null]>([
    ['passing', 1, 7.5],
    ['passing', 3, 30],
    ['passing', 7, 450],
    ['passing', 8, null],
    ['passing', 9, null],
    ['unexpected', 1, 7.5],
    ['unexpected', 2, 15],
    ['unexpected', 3, null],
    ['unexpected', 4, null],
    ['final', 1, null],
    ['final', 2, null],
  ])('after a %s failure, the %i., comes after %s s', (kind, failed, expected) => {
    expect(seconds(kind, failed)).toBe(expected);
  });

  it('comes no sooner than the side asked for', () => {
    expect(seconds('passing', 1, { leastMs: 60_000 })).toBe(60);
    expect(seconds('passing', 4, { leastMs: 1_000 })).toBe(60);
  });

  it('is not made because the side named a time', () => {
    expect(seconds('passing', 8, { leastMs: 60_000 })).toBeNull();
    expect(seconds('final', 1, { leastMs: 60_000 })).toBeNull();
  });

  it('is spread over half of the pause', () => {
    expect(seconds('passing', 1, { random: 0.5 })).toBe(11.25);
  });
});
