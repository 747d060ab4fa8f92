import type { Method } from '../http/http-call';
import type { Lane } from '../http/lanes';

interface Rule extends Lane {
  method?: Method;
  path: RegExp;
}

/** Concurrency that BigCommerce prints for single endpoints (reference: bigcommerce 5.1, 7.1, 7.2); all others have none. */
const RULES: readonly Rule[] = [
  { name: 'customers', most: 3, method: 'PUT', path: /^\/v3\/customers$/ },
  { name: 'customer addresses', most: 3, path: /^\/v3\/customers\/addresses$/ },
  { name: 'category trees', most: 1, path: /^\/v3\/catalog\/trees/ },
  { name: 'channel assignments', most: 1, path: /^\/v3\/catalog\/products\/channel-assignments$/ },
  // One adjustment is to be answered before the next is sent.
  { name: 'inventory', most: 1, path: /^\/v3\/inventory\// },
];

/** Calls of one lane go at most so many at a time; `null` is bounded by the quota alone. */
export const laneOfCall = (method: Method, path: string): Lane | null =>
  RULES.find((rule) => (rule.method === undefined || rule.method === method) && rule.path.test(path)) ?? null;
