import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
let tee: { id: number; option: number; values: Record<string, number> };

interface Wire {
  id: number;
  sku: string;
  price: number | null;
  option_values: { id: number; option_id: number; label: string }[];
}

type Variants = { data: Wire[] };
type Batch = Variants & { batch_errors: { status: number; errors: Record<string, string> }[] };

const variants = async (query: string) => (await sandbox.call<Variants>('GET', `/v3/catalog/variants?${query}`)).body.data;

beforeEach(async () => {
  sandbox = await TestSandbox.start();
  const { body } = await sandbox.call<{ data: { id: number; options: { id: number; option_values: { id: number; label: string }[] }[] }[] }>('GET', '/v3/catalog/products?name=Organic tee&include=options');
  const [product] = body.data;
  const [option] = product!.options;
  tee = { id: product!.id, option: option!.id, values: Object.fromEntries(option!.option_values.map((value) => [value.label, value.id])) };
});
afterEach(() => sandbox.stop());

const path = () => `/v3/catalog/products/${tee.id}`;
const newValue = async (label: string) => (await sandbox.call<{ data: { id: number } }>('POST', `${path()}/options/${tee.option}/values`, { label, sort_order: 9 })).body.data.id;

test('variants are found by SKU, id and product, and the filters hold together', async () => {
  const [medium] = await variants('sku=tee-m');
  expect((await variants(`id:in=${medium!.id},60`)).map(({ id }) => id)).toEqual([60, medium!.id]);
  expect((await variants(`product_id:in=${tee.id}`)).map(({ sku }) => sku)).toEqual(['TEE-S', 'TEE-M', 'TEE-L']);
  expect((await variants(`product_id:in=${tee.id}&sku:in=TEE-L,TOTE-01`)).map(({ sku }) => sku)).toEqual(['TEE-L']);
});

test('a new variant needs its option value first, and names both by id', async () => {
  const byName = await sandbox.call('POST', `${path()}/variants`, { sku: 'TEE-XL', option_values: [{ option_display_name: 'Size', label: 'Extra large' }] });
  const id = await newValue('Extra large');
  const add = () => sandbox.call('POST', `${path()}/variants`, { sku: 'TEE-XL', option_values: [{ id, option_id: tee.option }] });
  expect([byName.status, (await add()).status, (await add()).status]).toEqual([422, 200, 422]);
  expect((await sandbox.call('POST', `${path()}/options/${tee.option}/values`, { label: 'Extra large', sort_order: 1 })).status).toBe(422);
});

test('a batch changes and creates', async () => {
  const [small] = await variants('sku=TEE-S');
  const id = await newValue('Huge');
  const { status } = await sandbox.call<Batch>('PUT', '/v3/catalog/variants', [{ id: small!.id, price: 41 }, { product_id: tee.id, sku: 'TEE-H', option_values: [{ id, option_id: tee.option }] }]);
  expect(status).toBe(200);
  expect((await variants(`product_id:in=${tee.id}`)).map(({ sku, price }) => [sku, price])).toEqual([['TEE-S', 41], ['TEE-M', null], ['TEE-L', null], ['TEE-H', null]]);
});

test('a batch with items that are wrong says what is wrong with each and changes nothing', async () => {
  const [small, medium] = await variants('sku:in=TEE-S,TEE-M');
  const { status, body } = await sandbox.call<Batch>('PUT', '/v3/catalog/variants', [{ id: small!.id, price: 41 }, { id: medium!.id, sku: 'mug-blue' }, { sku: 'LOST' }]);
  expect(status).toBe(422);
  expect(body.batch_errors.map((item) => [item.status, Object.keys(item.errors)])).toEqual([[422, ['sku']], [422, ['product_id']]]);
  expect((await variants('sku=TEE-S'))[0]?.price).toBeNull();
  expect((await sandbox.call('PUT', '/v3/catalog/variants', Array.from({ length: 51 }, () => ({ id: 60 })))).status).toBe(413);
});

test('the SKU of a single variant that is taken is 422', async () => {
  const [medium] = await variants('sku=TEE-M');
  expect((await sandbox.call('PUT', `${path()}/variants/${medium!.id}`, { sku: 'TOTE-01' })).status).toBe(422);
});

test('a simple product becomes one with variants, and simple again when the last of them goes', async () => {
  const tote = '/v3/catalog/products/77';
  const base = async () => (await sandbox.call<{ data: { base_variant_id: number | null; variants: Wire[] } }>('GET', `${tote}?include=variants`)).body.data;
  const { body } = await sandbox.call<{ data: { id: number; option_values: { id: number }[] } }>('POST', `${tote}/options`, { display_name: 'Size', type: 'dropdown', option_values: [{ label: 'Big', sort_order: 0 }] });
  const chosen = [{ id: body.data.option_values[0]!.id, option_id: body.data.id }];
  const added = await sandbox.call<{ data: Wire }>('POST', `${tote}/variants`, { sku: 'TOTE-BIG', option_values: chosen });
  expect(await base()).toMatchObject({ base_variant_id: null, variants: [{ sku: 'TOTE-BIG' }] });
  await sandbox.call('DELETE', `${tote}/variants/${added.body.data.id}`);
  expect(await base()).toMatchObject({ base_variant_id: expect.any(Number), variants: [{ sku: 'TOTE-01', option_values: [] }] });
});

test('an option name is taken once, and an option is refused without values', async () => {
  const option = (more: object) => sandbox.call('POST', `${path()}/options`, { display_name: 'Colour', type: 'swatch', option_values: [{ label: 'Red', sort_order: 0 }], ...more });
  expect((await option({})).status).toBe(200);
  expect((await option({})).status).toBe(409);
  expect((await option({ display_name: 'Fit', option_values: [] })).status).toBe(422);
});
