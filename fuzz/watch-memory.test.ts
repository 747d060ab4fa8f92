import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchMemory } from './watch-memory';

const MB = 1024 * 1024;

describe('the watch over memory', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('finds memory flat while nothing is kept', () => {
    const watch = watchMemory();
    vi.advanceTimersByTime(20_000);
    expect(watch.end().isFlat).toBe(true);
  });

  it('finds what is kept in buffers, outside of the heap', () => {
    const watch = watchMemory();
    vi.advanceTimersByTime(20_000);
    const kept = Buffer.alloc(128 * MB);
    const { isFlat, earlyMb, lateMb } = watch.end();
    expect(kept).toHaveLength(128 * MB);
    expect(lateMb - earlyMb).toBeGreaterThan(100);
    expect(isFlat).toBe(false);
  });
});
