/** BigCommerce's statement of the quota (reference: bigcommerce 5.1). */
export interface RateHeaders {
  left: number;
  resetMs: number;
  quota: number | null;
  windowMs: number | null;
}

const whole = (headers: Headers, name: string): number | null => {
  const text = headers.get(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/** `rate` is `null` where the answer says nothing of the quota; a retry time may stand alone. */
export const readRateHeaders = (headers: Headers): { rate: RateHeaders | null; retryAfterMs: number | null } => {
  const left = whole(headers, 'X-Rate-Limit-Requests-Left');
  const resetMs = whole(headers, 'X-Rate-Limit-Time-Reset-Ms');
  const retryAfter = whole(headers, 'X-Retry-After');
  return {
    rate:
      left === null || resetMs === null
        ? null
        : { left, resetMs, quota: whole(headers, 'X-Rate-Limit-Requests-Quota'), windowMs: whole(headers, 'X-Rate-Limit-Time-Window-Ms') },
    retryAfterMs: retryAfter === null ? null : retryAfter * 1000,
  };
};
