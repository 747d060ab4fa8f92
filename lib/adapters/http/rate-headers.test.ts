import { describe, expect, it } from 'vitest';
import { readRateHeaders } from './rate-headers';

const read = (headers: Record<string, string>) => readRateHeaders(new Headers(headers));

describe('what an answer says of the quota', () => {
  it('is read whole', () => {
    const headers = { 'X-Rate-Limit-Requests-Left': '149', 'X-Rate-Limit-Time-Reset-Ms': '29000', 'X-Rate-Limit-Requests-Quota': '150', 'X-Rate-Limit-Time-Window-Ms': '30000' };
    expect(read(headers)).toEqual({ rate: { left: 149, resetMs: 29_000, quota: 150, windowMs: 30_000 }, retryAfterMs: null });
  });

  it('needs no more than what is left and until when', () => {
    expect(read({ 'X-Rate-Limit-Requests-Left': '0', 'X-Rate-Limit-Time-Reset-Ms': '1' }).rate).toEqual({ left: 0, resetMs: 1, quota: null, windowMs: null });
    expect(read({ 'X-Rate-Limit-Requests-Left': '0' }).rate).toBeNull();
    expect(read({ 'X-Rate-Limit-Time-Reset-Ms': '1' }).rate).toBeNull();
  });

  it.each([
    ['45', 45_000],
    ['123456789', 123_456_789_000],
    ['0', 0],
    ['1234567890', null],
    ['-1', null],
    ['1.5', null],
    ['1 s', null],
    ['', null],
  ])('takes “%s” seconds to wait for %j', (text, ms) => {
    expect(read({ 'X-Retry-After': text }).retryAfterMs).toBe(ms);
  });
});
