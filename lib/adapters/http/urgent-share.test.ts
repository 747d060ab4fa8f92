import { expect, it } from 'vitest';
import { createUrgentShare } from './urgent-share';

const window = { number: 0, left: 100, quota: 150, lengthMs: 30_000, resetAt: 30_000 };
const share = createUrgentShare(0.1);

it.each([
  [0, 15],
  [15_000, 7],
  [29_999, 0],
  [31_000, 0],
])('keeps less of the window the later it is: at %i ms %i calls', (now, kept) => {
  expect(share.kept(window, 'ordinary', now)).toBe(kept);
  expect(share.kept(window, 'urgent', now)).toBe(0);
});

it.each([
  [150, 5, 20_000],
  [150, 15, 0],
  [130, 4, 20_770],
])('of a quota of %i lets %i calls go at %i ms', (quota, room, at) => {
  expect(share.releasedAt({ ...window, quota }, room)).toBe(at);
});
