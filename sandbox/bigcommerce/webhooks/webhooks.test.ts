import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECRET, TestSandbox, until } from '../../testing/running-sandbox.ts';
import { RETRY_SERIES } from './retry-series.ts';
import { signDelivery } from './sign-delivery.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

const hook = (scope = 'store/order/created', more: object = {}) =>
  sandbox.call<{ data: { id: number; is_active: boolean } }>('POST', '/v3/hooks', { scope, destination: `${sandbox.app.url}/hooks`, headers: { 'x-token': 'abc' }, ...more });
const place = () => sandbox.control<{ id: number }>('POST', '/stores/demo/orders', { lines: [{ sku: 'SOAP-OAT' }] });

test('the signature is that of the published vector', () => {
  const body = '{"scope":"store/order/created","producer":"stores/abc123","data":{"type":"order","id":250}}';
  expect(signDelivery('example-client-secret-0001', { id: 'msg_test_1', timestamp: 1_767_225_600, body })).toBe('v1,ewLhCq0MxBLspxrOIKw9nFcAddfAmUp0vBoFVi8pl5Q=');
});

test('a delivery carries the custom headers, a signature that the library accepts, and the payload of its topic', async () => {
  await hook();
  const { body } = await place();
  await until(() => sandbox.app.webhooks().length === 1);
  const [delivery] = sandbox.app.webhooks();
  expect(delivery?.headers.get('x-token')).toBe('abc');
  const webhook = new Webhook(Buffer.from(SECRET, 'utf8').toString('base64'));
  const payload = webhook.verify(delivery!.body, Object.fromEntries(delivery!.headers)) as Record<string, unknown>;
  expect(payload).toMatchObject({ scope: 'store/order/created', producer: 'stores/demo', data: { type: 'order', id: body.id } });
  expect(payload['store_id']).toMatch(/^\d+$/);
});

test('writes of the app itself are told too, with the statuses before and after', async () => {
  await hook('store/order/*');
  const { body } = await place();
  await sandbox.call('PUT', `/v2/orders/${body.id}`, { status_id: 5 });
  await until(() => sandbox.app.webhooks().length >= 3);
  const status = sandbox.app.webhooks().find((heard) => heard.json.scope === 'store/order/statusUpdated');
  expect(status?.json.data['status']).toEqual({ previous_status_id: 11, new_status_id: 5 });
});

test('a failed delivery is repeated by the series under its own id, and the hook is switched off at the end', async () => {
  const { body: created } = await hook();
  sandbox.app.answer = 500;
  await place();
  await until(() => sandbox.app.webhooks().length === 1);
  let seen = 1;
  for (const seconds of RETRY_SERIES) {
    await sandbox.control('POST', '/clock', { advanceMs: (seconds - 2) * 1000 });
    expect(sandbox.app.webhooks()).toHaveLength(seen);
    await sandbox.control('POST', '/clock', { advanceMs: 2000 });
    seen += 1;
    await until(() => sandbox.app.webhooks().length === seen);
  }
  expect(new Set(sandbox.app.webhooks().map((heard) => heard.headers.get('webhook-id'))).size).toBe(1);
  await sandbox.connect();
  const after = await sandbox.call<{ data: { is_active: boolean } }>('GET', `/v3/hooks/${created.data.id}`);
  expect(after.body.data.is_active).toBe(false);
  await sandbox.call('PUT', `/v3/hooks/${created.data.id}`, { is_active: true });
  sandbox.app.answer = 200;
  await place();
  await until(() => sandbox.app.webhooks().length === seen + 1);
});

test('webhook faults lose, double, delay and reorder deliveries', async () => {
  await hook();
  const fault = (kind: string, delayMs?: number) => sandbox.control('POST', '/webhook-faults', { kind, times: 1, ...(delayMs === undefined ? {} : { delayMs }) });
  await fault('drop');
  const lost = (await place()).body.id;
  await fault('reorder', 300);
  const first = (await place()).body.id;
  const second = (await place()).body.id;
  await until(() => sandbox.app.webhooks().length === 2);
  expect(sandbox.app.webhooks().map((heard) => heard.json.data['id'])).toEqual([second, first]);
  expect(sandbox.app.webhooks().some((heard) => heard.json.data['id'] === lost)).toBe(false);
  await fault('duplicate');
  await place();
  await until(() => sandbox.app.webhooks().length === 4);
  const ids = sandbox.app.webhooks().map((heard) => heard.headers.get('webhook-id'));
  expect(ids[2]).toBe(ids[3]);
});

test('hooks are refused for a known pair, an unknown topic and a destination without https', async () => {
  expect((await hook()).status).toBe(201);
  expect((await hook()).status).toBe(422);
  expect((await hook('store/nothing/created')).status).toBe(422);
  expect((await hook('store/order/updated', { destination: 'http://example.com/hooks' })).status).toBe(422);
  expect((await hook('store/order/updated', { destination: 'https://example.com:8443/hooks' })).status).toBe(422);
});

test('a hook without events for ninety days is switched off, and can be switched on again', async () => {
  const { body } = await hook('store/order/archived');
  const active = async () => (await sandbox.call<{ data: { is_active: boolean }[] }>('GET', '/v3/hooks')).body.data[0]?.is_active;
  await sandbox.control('POST', '/clock', { advanceMs: 89 * 86_400_000 });
  expect(await active()).toBe(true);
  await sandbox.control('POST', '/clock', { advanceMs: 2 * 86_400_000 });
  expect(await active()).toBe(false);
  await sandbox.call('PUT', `/v3/hooks/${body.data.id}`, { is_active: true });
  expect(await active()).toBe(true);
});

test('a scope takes ten hooks and no more', async () => {
  const statuses = [];
  for (let index = 0; index < 11; index += 1) statuses.push((await hook('store/order/created', { destination: `${sandbox.app.url}/hooks/${index}` })).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(10);
  expect(statuses.at(-1)).toBe(422);
});

test('an inventory adjustment is seen and told only after a while, and a relative one needs an absolute one first', async () => {
  await hook('store/product/inventory/updated');
  const level = async () => (await sandbox.call<{ data: { locations: { total_inventory_onhand: number }[] }[] }>('GET', '/v3/inventory/items?sku:in=TOTE-01&location_id:in=2')).body.data[0]?.locations[0]?.total_inventory_onhand;
  const items = (quantity: number) => ({ reason: 'count', items: [{ location_id: 2, sku: 'TOTE-01', quantity }] });
  expect((await sandbox.call('POST', '/v3/inventory/adjustments/relative', items(1))).status).toBe(422);
  expect((await sandbox.call('PUT', '/v3/inventory/adjustments/absolute', items(7))).status).toBe(200);
  expect(await level()).toBe(0);
  await sandbox.control('POST', '/clock', { advanceMs: 2000 });
  expect(await level()).toBe(7);
  await until(() => sandbox.app.webhooks().length === 1);
  expect((await sandbox.call('POST', '/v3/inventory/adjustments/relative', items(-2))).status).toBe(200);
  await sandbox.control('POST', '/clock', { advanceMs: 2000 });
  expect(await level()).toBe(5);
});

test('the catalogue tells of products, variants, stock, customers and categories, also where the app wrote them', async () => {
  for (const scope of ['store/product/*', 'store/sku/*', 'store/channel/*/inventory/product/stock_changed', 'store/customer/*', 'store/category/*']) await hook(scope);
  const heard = () => sandbox.app.webhooks().map(({ json }) => json.scope).sort();
  const told = async (act: () => Promise<unknown>) => {
    const before = heard().length;
    await act();
    await sandbox.control('POST', '/clock', { advanceMs: 2000 });
    await until(() => heard().length > before);
    const scopes = sandbox.app.webhooks().slice(before).map(({ json }) => json.scope).sort();
    sandbox.app.heard.length = 0;
    return scopes;
  };
  const stockOf = (sku: string) => sandbox.call('PUT', '/v3/inventory/adjustments/absolute', { items: [{ location_id: 1, sku, quantity: 3 }] });
  expect(await told(() => sandbox.call('PUT', '/v3/catalog/products/77', { price: 9 }))).toEqual(['store/product/updated']);
  expect(await told(() => stockOf('TOTE-01'))).toEqual(['store/channel/*/inventory/product/stock_changed', 'store/product/inventory/updated']);
  expect(await told(() => stockOf('TEE-M'))).toEqual(['store/channel/*/inventory/product/stock_changed', 'store/sku/inventory/updated']);
  expect(await told(() => sandbox.control('POST', '/stores/demo/orders', { lines: [{ sku: 'TEE-M' }] }))).toEqual(['store/channel/*/inventory/product/stock_changed', 'store/sku/inventory/order/updated']);
  expect(await told(() => sandbox.call('POST', '/v3/catalog/trees/categories', [{ name: 'Hats', tree_id: 1 }]))).toEqual(['store/category/created']);
  expect(await told(() => sandbox.call('PUT', '/v3/customers', [{ id: 1, phone: '1' }]))).toEqual(['store/customer/updated']);
  expect(await told(() => sandbox.call('DELETE', '/v3/catalog/products/78'))).toEqual(['store/product/deleted']);
});

test('of images only the first is told, and custom fields are not', async () => {
  await hook('store/product/*');
  const image = () => sandbox.call('POST', '/v3/catalog/products/77/images', { image_url: `${sandbox.app.url}/pictures/one` });
  await image();
  await image();
  await sandbox.call('PUT', '/v3/catalog/products/77', { custom_fields: [{ name: 'Made in', value: 'Sydney' }] });
  await sandbox.call('PUT', '/v3/catalog/products/78', { price: 9 });
  await until(() => sandbox.app.webhooks().length >= 2);
  expect(sandbox.app.webhooks().map(({ json }) => json.data['id'])).toEqual([77, 78]);
});

test('stock is told with its method, the product and the location', async () => {
  await hook('store/product/inventory/updated');
  await hook('store/channel/*/inventory/product/stock_changed');
  await sandbox.control('POST', '/stores/demo/stock', { sku: 'TOTE-01', quantity: 3, locationId: 2 });
  await until(() => sandbox.app.webhooks().length === 2);
  const data = sandbox.app.webhooks().map(({ json }) => json.data);
  expect(data).toContainEqual({ type: 'product', id: 77, inventory: { product_id: 77, method: 'absolute', value: 3 } });
  expect(data).toContainEqual(expect.objectContaining({ product_id: 77, variant_id: 60, location_id: 2 }));
});
