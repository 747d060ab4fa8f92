import type { RateHeaders } from './rate-headers';

/** One window of a quota that the other side counts and reports. */
export interface QuotaWindow {
  /** Counts up; tells a late answer of an earlier window from one of this. */
  number: number;
  /** Calls left, the smallest number reported yet; `null` until an answer of this window tells. */
  left: number | null;
  quota: number;
  lengthMs: number;
  resetAt: number;
}

const USUAL_MS = 30_000;

export const unknownWindow = (now: number): QuotaWindow => ({ number: 0, left: null, quota: 0, lengthMs: USUAL_MS, resetAt: now + USUAL_MS });

export const windowAfter = (window: QuotaWindow, now: number): QuotaWindow => ({
  ...window,
  number: window.number + 1,
  left: null,
  resetAt: now + window.lengthMs,
});

/** The window after an answer to a call that was sent in window `sentIn`. */
export const learnWindow = (window: QuotaWindow, { left, resetMs, quota, windowMs }: RateHeaders, seen: { now: number; sentIn: number }): QuotaWindow => {
  const lengthMs = windowMs || window.lengthMs;
  const resetAt = seen.now + resetMs;
  const known = { ...window, lengthMs, quota: quota ?? window.quota };
  // Resets of neighbouring windows lie a whole window apart, so half of one tells them apart despite slow answers.
  if (seen.sentIn < window.number && resetAt < window.resetAt - lengthMs / 2) return window;
  if (window.left === null) return { ...known, left, resetAt };
  if (resetAt >= window.resetAt + lengthMs / 2) return { ...known, number: window.number + 1, left, resetAt };
  // The network only ever makes the reset look later, and calls of others only ever make the rest smaller.
  return { ...known, left: Math.min(window.left, left), resetAt: Math.min(window.resetAt, resetAt) };
};
