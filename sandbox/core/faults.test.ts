import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

const order = { billing_address: { zip: '2000' }, products: [{ name: 'x', quantity: 1, price_inc_tax: 1, price_ex_tax: 1 }], external_order_id: 'faulty' };
const fault = (more: object) => sandbox.control('POST', '/faults', { side: 'bigcommerce', path: '/orders', method: 'POST', times: 1, ...more });
const create = () => sandbox.call('POST', '/v2/orders', order);
const created = async () => (await sandbox.control<unknown[]>('GET', '/ledger?kind=order.created')).body.length;

test('a fault before the effect prevents it, one after lets it happen, and both spoil the answer', async () => {
  await fault({ when: 'before', kind: 'status', status: 503 });
  expect((await create()).status).toBe(503);
  expect(await created()).toBe(0);
  await fault({ when: 'after', kind: 'status', status: 502 });
  expect((await create()).status).toBe(502);
  expect(await created()).toBe(1);
  expect((await create()).status).toBe(200);
});

test.each(['before', 'after'] as const)('a dropped connection %s the effect is a network error', async (when) => {
  await fault({ when, kind: 'drop' });
  await expect(create()).rejects.toThrow();
  expect(await created()).toBe(when === 'after' ? 1 : 0);
  expect((await create()).status).toBe(200);
});

test('a truncated answer breaks off', async () => {
  await fault({ when: 'after', kind: 'truncate' });
  await expect(create()).rejects.toThrow();
  expect(await created()).toBe(1);
});

test('a hanging call never answers and lets go when the caller gives up', async () => {
  await fault({ when: 'before', kind: 'hang' });
  const url = `${sandbox.running.urls.bigcommerceUrl}/stores/demo/v2/orders`;
  const call = fetch(url, { method: 'POST', headers: { 'x-auth-token': sandbox.token, 'content-type': 'application/json' }, body: JSON.stringify(order), signal: AbortSignal.timeout(150) });
  await expect(call).rejects.toThrow();
  expect(await created()).toBe(0);
});

test('a proxy page, garbage, and a 429 with and without headers', async () => {
  await fault({ kind: 'html' });
  expect((await create()).text).toContain('502 Bad Gateway');
  await fault({ kind: 'throttle' });
  expect((await create()).headers.get('x-rate-limit-time-reset-ms')).toBeTruthy();
  await fault({ kind: 'throttle-without-headers' });
  const bare = await create();
  expect([bare.status, bare.headers.get('x-rate-limit-time-reset-ms')]).toEqual([429, null]);
  await fault({ kind: 'garbage' });
  await expect(create()).rejects.toThrow(SyntaxError);
  expect(await created()).toBe(0);
});

test('a delayed answer is late but true', async () => {
  await fault({ kind: 'delay', delayMs: 120 });
  const started = Date.now();
  expect((await create()).status).toBe(200);
  expect(Date.now() - started).toBeGreaterThan(100);
});

test('a fault can skip calls, strike a number of times, and be cleared', async () => {
  await fault({ kind: 'status', status: 500, skip: 1, times: 2 });
  const seen = [];
  for (let call = 0; call < 4; call += 1) seen.push((await create()).status);
  expect(seen).toEqual([200, 500, 500, 200]);
  await fault({ kind: 'status', status: 500, times: 99 });
  await sandbox.control('DELETE', '/faults');
  expect((await create()).status).toBe(200);
});

test('exchanges are recorded with both bodies and the fault that was played', async () => {
  await sandbox.control('DELETE', '/exchanges');
  await create();
  await fault({ when: 'after', kind: 'drop' });
  await create().catch(() => undefined);
  const { body } = await sandbox.control<Record<string, unknown>[]>('GET', '/exchanges?side=bigcommerce&tenant=demo');
  expect(body).toHaveLength(2);
  expect(body[0]).toMatchObject({ method: 'POST', path: '/stores/demo/v2/orders', status: 200, requestBody: order, responseBody: { external_order_id: 'faulty' } });
  expect(body[1]).toMatchObject({ status: 0, fault: 'after drop' });
});
