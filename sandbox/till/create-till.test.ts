import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningHike } from '../hike/testing/running-hike.ts';

let hike: RunningHike;

beforeAll(async () => {
  hike = await RunningHike.start();
});
afterAll(() => hike.stop());

async function page(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${hike.base}${path}`);
  return { status: response.status, text: await response.text() };
}

test('lists the shops, also for a shop that does not exist', async () => {
  expect((await page('/till')).text).toContain('<a href="/till/shop">Harbour Street Store</a>');
  expect(await page('/till/nowhere')).toMatchObject({ status: 404, text: expect.stringContaining('Harbour Street Store') });
});

test('shows tiles with SKU, price and what can be sold, but no parent of variants', async () => {
  const { text } = await page('/till/shop');
  expect(text).toMatch(/VASE-TALL[\s\S]*?\$64\.90[\s\S]*?6 in stock/);
  expect(text).toContain('data-sku="TEE-S"');
  expect(text).not.toContain('data-sku="TEE"');
});

test('shows recent sales with what is owed and what a sale came from', async () => {
  const { text } = await page('/till/shop');
  expect(text).toContain('$44.90 to pay');
  expect(text).toContain('Refunded, of HS1-10');
});

test('writes names as text, never as markup', async () => {
  await hike.control('POST', '/shops/shop/customers', { first_name: '<script>alert(1)</script>' });
  const { text } = await page('/till/shop');
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&lt;script&gt;alert(1)');
});

test('serves one script that a browser can read', async () => {
  const { status, text } = await page('/till/till.js');
  expect(status).toBe(200);
  expect(text).not.toMatch(/^import /m);
});

test('rings up through the page’s own calls, and words refusals', async () => {
  const post = (body: unknown) => fetch(`${hike.base}/till/api/shops/shop/sales`, { method: 'POST', body: JSON.stringify(body) });
  expect((await post({ lines: [{ sku: 'TOTE-01' }] })).status).toBe(201);
  const refused = await post({ lines: [{ sku: 'NOPE' }] });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ message: 'There is no product NOPE.' }] }]);
});
