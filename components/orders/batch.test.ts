import { describe, expect, test } from 'vitest';
import type { OrdersTab } from '../../lib/domain/views/views';
import { batchAfter, batchFromClick, batchNews, isRunning, percentDone, type Batch } from './batch';

const NONE: Record<OrdersTab, number> = { 'to-import': 0, 'needs-you': 0, importing: 0, imported: 0, 'left-out': 0, all: 0 };
const view = (imported: number, waiting: number) => ({ counts: { ...NONE, imported, importing: waiting }, progress: waiting === 0 ? null : { waiting } });
const follow = (batch: Batch | null, ...views: ReturnType<typeof view>[]) => views.reduce<Batch | null>(batchAfter, batch);

describe('a batch', () => {
  test('is followed from the click to its end', () => {
    const begun = batchFromClick(4, view(10, 0));
    const half = follow(begun, view(10, 4), view(12, 2));
    expect(half && [isRunning(half), percentDone(half)]).toEqual([true, 50]);
    const over = follow(half, view(14, 0));
    expect(over && isRunning(over)).toBe(false);
    expect(over && batchNews(over, view(14, 0))).toEqual({ isGood: true, sentence: 'All 4 orders are in Hike.' });
  });

  test('tells of an import that was over before the page looked again', () => {
    const over = follow(batchFromClick(1, view(10, 0)), view(11, 0));
    expect(over && batchNews(over, view(11, 0)).sentence).toBe('The order is in Hike.');
  });

  test('names what was held back', () => {
    const over = follow(batchFromClick(3, view(10, 0)), view(12, 0));
    expect(over && batchNews(over, view(12, 0))).toEqual({ isGood: false, sentence: '2 of 3 orders are in Hike. 1 was not imported: see why under “Needs you”.' });
    expect(over && batchNews(over, view(10, 0)).sentence).toBe('3 were not imported: see why under “Needs you”.');
  });

  test('is picked up by a page that opens while it runs', () => {
    expect(follow(null, view(10, 5), view(13, 2))).toEqual({ total: 5, importedBefore: 10, waiting: 2 });
  });

  test('stays the same object while nothing changes, so that the page does not draw itself anew', () => {
    const batch = follow(null, view(10, 5));
    expect(batchAfter(batch, view(10, 5))).toBe(batch);
    expect(batchAfter(null, view(10, 0))).toBeNull();
  });

  test('begins anew after the end of another', () => {
    expect(follow(null, view(10, 5), view(15, 0), view(15, 2))).toEqual({ total: 2, importedBefore: 15, waiting: 2 });
  });

  test('grows with a click in another window', () => {
    expect(follow(null, view(10, 2), view(10, 6))).toMatchObject({ total: 6, waiting: 6 });
  });

  test('is none when nothing was queued', () => {
    expect(batchFromClick(0, view(10, 0))).toBeNull();
  });
});
