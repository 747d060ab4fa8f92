import { createSeededRandom } from '../core/seeded-random.ts';
import type { Store } from './model/store.ts';

const WINDOW_MS = 30_000;

export interface Quota {
  left: number;
  quota: number;
  resetMs: number;
  exceeded: boolean;
}

/** What the other app means to do in the window that begins: how many calls, and whether sooner or later. */
function planOfOther(store: Store): { other: number; bend: number } {
  const app = store.otherApp;
  if (!app) return { other: 0, bend: 1 };
  const random = createSeededRandom(app.seed);
  const share = Math.min(Math.max(app.share + (random.next() * 2 - 1) * app.jitter, 0), 1);
  const bend = 2 ** (random.next() * 2 - 1);
  app.seed = random.seed();
  return { other: Math.round(share * store.settings.quota), bend };
}

/** The calls that the other app has made by now; it too gets no more than what is left. */
function usedByOther({ window, settings }: Store, now: number): number {
  const planned = Math.ceil((window.other ?? 0) * ((now - window.startedAt) / WINDOW_MS) ** (window.bend ?? 1));
  return Math.min(planned, Math.max(settings.quota - window.used, 0));
}

const KEPT_WINDOWS = 2_000;

function endWindow(store: Store): void {
  const { startedAt, used, refused = 0, other = 0 } = store.window;
  if (startedAt === 0) return;
  const allowed = Math.max(used, store.settings.quota - other);
  store.pastWindows = [...(store.pastWindows ?? []), { startedAt, used, allowed, refused }].slice(-KEPT_WINDOWS);
}

/** Counts a call in the store's fixed window. The quota is the store's: all its apps share it. A refused call costs none. */
export function countCall(store: Store, now: number): Quota {
  if (now - store.window.startedAt >= WINDOW_MS || now < store.window.startedAt) {
    endWindow(store);
    store.window = { startedAt: now, used: 0, ...planOfOther(store) };
  }
  const { window, settings } = store;
  const other = usedByOther(store, now);
  const exceeded = window.used + other >= settings.quota;
  if (exceeded) window.refused = (window.refused ?? 0) + 1;
  else window.used += 1;
  return { left: Math.max(settings.quota - window.used - other, 0), quota: settings.quota, resetMs: WINDOW_MS - (now - window.startedAt), exceeded };
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
