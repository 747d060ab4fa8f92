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

test('finds on the server what a large shop has no room to show', async () => {
  const { text } = await page('/till/shop?find=vase');
  expect(text).toContain('data-sku="VASE-TALL"');
  expect(text).not.toContain('data-sku="TOTE-01"');
});

test('has a page of products with price, stock per outlet, tick and picture', async () => {
  const { status, text } = await page('/till/shop/products?find=vase');
  expect(status).toBe(200);
  expect(text).toMatch(/Tall vase[\s\S]*?value="64\.9"[\s\S]*?Warehouse[\s\S]*?checked/);
  const image = /<img src="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await fetch(`${hike.base}${image}`)).headers.get('content-type')).toBe('image/png');
  expect(text).not.toContain('Canvas tote');
});

test('pages through the products, and says when none is like that', async () => {
  expect((await page('/till/shop/products?page=99')).text).toContain('Page 1 of 1');
  expect((await page('/till/shop/products?find=zeppelin')).text).toContain('No product is like that.');
});

test('changes a product through the page’s own calls', async () => {
  const seed = (await hike.shop()).products.find((row) => row.sku === 'BASIL-SEED');
  const call = (method: string, path: string, body: unknown) => fetch(`${hike.base}/till/api/shops/shop/products/${seed?.id}${path}`, { method, body: JSON.stringify(body) });
  expect((await call('PATCH', '', { price: '5.25', eCommerce: false })).status).toBe(200);
  expect((await call('POST', '/stock', { outletId: 12, onHand: '7' })).status).toBe(200);
  const changed = (await hike.shop()).products.find((row) => row.id === seed?.id);
  expect(changed?.sales_channels).toEqual([{ sales_channels: '1' }]);
  expect(changed?.product_outlets.map((outlet) => [outlet.price_inc_tax, outlet.on_hand_inventory])).toEqual([[5.25, 78], [5.25, 7]]);
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

test.each(['till', 'goods'])('serves the script %s that a browser can read', async (name) => {
  const { status, text } = await page(`/till/${name}.js`);
  expect(status).toBe(200);
  expect(text).not.toMatch(/^import /m);
});

test('rings up through the page’s own calls, and words refusals', async () => {
  const post = (body: unknown) => fetch(`${hike.base}/till/api/shops/shop/sales`, { method: 'POST', body: JSON.stringify(body) });
  expect((await post({ lines: [{ sku: 'TOTE-01' }] })).status).toBe(201);
  const refused = await post({ lines: [{ sku: 'NOPE' }] });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ message: 'There is no product NOPE.' }] }]);
});
