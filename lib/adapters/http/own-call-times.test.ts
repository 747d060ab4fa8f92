import { expect, it } from 'vitest';
import { instantFromMillis, millisOfInstant } from '../../domain/instant-arithmetic';
import { withOwnCallTimes } from './own-call-times';

const START = Date.UTC(2026, 0, 15, 12);
const HOUR = 60 * 60_000;

/** `kept` is what the table says, whoever asks. */
const counting = (kept: number) => {
  const asked: number[] = [];
  const counter = withOwnCallTimes({
    add: () => Promise.resolve(),
    countSince: (since) => {
      asked.push(millisOfInstant(since));
      return Promise.resolve(kept);
    },
  });
  const add = async (...times: number[]) => {
    for (const time of times) await counter.add(instantFromMillis(START + time));
  };
  return { add, asked, since: (time: number) => counter.countSince(instantFromMillis(START + time)) };
};

it('counts its own calls to the millisecond', async () => {
  const calls = counting(3);
  await calls.add(10_000, 30_000, 50_000);
  expect([await calls.since(30_000), await calls.since(30_001), await calls.since(10_000)]).toEqual([2, 1, 3]);
});

it('counts the calls of others by the minute', async () => {
  const calls = counting(5);
  await calls.add(10_000, 50_000);
  expect(await calls.since(30_000)).toBe(4);
  expect(calls.asked).toEqual([START]);
});

it('counts its own where they are no longer kept', async () => {
  const calls = counting(0);
  await calls.add(10_000, 50_000);
  expect(await calls.since(0)).toBe(2);
});

it('forgets its own after 25 hours', async () => {
  const calls = counting(0);
  await calls.add(0, 1, 25 * HOUR);
  expect(await calls.since(0)).toBe(3);
  await calls.add(25 * HOUR + 1);
  expect(await calls.since(0)).toBe(3);
  expect(await calls.since(1)).toBe(3);
});
