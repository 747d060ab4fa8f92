import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Exchange } from '../core/contract.ts';
import { callEveryEndpoint } from '../testing/call-every-endpoint.ts';
import { ExchangeChecker } from '../testing/check-exchange.ts';
import { KNOWN_ERRORS } from '../testing/known-errors.ts';
import { TestSandbox } from '../testing/running-sandbox.ts';
import { createApi } from './create-api.ts';

const FOLDER = resolve('../shared/reference/bigcommerce-openapi');
/** What an app needs that also writes channels and locations. */
const SCOPE = 'store_v2_orders store_v2_transactions store_v2_products store_v2_customers store_v2_information store_inventory store_locations store_channel_settings store_app_extensions_manage';
const title = 'every request and response of every endpoint fits the OpenAPI files';

function uncalled(sandbox: TestSandbox, exchanges: Exchange[]): string[] {
  const calls = new Set(exchanges.map((exchange) => `${exchange.method} ${exchange.path.replace(/\?.*/, '')}`));
  const routes = createApi(sandbox.running.bigcommerce.platform).routes.filter((route) => route.method !== 'ALL');
  return routes
    .filter((route) => {
      const pattern = new RegExp(`^${route.method} ${route.path.replace(/:\w+(\{[^}]+\})?/g, '[^/]+')}$`);
      // The links in orders use a second spelling of the same path.
      return !route.path.includes('shippingaddresses') && ![...calls].some((call) => pattern.test(call));
    })
    .map((route) => `${route.method} ${route.path}`);
}

if (existsSync(FOLDER)) {
  test(title, { timeout: 120_000 }, async () => {
    const sandbox = await TestSandbox.start();
    try {
      await sandbox.connect(SCOPE);
      await callEveryEndpoint(sandbox);
      sandbox.hash = 'yankee';
      await sandbox.control('POST', '/worlds', { name: 'us', storeHash: 'yankee' });
      await sandbox.connect(SCOPE);
      await callEveryEndpoint(sandbox);
      const exchanges = sandbox.running.core.exchanges.list({ side: 'bigcommerce' });
      const checker = new ExchangeChecker(FOLDER);
      const violations = exchanges.flatMap((exchange) => checker.check(exchange));
      expect([...new Set(violations.map((violation) => `${violation.operation}: ${violation.text}`))]).toEqual([]);
      expect(exchanges.filter((exchange) => exchange.status >= 400 && exchange.status !== 404).map((exchange) => `${exchange.method} ${exchange.path} ${exchange.status} ${JSON.stringify(exchange.responseBody)}`)).toEqual([]);
      expect(uncalled(sandbox, exchanges)).toEqual([]);
      // A row that forgives nothing any more has to go.
      const needed = KNOWN_ERRORS.filter((row) => row.neededBy !== 'the app').map((row) => KNOWN_ERRORS.indexOf(row));
      expect(needed.filter((index) => !checker.used.has(index)).map((index) => KNOWN_ERRORS[index]?.why)).toEqual([]);
    } finally {
      sandbox.stop();
    }
  });

  test('the checker sees an unknown field, a wrong type, an unknown parameter and an undocumented status', { timeout: 120_000 }, () => {
    const checker = new ExchangeChecker(FOLDER);
    const exchange = (more: Partial<Exchange>): Exchange => ({
      at: '', ms: 0, side: 'bigcommerce', tenant: 'x', method: 'POST', path: '/stores/x/v2/orders', requestHeaders: { accept: 'application/json' },
      requestBody: { billing_address: { zip: '2000' }, products: [] }, status: 200, responseHeaders: {}, responseBody: { id: 1 }, ...more,
    });
    const texts = (more: Partial<Exchange>) => checker.check(exchange(more)).map((violation) => violation.text).join('\n');
    expect(texts({})).toBe('');
    expect(texts({ requestBody: { billing_address: { zip: '2000' }, products: [], extrnal_order_id: 'x' } })).toContain('extrnal_order_id');
    expect(texts({ responseBody: { id: 'one' } })).toContain('/id must be integer');
    expect(texts({ method: 'GET', requestBody: undefined, path: '/stores/x/v2/orders?external_id=1', responseBody: [] })).toContain('query external_id is not documented');
    expect(texts({ status: 202 })).toContain('status 202 is not documented');
    expect(texts({ requestHeaders: {} })).toContain('Accept');
  });
} else {
  test.skip(`${title} - DOES NOT RUN: there is no folder ../shared/reference/bigcommerce-openapi beside this project`, () => undefined);
}
