import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

interface Wire {
  id: number;
  name: string;
  sku: string;
  inventory_level: number;
  base_variant_id: number | null;
  variants: { id: number; sku: string; inventory_level: number; option_values: { label: string }[] }[];
}

interface Stored {
  data: Wire[];
  meta: { pagination: { total: number; per_page: number } };
  errors?: { status: number; errors: Record<string, string> };
}

interface Refused {
  title: string;
  errors: Record<string, string>;
}

const CAP = { name: 'Cap', type: 'physical', weight: 0.2, price: 25 };
const create = (more: object = {}) => sandbox.call<{ data: Wire } & Refused>('POST', '/v3/catalog/products', { ...CAP, ...more });
const list = async (query: string) => (await sandbox.call<Stored>('GET', `/v3/catalog/products?${query}`)).body;
const firstTwo = async () => (await list('sku:in=TOTE-01,MUG-BLUE')).data;
const colour = (sku: string, label: string, more: object = {}) => ({ sku, option_values: [{ option_display_name: 'Colour', label }], ...more });

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

test('one call makes a product with its brand, its variants, their options and their stock', async () => {
  const variants = [colour('CAP-RED', 'Red', { inventory_level: 3 }), colour('CAP-BLUE', 'Blue', { inventory_level: 4 })];
  const { body } = await create({ sku: 'CAP', brand_name: 'Peaks', inventory_tracking: 'variant', variants });
  expect(body.data.variants.map((variant) => [variant.sku, variant.option_values[0]?.label, variant.inventory_level])).toEqual([['CAP-RED', 'Red', 3], ['CAP-BLUE', 'Blue', 4]]);
  expect(body.data).toMatchObject({ inventory_level: 7, base_variant_id: null });
  const brands = await sandbox.call<{ data: { name: string }[] }>('GET', '/v3/catalog/brands?name=peaks');
  expect(brands.body.data.map((brand) => brand.name)).toEqual(['Peaks']);
});

test('a simple product has one base variant with its SKU, and both change together', async () => {
  const { body } = await create({ sku: 'CAP' });
  expect(body.data.variants.map((variant) => [variant.id, variant.sku])).toEqual([[body.data.base_variant_id, 'CAP']]);
  await sandbox.call('PUT', `/v3/catalog/products/${body.data.id}`, { sku: 'CAP-2' });
  const found = await sandbox.call<{ data: { id: number }[] }>('GET', '/v3/catalog/variants?sku=cap-2');
  expect(found.body.data.map(({ id }) => id)).toEqual([body.data.base_variant_id]);
});

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['a name that is taken, whatever its case', 409, { name: 'CANVAS TOTE' }],
    ['a SKU of another product', 409, { sku: 'tote-01' }],
    ['a SKU of a variant', 409, { sku: 'tee-m' }],
    ['a variant with the SKU of a product', 409, { variants: [colour('Mug-Blue', 'Red')] }],
    ['the same SKU twice in one product', 409, { variants: [colour('CAP-1', 'Red'), colour('cap-1', 'Blue')] }],
    ['the same option values twice', 422, { variants: [colour('CAP-1', 'Red'), colour('CAP-2', 'Red')] }],
    ['a variant without a value for every option', 422, { variants: [colour('CAP-1', 'Red'), { sku: 'CAP-2', option_values: [{ option_display_name: 'Size', label: 'L' }] }] }],
    ['more than 250 values of one option', 422, { variants: Array.from({ length: 251 }, (_, index) => colour(`CAP-${index}`, `Shade ${index}`)) }],
    ['more than 600 variants', 422, { variants: Array.from({ length: 601 }, (_, index) => colour(`CAP-${index}`, `Shade ${index}`)) }],
    ['a name of 251 characters', 422, { name: 'x'.repeat(251) }],
    ['a SKU with a dot', 422, { sku: 'CAP.1' }],
    ['no price', 422, { price: undefined }],
    ['a category that is not there', 409, { categories: [9999] }],
    ['a brand that is not there', 409, { brand_id: 9999 }],
    ['a tax class that is not there', 409, { tax_class_id: 99 }],
  ])('%s is %i', async (_what, status, more) => {
    const before = (await list('limit=1')).meta.pagination.total;
    const answer = await create(more);
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body.errors)).not.toEqual([]);
    expect((await list('limit=1')).meta.pagination.total).toBe(before);
    expect((await sandbox.control('GET', '/ledger?kind=product.created')).body).toEqual([]);
  });

  test('a store whose plan is full answers 507', async () => {
    const { total } = (await list('limit=1')).meta.pagination;
    await sandbox.control('PATCH', '/stores/demo/settings', { productLimit: total + 1 });
    expect((await create()).status).toBe(200);
    expect((await create({ name: 'One too many' })).status).toBe(507);
  });

  test('a batch with one product that cannot be stored changes none of the ten', async () => {
    const [first, second] = await firstTwo();
    const clash = await sandbox.call<Refused>('PUT', '/v3/catalog/products', [{ id: first!.id, price: 99 }, { id: second!.id, name: 'Canvas tote' }]);
    const missing = await sandbox.call('PUT', '/v3/catalog/products', [{ id: first!.id, price: 99 }, { id: 9999, price: 1 }]);
    const twice = await sandbox.call('PUT', '/v3/catalog/products', [{ id: first!.id, name: 'Same' }, { id: second!.id, name: 'same' }]);
    expect([clash.status, missing.status, twice.status]).toEqual([409, 404, 409]);
    expect((await firstTwo()).map(({ name }) => name)).toEqual([first!.name, second!.name]);
    expect((await list(`id=${first!.id}`)).data).toEqual([expect.objectContaining({ price: 22 })]);
  });

  test('eleven products in a batch, and 251 deletes, are 413', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ id: 77 + index, price: 1 }));
    expect((await sandbox.call('PUT', '/v3/catalog/products', many)).status).toBe(413);
    expect((await sandbox.call('DELETE', `/v3/catalog/products?id:in=${Array.from({ length: 251 }, (_, index) => index)}`)).status).toBe(413);
  });
});

describe('products are found', () => {
  test('by ids, main SKUs and name, and a SKU of a variant finds none', async () => {
    const [tote, mug] = await firstTwo();
    expect((await list(`id:in=${mug!.id},${tote!.id},9999`)).data.map(({ id }) => id)).toEqual([tote!.id, mug!.id]);
    expect((await list('sku:in=tote-01,TEE-M')).data.map(({ sku }) => sku)).toEqual(['TOTE-01']);
    expect((await list('name=canvas TOTE')).data.map(({ sku }) => sku)).toEqual(['TOTE-01']);
    expect((await list('sku=TOTE-01&is_visible=false')).data).toEqual([]);
  });

  test('by walking up the ids, each once, also when some are deleted on the way', async () => {
    const seen: number[] = [];
    for (let last = 0; ; ) {
      const { data } = await list(`sort=id&limit=4&id:greater=${last}`);
      if (data.length === 0) break;
      seen.push(...data.map(({ id }) => id));
      last = data.at(-1)!.id;
      await sandbox.call('DELETE', `/v3/catalog/products/${data[0]!.id}`);
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect((await list('limit=1')).meta.pagination.total).toBe(seen.length - Math.ceil(seen.length / 4));
  });

  test('after a name or SKU has moved from one to another', async () => {
    const [tote, mug] = await firstTwo();
    await sandbox.call('PUT', `/v3/catalog/products/${tote!.id}`, { name: 'Old tote', sku: 'OLD-TOTE' });
    await sandbox.call('PUT', `/v3/catalog/products/${mug!.id}`, { name: 'Canvas tote', sku: 'TOTE-01' });
    expect((await list('sku=TOTE-01')).data.map(({ id }) => id)).toEqual([mug!.id]);
    expect((await list('name=Canvas tote')).data.map(({ id }) => id)).toEqual([mug!.id]);
    expect((await list('sku=MUG-BLUE')).data).toEqual([]);
  });

  test('by their last change; a day without a time means that day at the time of the request', async () => {
    await sandbox.control('POST', '/clock', { to: '2031-05-02T12:00:00Z' });
    await sandbox.call('PUT', '/v3/catalog/products/77', { price: 30 });
    expect((await list('date_modified:min=2031-05-02T12:00:00Z')).data.map(({ id }) => id)).toEqual([77]);
    await sandbox.control('POST', '/clock', { to: '2031-05-02T15:00:00Z' });
    expect((await list('date_modified:min=2031-05-02T00:00:00Z')).data).toHaveLength(1);
    expect((await list('date_modified:min=2031-05-02')).data).toEqual([]);
  });

  test('in pages of ten at most with options or modifiers', async () => {
    expect((await list('limit=250&include=variants,images')).meta.pagination.per_page).toBe(250);
    expect((await list('limit=250&include=options')).meta.pagination.per_page).toBe(10);
    expect((await list('limit=250&include=modifiers')).meta.pagination.per_page).toBe(10);
  });

  test('with the fields that were asked for', async () => {
    expect(Object.keys((await list('include_fields=name,sku&limit=1')).data[0]!).sort()).toEqual(['id', 'name', 'sku']);
    expect((await list('exclude_fields=name&limit=1')).data[0]).not.toHaveProperty('name');
  });
});

test('a product of an old option set takes no options and no variants, and modifiers can be read', async () => {
  await sandbox.control('PATCH', '/stores/demo/products/77', { oldOptionSet: true, modifiers: [{ display_name: 'Engraving', type: 'text', required: true }] });
  const option = { display_name: 'Size', type: 'dropdown', option_values: [{ label: 'S', sort_order: 0 }] };
  expect((await sandbox.call('POST', '/v3/catalog/products/77/options', option)).status).toBe(422);
  expect((await sandbox.call('POST', '/v3/catalog/products/77/variants', { sku: 'NEW-1', option_values: [{ id: 1, option_id: 1 }] })).status).toBe(422);
  const { body } = await sandbox.call<{ data: object[] }>('GET', '/v3/catalog/products/77/modifiers');
  expect(body.data).toEqual([expect.objectContaining({ display_name: 'Engraving', type: 'text', required: true })]);
});

test('a deleted product takes its variants with it and frees its name and SKUs', async () => {
  const tee = (await list('name=Organic tee')).data[0]!;
  await sandbox.call('DELETE', `/v3/catalog/products?id:in=${tee.id}`);
  expect((await sandbox.call<Stored>('GET', '/v3/catalog/variants?sku:in=TEE-S,TEE-M,TEE-L')).body.data).toEqual([]);
  expect((await create({ name: 'Organic tee', sku: 'TEE', variants: [colour('TEE-M', 'Red')] })).status).toBe(200);
  const ledger = await sandbox.control<{ kind: string; id: number }[]>('GET', '/ledger?side=bigcommerce');
  expect(ledger.body.filter((row) => row.kind.startsWith('product.')).map((row) => row.kind)).toEqual(['product.deleted', 'product.created']);
});
