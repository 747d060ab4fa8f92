import { describe, expect, it } from 'vitest';
import type { Method } from '../http/http-call';
import { laneOfCall } from './lane-of-call';

describe('how many calls may go side by side', () => {
  it.each<[Method, string, number | undefined]>([
    ['PUT', '/v3/customers', 3],
    ['POST', '/v3/customers', undefined],
    ['POST', '/v3/customers/addresses', 3],
    ['GET', '/v3/catalog/trees/categories', 1],
    ['PUT', '/v3/inventory/adjustments/absolute', 1],
    ['PUT', '/v3/catalog/products/channel-assignments', 1],
    ['PUT', '/v3/catalog/products', undefined],
    ['GET', '/v2/orders', undefined],
  ])('%s %s: %s', (method, path, most) => {
    expect(laneOfCall(method, path)?.most).toBe(most);
  });
});
