import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

test('a wrong token is 401 in the words of the version', async () => {
  sandbox.token = 'wrong';
  const v2 = await sandbox.call<{ status: number }[]>('GET', '/v2/store');
  const v3 = await sandbox.call<{ status: number; title: string }>('GET', '/v3/customers');
  expect([v2.status, v2.body[0]?.status]).toEqual([401, 401]);
  expect([v3.status, v3.body.status]).toEqual([401, 401]);
});

test('the token of one store opens no other', async () => {
  await sandbox.control('POST', '/worlds', { name: 'empty', storeHash: 'other' });
  sandbox.hash = 'other';
  expect((await sandbox.call('GET', '/v2/store')).status).toBe(401);
});

test('a revoked token is dead', async () => {
  await sandbox.control('POST', '/stores/demo/revoke-token');
  expect((await sandbox.call('GET', '/v2/store')).status).toBe(401);
});

test('a missing scope is 403, and a read-only scope reads but does not write', async () => {
  await sandbox.connect('store_v2_orders_read_only');
  expect((await sandbox.call('GET', '/v2/orders?limit=1')).status).toBe(200);
  expect((await sandbox.call('PUT', '/v2/orders/100', { status_id: 5 })).status).toBe(403);
  expect((await sandbox.call('GET', '/v3/customers')).status).toBe(403);
});

test('the quota is the store\'s: it counts down, ends in 429 and comes back after the window', async () => {
  await sandbox.control('PATCH', '/stores/demo/settings', { quota: 3 });
  const left = [];
  for (let call = 0; call < 3; call += 1) left.push((await sandbox.call('GET', '/v2/time')).headers.get('x-rate-limit-requests-left'));
  expect(left).toEqual(['2', '1', '0']);
  const refused = await sandbox.call('GET', '/v2/time');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-rate-limit-requests-quota')).toBe('3');
  expect(refused.headers.get('x-rate-limit-time-window-ms')).toBe('30000');
  expect(Number(refused.headers.get('x-rate-limit-time-reset-ms'))).toBeGreaterThan(0);
  await sandbox.control('POST', '/clock', { advanceMs: 30_000 });
  expect((await sandbox.call('GET', '/v2/time')).status).toBe(200);
});

test('a Standard store has 150 calls in 30 seconds', async () => {
  expect((await sandbox.call('GET', '/v2/time')).headers.get('x-rate-limit-requests-quota')).toBe('150');
});

test('a body that is no JSON is 400, another content type 415, an unknown path 404', async () => {
  const url = `${sandbox.running.urls.bigcommerceUrl}/stores/demo/v2/orders`;
  const post = (type: string) => fetch(url, { method: 'POST', headers: { 'x-auth-token': sandbox.token, 'content-type': type }, body: '{' });
  expect((await post('application/json')).status).toBe(400);
  expect((await post('text/plain')).status).toBe(415);
  expect((await sandbox.call('GET', '/v3/nothing-here')).status).toBe(404);
});

test('another app takes its share of every window, another one each time, and the same ones for the same seed', async () => {
  const windows = async () => {
    await sandbox.control('POST', '/stores/demo/other-app', { share: 0.4, jitter: 0.2, seed: 7 });
    const left = [];
    for (let window = 0; window < 4; window += 1) {
      await sandbox.call('GET', '/v2/time');
      await sandbox.control('POST', '/clock', { advanceMs: 29_000 });
      left.push(Number((await sandbox.call('GET', '/v2/time')).headers.get('x-rate-limit-requests-left')));
      await sandbox.control('POST', '/clock', { advanceMs: 30_000 });
    }
    return left;
  };
  const first = await windows();
  expect(new Set(first).size).toBeGreaterThan(1);
  for (const left of first) {
    expect(left).toBeGreaterThanOrEqual(148 - 0.6 * 150);
    expect(left).toBeLessThanOrEqual(148 - 0.18 * 150);
  }
  const near = (await windows()).map((left, index) => Math.abs(left - first[index]!));
  expect(Math.max(...near)).toBeLessThanOrEqual(2);
  const { body: past } = await sandbox.control<{ used: number; allowed: number; refused: number }[]>('GET', '/stores/demo/windows');
  expect(past.slice(-3).map(({ used, allowed, refused }) => used <= allowed && allowed < 150 && refused === 0)).toEqual([true, true, true]);
  await sandbox.control('DELETE', '/stores/demo/other-app');
  expect((await sandbox.call('GET', '/v2/time')).headers.get('x-rate-limit-requests-left')).toBe('149');
});

test('what the other app took is not there for this one', async () => {
  await sandbox.control('PATCH', '/stores/demo/settings', { quota: 4 });
  await sandbox.control('POST', '/stores/demo/other-app', { share: 0.75 });
  expect((await sandbox.call('GET', '/v2/time')).status).toBe(200);
  await sandbox.control('POST', '/clock', { advanceMs: 25_000 });
  const refused = await sandbox.call('GET', '/v2/time');
  expect([refused.status, refused.headers.get('x-rate-limit-requests-left')]).toEqual([429, '0']);
});

test('an endpoint with a printed limit answers 429 without headers to more calls at once, and takes them later', async () => {
  const slow = await TestSandbox.start(['--latency', '40-40']);
  try {
    const put = () => slow.call('PUT', '/v3/customers', [{ id: 1, phone: '1' }]);
    const answers = await Promise.all([put(), put(), put(), put(), put()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 429, 429]);
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.map((answer) => answer.headers.get('x-rate-limit-time-reset-ms'))).toEqual([null, null]);
    expect((await put()).status).toBe(200);
    const tree = () => slow.call('GET', '/v3/catalog/trees/1/categories');
    expect((await Promise.all([tree(), tree()])).map((answer) => answer.status).sort()).toEqual([200, 429]);
    const time = await Promise.all(Array.from({ length: 6 }, () => slow.call('GET', '/v2/time')));
    expect(time.map((answer) => answer.status)).toEqual(time.map(() => 200));
  } finally {
    slow.stop();
  }
});
