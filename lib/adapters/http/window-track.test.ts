import { expect, it } from 'vitest';
import { createWindowTrack } from './window-track';

const track = () => {
  const seen = { now: 0, rolls: 0 };
  const windows = createWindowTrack(
    () => seen.now,
    () => {
      seen.rolls += 1;
    },
  );
  return { seen, windows };
};

const stated = (left: number, resetMs: number) => ({ left, resetMs, quota: 150, windowMs: 30_000 });

it('enters the next window a little after the end of the last', () => {
  const { seen, windows } = track();
  seen.now = 30_039;
  expect(windows.current()).toMatchObject({ number: 0 });
  seen.now = 30_040;
  expect(windows.current()).toMatchObject({ number: 1, left: null, resetAt: 60_040 });
  expect(seen.rolls).toBe(1);
});

it('learns from answers, and hears of a new window from one', () => {
  const { seen, windows } = track();
  seen.now = 1000;
  expect(windows.learn(stated(149, 20_000), 0)).toBe(true);
  expect([windows.current(), seen.rolls]).toEqual([{ number: 0, left: 149, quota: 150, lengthMs: 30_000, resetAt: 21_000 }, 0]);
  expect(windows.learn(stated(148, 40_000), 0)).toBe(true);
  expect([windows.current().number, seen.rolls]).toEqual([1, 1]);
});

it('tells a late answer of an earlier window from news', () => {
  const { seen, windows } = track();
  windows.learn(stated(100, 1000), 0);
  seen.now = 1100;
  expect(windows.learn(stated(149, 29_900), 1)).toBe(true);
  expect(windows.learn(stated(0, 10), 0)).toBe(false);
  expect(windows.current()).toMatchObject({ number: 1, left: 149 });
});
