import { expect, test } from 'vitest';
import type { Instant } from '../../lib/domain/instant';
import type { WatchedSide } from '../../lib/domain/views/views';
import { watchWords } from './watch-words';

const side = (change: Partial<WatchedSide>): WatchedSide => ({ state: 'connected', since: '2026-01-20T03:00:00.000Z' as Instant, trouble: null, reason: null, ...change });

test.each([
  [side({}), 'No interruption since noon.'],
  [side({ state: 'reconnect' }), 'Hike has not accepted the app’s access since noon.'],
  [side({ state: 'attention', trouble: 'unreachable' }), 'Hike has not answered since noon. It is tried again by itself, and what waits for it goes on then.'],
  [side({ state: 'attention', trouble: 'refused', reason: 'Plan expired' }), 'Hike has answered with a refusal since noon: “Plan expired”. It is asked again by itself.'],
  [side({ state: 'attention', trouble: 'refused' }), 'Hike has answered with a refusal since noon. It is asked again by itself.'],
])('%j reads "%s"', (watch, words) => {
  expect(watchWords(watch, 'Hike', 'noon')).toBe(words);
});
