import type { Store } from './model/store.ts';

const WINDOW_MS = 30_000;

export interface Quota {
  left: number;
  quota: number;
  resetMs: number;
  exceeded: boolean;
}

/** Counts a call in the store's fixed window. The quota is the store's: all its apps share it. A refused call costs none. */
export function countCall(store: Store, now: number): Quota {
  const { window, settings } = store;
  if (now - window.startedAt >= WINDOW_MS || now < window.startedAt) {
    window.startedAt = now;
    window.used = 0;
  }
  const exceeded = window.used >= settings.quota;
  if (!exceeded) window.used += 1;
  return { left: settings.quota - window.used, quota: settings.quota, resetMs: WINDOW_MS - (now - window.startedAt), exceeded };
}

export function quotaHeaders(quota: Quota): Record<string, string> {
  return {
    'x-rate-limit-time-window-ms': String(WINDOW_MS),
    'x-rate-limit-time-reset-ms': String(quota.resetMs),
    'x-rate-limit-requests-quota': String(quota.quota),
    'x-rate-limit-requests-left': String(quota.left),
  };
}

export function throttled(path: string, quota: Quota | undefined): Response {
  const body = /\/v2\//.test(path)
    ? JSON.stringify([{ status: 429, message: 'You have made too many requests to the API.' }])
    : JSON.stringify({ status: 429, title: 'Too many requests', type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes' });
  return new Response(body, { status: 429, headers: { 'content-type': 'application/json', ...(quota ? { ...quotaHeaders(quota), 'x-retry-after': String(Math.ceil(quota.resetMs / 1000)) } : {}) } });
}
