import { expect, test } from 'vitest';
import type { Exchange } from './contract.ts';
import { createExchanges } from './create-exchanges.ts';

const exchange = (path: string, status = 200): Exchange => ({ at: '', side: 'bigcommerce', tenant: 'demo', method: 'GET', path, requestHeaders: {}, requestBody: undefined, status, responseHeaders: {}, responseBody: undefined, ms: 1 });

test('large bodies push the oldest out of the ring, and the counts stay whole', () => {
  const exchanges = createExchanges();
  for (let id = 0; id < 100; id += 1) exchanges.add(exchange(`/stores/demo/v3/catalog/products/${id}?include=variants`), 10 * 1024 * 1024);
  const kept = exchanges.list().map((one) => one.path);
  expect(kept.length).toBeLessThan(20);
  expect(kept.at(-1)).toContain('/products/99');
  expect(exchanges.counts({ side: 'bigcommerce' })).toEqual([{ side: 'bigcommerce', tenant: 'demo', method: 'GET', path: '/stores/demo/v3/catalog/products/N', status: 200, times: 100 }]);
});

test('calls are counted apart by how they were answered, until they are cleared', () => {
  const exchanges = createExchanges();
  for (const status of [200, 429, 200]) exchanges.add(exchange('/stores/demo/v2/time', status));
  expect(exchanges.counts().map((row) => [row.status, row.times])).toEqual([[200, 2], [429, 1]]);
  expect(exchanges.counts({ tenant: 'other' })).toEqual([]);
  exchanges.clear();
  expect([exchanges.counts(), exchanges.list()]).toEqual([[], []]);
});
