import { describe, expect, it } from 'vitest';
import { explainLevel, type LevelMove } from './explain-level';

const calm = { before: 10, now: 10, written: 10, writtenReserve: 0, reserve: 0, recent: 0 };

describe('a count that BigCommerce tells', () => {
  it.each<[string, Partial<typeof calm>, LevelMove]>([
    ['is our own echo', {}, 'unmoved'],
    ['fell by an order that waits for its import', { now: 8, reserve: 2 }, 'order'],
    ['fell by one of two orders so far', { now: 9, reserve: 3 }, 'order'],
    ['has not fallen yet for an order', { reserve: 2 }, 'unmoved'],
    ['rose when an order was cancelled', { before: 8, written: 8, writtenReserve: 2, now: 10 }, 'restocked'],
    ['fell by more than the orders explain', { now: 7, reserve: 2 }, 'outside'],
    ['rose although an order was placed', { now: 12, reserve: 2 }, 'outside'],
    ['fell without any order', { now: 9 }, 'outside'],
    ['rose without any order', { now: 11 }, 'outside'],
    ['fell by an order of our own that was expected', { written: 8, now: 8 }, 'order'],
    ['fell by an order that was shipped lately', { now: 8, recent: 2 }, 'order'],
    ['rose by an order that was cancelled lately', { now: 12, recent: 2 }, 'restocked'],
    ['fell by more than lately changed orders had', { now: 7, recent: 2 }, 'outside'],
  ])('%s', (_, change, move) => {
    expect(explainLevel({ ...calm, ...change })).toBe(move);
  });
});
