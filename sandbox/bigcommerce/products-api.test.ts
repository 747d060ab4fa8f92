import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

interface Stored {
  data: { id: number; name: string; inventory_level: number }[];
  errors?: { status: number; errors: Record<string, string> };
}

const firstTwo = async () => (await sandbox.call<Stored>('GET', '/v3/catalog/products?sku:in=TOTE-01,MUG-BLUE')).body.data;

test('a batch is stored and answered 207 when the stock of one of its products cannot be', async () => {
  const [first, second] = await firstTwo();
  const batch = [{ id: first!.id, inventory_level: 5 }, { id: second!.id, name: 'Stoneware mug, navy', inventory_level: -1 }];
  const { status, body } = await sandbox.call<Stored>('PUT', '/v3/catalog/products', batch);
  expect(status).toBe(207);
  expect(body.data.map(({ name }) => name)).toContain('Stoneware mug, navy');
  expect(body.errors).toMatchObject({ status: 207, errors: { '1.inventory_level': expect.any(String) } });
});

test('what is stored stands, and what failed is as it was', async () => {
  const [, second] = await firstTwo();
  await sandbox.call('PUT', `/v3/catalog/products/${second!.id}`, { name: 'Stoneware mug, navy', inventory_level: -1 });
  const { body } = await sandbox.call<{ data: Stored['data'][number] }>('GET', `/v3/catalog/products/${second!.id}`);
  expect(body.data).toMatchObject({ name: 'Stoneware mug, navy', inventory_level: second!.inventory_level });
});

test('a product without a stock that is wrong is answered 200', async () => {
  const [first] = await firstTwo();
  expect((await sandbox.call('PUT', `/v3/catalog/products/${first!.id}`, { name: 'Canvas tote, natural' })).status).toBe(200);
});
