import { describe, expect, it } from 'vitest';
import { createOthersPace } from './others-pace';

interface Answer {
  at: number;
  left: number | null;
  inFlight?: number;
  isRefused?: boolean;
}

/** A window of 150 calls that began at 10 s. */
const pacing = (...answers: Answer[]) => {
  const pace = createOthersPace();
  const answer = ({ at, left, inFlight = 1, isRefused = false }: Answer) =>
    pace.answered({ window: { number: 0, left, quota: 150, lengthMs: 30_000, resetAt: 40_000 }, now: 10_000 + at, inFlight, isRefused });
  answers.forEach(answer);
  return { pace, answer, perSecond: () => Number((pace.callsPerMs() * 1000).toFixed(3)) };
};

describe('the pace of a store’s other apps', () => {
  it.each<[string, Answer[], number]>([
    ['is nothing before the first answer', [], 0],
    ['is nothing while all calls are ours', [{ at: 1000, left: 149 }, { at: 2000, left: 148 }], 0],
    ['is nothing where an answer does not tell what is left', [{ at: 1000, left: null }], 0],
    ['is what was taken since the window began', [{ at: 4000, left: 129 }], 5],
    ['is what was taken of late where that is more', [{ at: 1000, left: 149 }, { at: 5000, left: 130 }], 4.5],
    ['counts a refused call as nobody’s', [{ at: 4000, left: 148, isRefused: true }], 0.5],
    ['counts half of our calls that are on their way as counted already', [{ at: 4000, left: 140, inFlight: 3 }], 2],
    ['is told from no less than a second', [{ at: 1000, left: 149 }, { at: 1100, left: 140 }], 8],
    ['falls with what is taken', [{ at: 1000, left: 100 }, { at: 2000, left: 100 }], 24],
    ['falls slowly while several calls are on their way', [{ at: 1000, left: 149 }, { at: 5000, left: 130 }, { at: 9000, left: 130, inFlight: 3 }], 4.05],
    ['of late means since eight seconds at most', [{ at: 1000, left: 149 }, { at: 9001, left: 147 }, { at: 12_001, left: 116 }], 10],
    ['of late means since the first answer within eight seconds', [{ at: 1000, left: 149 }, { at: 9000, left: 147 }, { at: 12_000, left: 116 }], 2.818],
  ])('%s', (_, answers, perSecond) => {
    expect(pacing(...answers).perSecond()).toBe(perSecond);
  });

  it('is remembered in the next window, and forgotten by a fifth with each further one', () => {
    const { pace, perSecond } = pacing({ at: 1000, left: 149 }, { at: 5000, left: 130 });
    pace.rolled();
    expect(perSecond()).toBe(4.5);
    pace.rolled();
    expect(perSecond()).toBe(3.6);
  });

  it('begins anew with each window', () => {
    const { pace, answer, perSecond } = pacing({ at: 1000, left: 149 });
    pace.rolled();
    answer({ at: 4000, left: 145 });
    expect(perSecond()).toBe(1);
  });

  it('is remembered only as far as it was told while nothing else was on its way', () => {
    const { pace, perSecond } = pacing({ at: 4000, left: 140, inFlight: 3 });
    pace.rolled();
    expect(perSecond()).toBe(0);
  });
});
