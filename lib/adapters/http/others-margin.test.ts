import { describe, expect, it } from 'vitest';
import { createOthersMargin } from './others-margin';

const window = { number: 0, left: 150, quota: 150, lengthMs: 30_000, resetAt: 30_000 };

const told = (...answers: { at: number; left: number; flight: number }[]) => {
  const margin = createOthersMargin();
  for (const { at, left, flight } of answers) margin.answered({ window: { ...window, left }, now: at, sentAt: at - flight, inFlight: 1, isRefused: false });
  return margin;
};

const refused = (times: number) => {
  const margin = createOthersMargin();
  for (let time = 0; time < times; time += 1) margin.answered({ window, now: 1000, sentAt: 1000, inFlight: 1, isRefused: true });
  return margin;
};

describe('what is left unused for other apps', () => {
  const alone = { at: 1000, left: 149, flight: 100 };
  const busy = { at: 5000, left: 130, flight: 200 };

  it('is nothing while nobody else calls', () => {
    expect(told(alone).calls(20_000)).toBe(0);
  });

  it('is what they may take during one and a half flights, and since the last answer', () => {
    const margin = told(alone, busy);
    expect(margin.calls(5000)).toBe(5);
    expect(margin.calls(6000)).toBe(14);
  });

  it('reckons with the slowest flight of late', () => {
    expect(told(alone, busy, { at: 6000, left: 130, flight: 10 }).calls(6000)).toBe(4);
  });

  it('is less with each window in which nobody else calls', () => {
    const margin = told(alone, busy);
    const calls = [1, 2, 3, 4].map(() => {
      margin.rolled();
      return margin.calls(6000);
    });
    expect(calls).toEqual([14, 12, 10, 9]);
  });

  it.each([
    [1, 2],
    [2, 4],
    [6, 10],
  ])('is more after %i refusals: %i calls', (times, calls) => {
    expect(refused(times).calls(1000)).toBe(calls);
  });

  it('is one call less with each window that goes without a refusal, until there is nothing to forget', () => {
    const margin = refused(1);
    const calls = [1, 2, 3, 4].map(() => {
      margin.rolled();
      return margin.calls(1000);
    });
    expect(calls).toEqual([2, 1, 0, 0]);
  });
});
