import type { Store } from './model/store.ts';

/** How many calls an endpoint takes at once per store, where the OpenAPI files print it. */
const LIMITS: { method?: string; path: RegExp; limit: number }[] = [
  { method: 'PUT', path: /^\/v3\/customers$/, limit: 3 },
  { method: 'PUT', path: /^\/v3\/customers\/addresses$/, limit: 3 },
  { method: 'POST', path: /^\/v3\/customers\/addresses$/, limit: 10 },
  { method: 'GET', path: /^\/v3\/catalog\/trees\/\d+\/categories$/, limit: 1 },
  { path: /^\/v3\/inventory\/locations$/, limit: 50 },
];

const underWay = new WeakMap<Store, Map<string, number>>();

export interface Place {
  leave(): void;
}

const FREE: Place = { leave: () => undefined };

/** Takes a place at an endpoint; undefined when as many calls as it takes are under way. */
export function enterEndpoint(store: Store, method: string, path: string): Place | undefined {
  const rule = LIMITS.find((candidate) => (candidate.method === undefined || candidate.method === method) && candidate.path.test(path));
  if (!rule) return FREE;
  const key = `${method} ${path}`;
  const counts = underWay.get(store) ?? new Map<string, number>();
  underWay.set(store, counts);
  const now = counts.get(key) ?? 0;
  if (now >= rule.limit) return undefined;
  counts.set(key, now + 1);
  return { leave: () => void counts.set(key, (counts.get(key) ?? 1) - 1) };
}
