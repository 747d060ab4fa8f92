import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture, send, TestSandbox, until } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  sandbox = await TestSandbox.start(['--record', join(folder, 'exchanges.ndjson')]);
});
afterEach(() => {
  sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a world is a fresh store and shop that share nothing with others', async () => {
  const { status, body } = await sandbox.control<{ storeHash: string; shopId: string }>('POST', '/worlds', { name: 'demo' });
  expect(status).toBe(201);
  expect(body.storeHash).toMatch(/^[a-z0-9]{3,20}$/);
  await sandbox.control('POST', `/stores/${body.storeHash}/orders`, { lines: [{ sku: 'TOTE-01' }] });
  const stores = await sandbox.control<{ hash: string; orders: number }[]>('GET', '/stores');
  const count = (hash: string) => stores.body.find((store) => store.hash === hash)?.orders;
  expect(count(body.storeHash)).toBe(count('demo')! + 1);
  const shops = await sandbox.control<{ id: string }[]>('GET', '/hike/shops');
  expect(shops.body.map((shop) => shop.id)).toContain(body.shopId);
});

test('seeds are no events: the ledger of a new world is empty', async () => {
  expect((await sandbox.control('GET', '/ledger?side=bigcommerce&kind=order.created')).body).toEqual([]);
});

test('a batch happens in one moment, and says of each call what came of it', async () => {
  const countCustomers = async () => (await sandbox.control<{ customers: unknown[] }>('GET', '/hike/shops/demo')).body.customers.length;
  const before = await countCustomers();
  const calls = Array.from({ length: 300 }, (_, number) => ({ method: 'POST', path: '/hike/shops/demo/customers', body: { first_name: 'Many', email: `many.${number}@example.com` } }));
  let isOver = false;
  const seen: number[] = [];
  const watched = (async () => {
    while (!isOver) seen.push(await countCustomers());
  })();
  const { body } = await sandbox.control<{ status: number; body: { email?: string } }[]>('POST', '/batch', [...calls, { method: 'POST', path: '/nowhere', body: {} }]);
  isOver = true;
  await watched;
  expect(body.slice(298).map(({ status, body: one }) => [status, one.email])).toEqual([[201, 'many.298@example.com'], [201, 'many.299@example.com'], [404, undefined]]);
  expect(new Set([...seen, await countCustomers()])).toEqual(new Set([before, before + 300]));
});

test('an order carries every kind of money that was asked for', async () => {
  const { body } = await sandbox.control<Record<string, unknown>>('POST', '/stores/demo/orders', {
    customerId: 2,
    lines: [{ sku: 'TEE-M', quantity: 2, wrapping: { cost: '4.40' } }, { name: 'Engraving', price: '11.00' }, { sku: 'GONE-1', price: '5.50' }, { sku: 'BASIL-SEED', digital: true }],
    coupon: { code: 'TENOFF', type: 'percent', value: 10 },
    manualDiscount: '3.33',
    shipping: '9.95',
    handling: '2.20',
    fees: [{ name: 'Surcharge', cost: '1.10' }],
    giftCertificate: { amount: '10.00' },
    storeCredit: '5.00',
    currency: 'USD',
    paymentMethod: 'Bank Deposit',
  });
  expect(body).toMatchObject({
    subtotal_inc_tax: '111.0000',
    coupon_discount: '11.1000',
    discount_amount: '3.3300',
    wrapping_cost_inc_tax: '4.4000',
    gift_certificate_amount: '10.0000',
    store_credit_amount: '5.0000',
    total_inc_tax: '114.2200',
    default_currency_code: 'USD',
    store_default_currency_code: 'AUD',
  });
  const transactions = await sandbox.call<{ data: { method: string; amount: number }[] }>('GET', `/v3/orders/${String(body['id'])}/transactions`);
  expect(transactions.body.data.map((part) => [part.method, part.amount])).toEqual([['gift_certificate', 10], ['store_credit', 5], ['offline', 99.22]]);
});

test.each([
  ['POST', '/worlds', { name: 'nowhere' }, 422],
  ['POST', '/worlds', { name: 'demo', storeHash: 'Has-Capitals' }, 422],
  ['POST', '/stores/nobody/orders', { lines: [{ sku: 'x' }] }, 404],
  ['POST', '/stores/demo/orders', { lines: [] }, 422],
  ['POST', '/stores/demo/orders/9999/ship', {}, 404],
  ['POST', '/clock', { to: '2001-01-01T00:00:00Z' }, 422],
  ['GET', '/nothing', undefined, 404],
])('%s %s with %j is refused with a sentence', async (method, path, body, status) => {
  const answer = await sandbox.control<{ message: string }>(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.body.message).toMatch(/\S+ \S+/);
});

test('staff actions change an order, and the merchant\'s edits change taxes, goods and customers', async () => {
  const placed = await sandbox.control<{ id: number }>('POST', '/stores/demo/orders', { lines: [{ sku: 'TOTE-01' }] });
  const act = async (name: string, body?: object) => (await sandbox.control<{ status_id: number }>('POST', `/stores/demo/orders/${placed.body.id}/${name}`, body)).body.status_id;
  expect(await act('ship')).toBe(2);
  expect(await act('complete')).toBe(10);
  expect(await act('status', { statusId: 12 })).toBe(12);
  expect(await act('refund')).toBe(4);
  expect((await sandbox.control<{ rate: number }>('PATCH', '/stores/demo/tax-classes/4', { ratePercent: 12.5 })).body.rate).toBe(1250);
  expect((await sandbox.control('POST', '/stores/demo/stock', { sku: 'TEE-M', quantity: 3 })).status).toBe(200);
  expect((await sandbox.control('PATCH', '/stores/demo/customers/1', { phone: '1' })).status).toBe(200);
  expect((await sandbox.control('PATCH', '/stores/demo/products/77', { price: 23 })).status).toBe(200);
});

test('a merchant makes, edits, photographs and deletes a product, and its whole state can be read', async () => {
  const made = await sandbox.control<{ id: number }>('POST', '/stores/demo/products', { name: 'Cap', type: 'physical', weight: 1, price: 5, sku: 'CAP', inventory_tracking: 'product', inventory_level: 2 });
  const path = `/stores/demo/products/${made.body.id}`;
  expect(made.status).toBe(201);
  const shown = await sandbox.control<{ imageContents: { id: number; contentHash: string }[]; images: { url_standard: string }[] }>('POST', `${path}/images`, { base64: picture('by hand').toString('base64') });
  expect(shown.body.imageContents[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  await sandbox.control('POST', '/stores/demo/stock', { sku: 'CAP', quantity: 9, locationId: 2 });
  await sandbox.control('PATCH', path, { price: 6, oldOptionSet: true });
  const { body } = await sandbox.control<object[]>('GET', '/stores/demo/products?sku=cap');
  expect(body).toEqual([expect.objectContaining({ id: made.body.id, price: 6, oldOptionSet: true, inventory_level: 11 })]);
  expect((await sandbox.control<{ stock: object[] }>('GET', path)).body.stock).toEqual([expect.objectContaining({ locationId: 1, onHand: 2 }), expect.objectContaining({ locationId: 2, onHand: 9 })]);
  expect((await sandbox.control('DELETE', `${path}/images/${shown.body.imageContents[0]!.id}`)).status).toBe(204);
  expect((await sandbox.control('DELETE', path)).status).toBe(204);
  expect((await sandbox.control('GET', path)).status).toBe(404);
});

test('the clock runs as many times as fast as it is told, and moves as before', async () => {
  const clock = (body: object) => sandbox.control<{ now: string; scale: number }>('POST', '/clock', body);
  expect((await clock({ scale: 500 })).body.scale).toBe(500);
  const before = Date.parse((await clock({})).body.now);
  await until(() => sandbox.running.core.clock.now().getTime() - before > 30_000);
  await clock({ scale: 1 });
  const stopped = Date.parse((await clock({ advanceMs: 60_000 })).body.now);
  expect(stopped - before).toBeGreaterThan(90_000);
  expect((await clock({ scale: 0 })).status).toBe(422);
});

test('calls are counted by what they called and how they were answered', async () => {
  await sandbox.control('DELETE', '/exchanges');
  for (const id of [77, 78, 9999]) await sandbox.call('GET', `/v3/catalog/products/${id}`);
  const { body } = await sandbox.control<object[]>('GET', '/calls?side=bigcommerce&tenant=demo');
  const row = { side: 'bigcommerce', tenant: 'demo', method: 'GET', path: '/stores/demo/v3/catalog/products/N' };
  expect(body).toEqual([{ ...row, status: 200, times: 2 }, { ...row, status: 404, times: 1 }]);
});

test('the control panel lists the products, and a person changes name, price and stock of one', async () => {
  const base = sandbox.running.urls.bigcommerceUrl;
  const opened = await send(`${base}/open`, { method: 'POST', body: new URLSearchParams({ store: 'demo', user: '9128001' }) });
  const headers = { cookie: opened.headers.get('set-cookie')!.split(';')[0]! };
  const list = await send(`${base}/store-demo/manage/products?search=tote`, { headers });
  expect(list.text).toContain('Canvas tote');
  expect(list.text).not.toContain('Organic tee');
  const page = `${base}/store-demo/manage/products/77`;
  expect((await send(page, { headers })).text).toContain('name="stock-60-1"');
  const save = (fields: Record<string, string>) => send(page, { method: 'POST', headers, body: new URLSearchParams(fields) });
  expect((await save({ name: 'Tote, blue', price: '23.5', visible: 'yes', 'stock-60-1': '4' })).text).toContain('Saved.');
  expect((await sandbox.control('GET', '/stores/demo/products/77')).body).toMatchObject({ name: 'Tote, blue', price: 23.5, inventory_level: 4 });
  expect((await save({ name: 'Organic tee', price: '23.5' })).text).toContain('The product name is a duplicate.');
  const ledger = await sandbox.control<{ kind: string }[]>('GET', '/ledger?side=bigcommerce');
  expect(ledger.body.map((row) => row.kind).slice(-2)).toEqual(['product.updated', 'stock.counted']);
});

test('recorded exchanges are lines of JSON', async () => {
  await sandbox.call('GET', '/v2/time');
  const lines = readFileSync(join(folder, 'exchanges.ndjson'), 'utf8').trim().split('\n');
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ side: 'bigcommerce', tenant: 'demo', path: '/stores/demo/v2/time' });
});

test('with a data file the state outlives the sandbox', async () => {
  const data = join(folder, 'state.json');
  const first = await TestSandbox.start(['--data', data]);
  const placed = await first.control<{ id: number }>('POST', '/stores/demo/orders', { lines: [{ sku: 'TOTE-01' }] });
  const { token } = first;
  await first.control('POST', '/clock', { advanceMs: 3_600_000 });
  const shop = await first.control('GET', '/hike/shops/demo');
  first.stop();
  expect(existsSync(data)).toBe(true);
  const second = await TestSandbox.start(['--data', data]);
  try {
    expect(second.token).not.toBe(token);
    expect((await second.call('GET', `/v2/orders/${placed.body.id}`)).status).toBe(200);
    expect((await second.control<{ offsetMs: number }>('GET', '/clock')).body.offsetMs).toBeGreaterThan(3_500_000);
    expect((await second.control('GET', '/hike/shops/demo')).body).toEqual(shop.body);
  } finally {
    second.stop();
  }
});

test('the control panel asks who is there, then shows orders and the app in a frame', async () => {
  const base = sandbox.running.urls.bigcommerceUrl;
  const stranger = await send(`${base}/store-demo/manage/app/4711/orders?tab=x`, {});
  expect([stranger.status, stranger.headers.get('location')]).toEqual([302, '/?store=demo&to=%2Fstore-demo%2Fmanage%2Fapp%2F4711%2Forders%3Ftab%3Dx']);
  const opened = await send(`${base}/open`, { method: 'POST', body: new URLSearchParams({ store: 'demo', user: '9128002', to: '/store-demo/manage/orders' }) });
  expect(opened.headers.get('location')).toBe('/store-demo/manage/orders');
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
  const orders = await send(`${base}/store-demo/manage/orders`, { headers: { cookie } });
  expect(orders.text).toContain('Actions for order 125');
  const app = await send(`${base}/store-demo/manage/app/4711/orders?tab=x`, { headers: { cookie } });
  const src = /<iframe[^>]*src="([^"]+)"/.exec(app.text)![1]!;
  const jwt = new URL(src).searchParams.get('signed_payload_jwt')!;
  const claims = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as { url: string; user: { id: number } };
  expect([claims.url, claims.user.id]).toEqual(['/orders?tab=x', 9_128_002]);
  expect((await send(`${base}/jssdk/bc-sdk.js`, {})).headers.get('content-type')).toContain('javascript');
});
