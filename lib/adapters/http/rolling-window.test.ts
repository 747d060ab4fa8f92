import { expect, it } from 'vitest';
import { millisOfInstant } from '../../domain/instant-arithmetic';
import { waitForRoom } from './rolling-window';

const START = Date.UTC(2026, 0, 15);

const countOf = (times: readonly number[]) => {
  const asked: number[] = [];
  const counter = {
    add: () => Promise.resolve(),
    countSince: (since: Parameters<typeof millisOfInstant>[0]) => {
      asked.push(millisOfInstant(since));
      return Promise.resolve(times.filter((time) => START + time >= millisOfInstant(since)).length);
    },
  };
  return { counter, asked };
};

const limits = { ordinary: 2, urgent: 3 };

it.each([
  ['has room', [0], 60_000, 'ordinary', 0],
  ['frees a call when the oldest is a whole window old', [0, 30_000], 60_000, 'ordinary', 21_000],
  ['has room for what is urgent', [0, 30_000], 60_000, 'urgent', 0],
  ['frees a call at the end of a length that its steps do not divide', [40_000, 40_000], 60_500, 'ordinary', 61_000],
] as const)('%s', async (_, times, lengthMs, priority, ms) => {
  const { counter } = countOf(times);
  expect(await waitForRoom({ lengthMs, limits, stepMs: 1000 }, { counter, now: START + 40_000, priority })).toBe(ms);
});

it('finds the moment with a handful of counts', async () => {
  const { counter, asked } = countOf([0, 30_000]);
  await waitForRoom({ lengthMs: 60_000, limits, stepMs: 1000 }, { counter, now: START + 40_000, priority: 'ordinary' });
  expect(asked.length).toBeLessThanOrEqual(8);
});
