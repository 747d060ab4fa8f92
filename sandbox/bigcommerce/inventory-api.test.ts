import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

interface Refused {
  title: string;
  errors: Record<string, string>;
}

const adjust = (method: 'absolute' | 'relative', items: object[]) => sandbox.call<Refused>(method === 'absolute' ? 'PUT' : 'POST', `/v3/inventory/adjustments/${method}`, { items });
const settle = () => sandbox.control('POST', '/clock', { advanceMs: 2000 });
const onHand = async (sku: string, location = 1) =>
  (await sandbox.call<{ data: { locations: { total_inventory_onhand: number; available_to_sell: number }[] }[] }>('GET', `/v3/inventory/items?sku:in=${sku}&location_id:in=${location}`)).body.data[0]?.locations[0]?.total_inventory_onhand;
const catalogueLevel = async (sku: string) => (await sandbox.call<{ data: { inventory_level: number }[] }>('GET', `/v3/catalog/variants?sku=${sku}`)).body.data[0]?.inventory_level;
const tote = (quantity: number, location = 1) => ({ location_id: location, sku: 'tote-01', quantity });

test('the catalogue shows the total over the enabled locations, once the adjustment shows', async () => {
  expect((await adjust('absolute', [tote(7), tote(5, 2)])).status).toBe(200);
  expect(await catalogueLevel('TOTE-01')).not.toBe(12);
  await settle();
  expect([await onHand('TOTE-01'), await onHand('TOTE-01', 2), await catalogueLevel('TOTE-01')]).toEqual([7, 5, 12]);
  await sandbox.connect('store_inventory store_v2_products store_locations');
  await sandbox.call('PUT', '/v3/inventory/locations', [{ id: 2, enabled: false }]);
  expect(await catalogueLevel('TOTE-01')).toBe(7);
  expect((await adjust('absolute', [tote(5, 2)])).status).toBe(422);
});

test('adjustments of one item take effect in the order in which they came', async () => {
  await adjust('absolute', [tote(1)]);
  await adjust('absolute', [tote(2)]);
  await adjust('relative', [tote(3)]);
  await settle();
  expect(await onHand('TOTE-01')).toBe(5);
});

test('a relative adjustment that fits no more when its turn comes changes nothing', async () => {
  await adjust('absolute', [tote(2)]);
  expect((await adjust('relative', [tote(-5)])).status).toBe(200);
  await settle();
  expect(await onHand('TOTE-01')).toBe(2);
  expect((await adjust('relative', [tote(-5)])).status).toBe(422);
});

test.each([
  ['an unknown SKU', [{ location_id: 1, sku: 'NOBODY', quantity: 1 }], 422],
  ['an unknown location', [{ location_id: 9, sku: 'TOTE-01', quantity: 1 }], 422],
  ['a level below zero', [{ location_id: 1, sku: 'TOTE-01', quantity: -1 }], 422],
  ['a product that is tracked by variant', [{ location_id: 1, product_id: 88, quantity: 1 }], 422],
  ['more than 2,000 items', Array.from({ length: 2001 }, () => ({ location_id: 1, sku: 'TOTE-01', quantity: 1 })), 413],
])('%s is refused, with the whole call', async (_what, items, status) => {
  const before = await onHand('MUG-BLUE');
  const answer = await adjust('absolute', [...items, { location_id: 1, sku: 'MUG-BLUE', quantity: 1 }]);
  expect(answer.status).toBe(status);
  await settle();
  expect(await onHand('MUG-BLUE')).toBe(before);
});

test('a product with variants that is tracked as a whole takes its stock by product, not by variant', async () => {
  await sandbox.call('PUT', '/v3/catalog/products/88', { inventory_tracking: 'product' });
  const byVariant = await adjust('absolute', [{ location_id: 1, sku: 'TEE-M', quantity: 9 }]);
  expect([byVariant.status, byVariant.body.title]).toEqual([422, '[Item with sku TEE-M is tracked by product, please update stock by product id]']);
  expect((await adjust('absolute', [{ location_id: 1, product_id: 88, quantity: 9 }])).status).toBe(200);
  await settle();
  const { body } = await sandbox.call<{ data: { inventory_level: number } }>('GET', '/v3/catalog/products/88');
  expect(body.data.inventory_level).toBe(9);
});

test('safety stock is on hand but not for sale', async () => {
  await sandbox.control('POST', '/stores/demo/stock', { sku: 'TOTE-01', quantity: 40 });
  await sandbox.call('PUT', '/v3/inventory/locations/1/items', { settings: [{ identity: { sku: 'TOTE-01' }, safety_stock: 10 }] });
  expect([await onHand('TOTE-01'), await catalogueLevel('TOTE-01')]).toEqual([40, 30]);
});

test('two thousand items are one call and one line in the ledger', async () => {
  const { status } = await adjust('absolute', Array.from({ length: 2000 }, (_, index) => tote(index)));
  await settle();
  expect([status, await onHand('TOTE-01')]).toEqual([200, 1999]);
  const ledger = await sandbox.control<{ data: unknown[] }[]>('GET', '/ledger?kind=inventory.absolute');
  expect(ledger.body.map((row) => row.data.length)).toEqual([2000]);
});
