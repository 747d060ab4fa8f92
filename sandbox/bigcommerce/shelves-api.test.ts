import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

interface Created {
  data: { category_id: number; name: string }[];
  meta: { success: number; failed: number };
  errors?: { status: number; errors: Record<string, string> };
}

interface Branch {
  id: number;
  name: string;
  path: number[];
  children: Branch[];
}

const TREES = '/v3/catalog/trees';
const create = (batch: object[]) => sandbox.call<Created>('POST', `${TREES}/categories`, batch);
const shelf = async (name: string, parent = 0) => (await create([{ name, parent_id: parent, tree_id: 1 }])).body.data[0]!.category_id;

test('what can be made of a batch of categories is made, and the rest is told', async () => {
  const { status, body } = await create([{ name: 'Hats', tree_id: 1 }, { name: 'bags', tree_id: 1 }, { name: 'Lost', parent_id: 9999 }, { name: 'Homeless' }]);
  expect([status, body.data.map(({ name }) => name), body.meta.failed]).toEqual([207, ['Hats'], 3]);
  expect(Object.keys(body.errors!.errors)).toEqual(['1.name', '2.parent_id', '3.tree_id']);
  expect((await create([{ name: 'Hats', tree_id: 1 }])).status).toBe(422);
});

test('the tree shows who stands below whom, eight levels deep and no more', async () => {
  let parent = 0;
  const path = [];
  for (let level = 1; level <= 8; level += 1) path.push((parent = await shelf(`Level ${level}`, parent)));
  expect((await create([{ name: 'Level 9', parent_id: parent }])).status).toBe(422);
  const { body } = await sandbox.call<{ data: Branch[] }>('GET', `${TREES}/1/categories`);
  let branch = body.data.find(({ name }) => name === 'Level 1');
  const seen = [];
  for (; branch; branch = branch.children[0]) seen.push(branch.id);
  expect(seen).toEqual(path);
  expect((await sandbox.call('GET', `${TREES}/2/categories`)).status).toBe(404);
});

test('categories are found by name and parent, and siblings may not share a name', async () => {
  const hats = await shelf('Hats');
  await shelf('Hats', hats);
  const { body } = await sandbox.call<Created>('GET', `${TREES}/categories?name=hats&parent_id:in=${hats}`);
  expect(body.data).toHaveLength(1);
});

test('the deprecated category endpoint is not there, and a brand is made once', async () => {
  expect((await sandbox.call('GET', '/v3/catalog/categories')).status).toBe(404);
  const brand = () => sandbox.call('POST', '/v3/catalog/brands', { name: 'Fresh' });
  expect([(await brand()).status, (await brand()).status]).toEqual([200, 409]);
});

test('a product is sold on the channels that it is assigned to', async () => {
  await sandbox.connect('store_v2_products store_channel_settings');
  const { body: channel } = await sandbox.call<{ data: { id: number } }>('POST', '/v3/channels', { name: 'Till', type: 'pos', platform: 'custom', status: 'connected' });
  const assign = (productId: number) => sandbox.call('PUT', '/v3/catalog/products/channel-assignments', [{ product_id: productId, channel_id: channel.data.id }]);
  expect([(await assign(77)).status, (await assign(9999)).status]).toEqual([204, 422]);
  const { body } = await sandbox.call<{ data: object[] }>('GET', `/v3/catalog/products/channel-assignments?channel_id:in=${channel.data.id}`);
  expect(body.data).toEqual([{ product_id: 77, channel_id: channel.data.id }]);
});
