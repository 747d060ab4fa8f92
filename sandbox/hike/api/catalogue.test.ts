import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { productAnswer } from '../products/product-answer.ts';
import { RunningHike } from '../testing/running-hike.ts';

type Product = ReturnType<typeof productAnswer>;
interface List {
  items: Product[];
  totalCount: number;
}

let hike: RunningHike;

beforeEach(async () => {
  hike = await RunningHike.start();
});
afterEach(() => hike.stop());

const bySku = async (sku: string) => (await hike.get<Product>(`/products/by_sku?sku=${sku}`)).body;
const edit = (method: string, path: string, body?: unknown) => hike.control<Product>(method, `/shops/shop/products/${path}`, body);
const stockOf = (product: Product, outlet = 0) => product.product_outlets[outlet]?.available_inventory;

/** The SKUs of what changed while something was done. */
async function changedBy(act: () => Promise<unknown>): Promise<(string | null)[]> {
  await hike.core.clock.moveBy(1000);
  const from = hike.core.clock.now().toISOString();
  await act();
  return (await hike.get<List>(`/products/get_all?page_size=100&Sync_From=${from}`)).body.items.map((row) => row.sku);
}

describe('Sync_From', () => {
  test('finds a variant whose stock moved, and its parent with it', async () => {
    expect(await changedBy(() => hike.till('', { lines: [{ sku: 'TEE-S' }] }))).toEqual(['TEE', 'TEE-S']);
  });

  test('finds no change of stock where the shop does not count that as one', async () => {
    await hike.control('PATCH', '/shops/shop', { unknowns: { stockChangesLastModified: false } });
    const mug = await bySku('MUG-BLUE');
    expect(await changedBy(() => edit('POST', `${mug.id}/stock`, { onHand: 1 }))).toEqual([]);
    expect(await changedBy(() => edit('PATCH', `${mug.id}`, { onHand: 2 }))).toEqual([]);
    expect(stockOf(await bySku('MUG-BLUE'))).toBe(2);
    expect(await changedBy(() => edit('PATCH', `${mug.id}`, { price: 19 }))).toEqual(['MUG-BLUE']);
  });

  test('finds a product that was switched off, and nothing of one that was deleted', async () => {
    const [mug, soap] = [await bySku('MUG-BLUE'), await bySku('SOAP-OAT')];
    expect(await changedBy(() => edit('PATCH', `${mug.id}`, { isActive: false }))).toEqual(['MUG-BLUE']);
    expect((await bySku('MUG-BLUE')).isActive).toBe(false);
    expect(await changedBy(() => edit('DELETE', `${soap.id}`))).toEqual([]);
    expect((await hike.get(`/products/get/${soap.id}`)).status).toBe(404);
  });
});

describe('what people change of a product', () => {
  test('reaches its variants, and their names', async () => {
    const tee = await bySku('TEE');
    await edit('PATCH', `${tee.id}`, { name: 'Cotton tee', tags: ['summer'], eCommerce: false, brand: 'Loom', price: 50 });
    const small = await bySku('TEE-S');
    expect(small).toMatchObject({ name: 'Cotton tee / Small', product_tags: [{ name: 'summer' }], sales_channels: [{ sales_channels: '1' }], bran_name: 'Loom' });
    expect(small.product_outlets[0]?.price_inc_tax).toBe(50);
    expect((await bySku('TEE')).product_variants.map((variant) => variant.variant_name)).toEqual(['Small', 'Medium', 'Large']);
  });

  test('keeps SKUs apart, and finds the new one', async () => {
    const mug = await bySku('MUG-BLUE');
    expect((await edit('PATCH', `${mug.id}`, { sku: 'mug-sand' })).status).toBe(422);
    await edit('PATCH', `${mug.id}`, { sku: 'MUG-SEA' });
    expect((await bySku('mug-sea')).id).toBe(mug.id);
    expect((await hike.get('/products/by_sku?sku=MUG-BLUE')).status).toBe(404);
  });

  test('adds a variant under the options that the product has', async () => {
    const tee = await bySku('TEE');
    await edit('POST', `${tee.id}/variants`, { values: ['Extra large'], sku: 'TEE-XL', onHand: 3 });
    const changed = await bySku('TEE');
    expect(changed.product_attributes).toEqual([{ attribute_name: 'Size', attribute_values: ['Small', 'Medium', 'Large', 'Extra large'] }]);
    expect(changed.product_variants.at(-1)).toMatchObject({ sku: 'TEE-XL', variant_sub_values: [{ variant_sub_value_name: 'Extra large' }] });
    expect((await bySku('TEE-XL')).parentId).toBe(tee.id);
    expect((await edit('POST', `${tee.id}/variants`, { values: ['Huge', 'Red'] })).status).toBe(422);
  });

  test('receives a delivery, and gives up the record of an outlet', async () => {
    const mug = await bySku('MUG-BLUE');
    const before = stockOf(mug) ?? 0;
    await edit('POST', `${mug.id}/stock`, { awaiting: 10 });
    const received = (await edit('POST', `${mug.id}/stock`, { receive: '4.5' })).body;
    expect(received.product_outlets[0]).toMatchObject({ available_inventory: before + 4.5, inventory_to_receive: 5.5 });
    await edit('POST', `${mug.id}/stock`, { outletId: 12, record: false });
    await edit('PATCH', `${mug.id}`, { price: 20 });
    expect((await bySku('MUG-BLUE')).product_outlets.map((outlet) => outlet.outlet_id)).toEqual([11]);
  });

  test('refuses a fourth option through the API', async () => {
    const attributes = ['Size', 'Colour', 'Cut', 'Fit'].map((name) => ({ attribute_name: name, attribute_values: [] }));
    expect((await hike.post('/products/create', { name: 'Coat', product_attributes: attributes })).status).toBe(422);
  });
});

describe('a composite', () => {
  async function giftSet(): Promise<Product> {
    const { body } = await hike.post<Product>('/products/create', { name: 'Tea set', sku: 'SET', product_outlets: [{ outlet_id: 11, price_inc_tax: 60 }] });
    return (await edit('PUT', `${body.id}/components`, [{ sku: 'MUG-SAND', quantity: 2 }, { sku: 'TEA-SENCHA' }])).body;
  }

  test('has as much stock as its parts make, and does not show them', async () => {
    const set = await giftSet();
    const [mugs, tea] = [stockOf(await bySku('MUG-SAND')) ?? 0, stockOf(await bySku('TEA-SENCHA')) ?? 0];
    expect(stockOf(set)).toBe(Math.min(Math.floor(mugs / 2), tea));
    expect(JSON.stringify(set)).not.toContain('component');
    expect(stockOf(set, 1)).toBe(0);
  });

  test('is sold as its parts, and changes with them', async () => {
    await giftSet();
    const before = await hike.stockOf('MUG-SAND');
    const changed = await changedBy(() => hike.till('', { lines: [{ sku: 'SET', quantity: 3 }] }));
    expect(changed).toEqual(['MUG-SAND', 'TEA-SENCHA', 'SET']);
    expect((await hike.stockOf('MUG-SAND')).onHand).toBe(before.onHand - 6);
  });

  test.each([{ sku: 'NOPE' }, { sku: 'TEE' }, { sku: 'SET' }, { sku: 'MUG-BLUE', quantity: 0 }])('is not made of %o', async (part) => {
    const set = await giftSet();
    expect((await edit('PUT', `${set.id}/components`, [part])).status).toBe(422);
  });

  test('has no stock to be counted by hand', async () => {
    const set = await giftSet();
    expect((await edit('POST', `${set.id}/stock`, { onHand: 5 })).status).toBe(422);
  });
});

describe('images', () => {
  const download = async (url: string, agent = 'anybody') => {
    const response = await fetch(url, { headers: { 'user-agent': agent } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  async function tote(...images: object[]): Promise<Product> {
    const { id, additional_images: own } = await bySku('TOTE-01');
    for (const image of images) await edit('POST', `${id}/images`, image);
    for (const image of own) await edit('DELETE', `${id}/images/${image.primary_pic_Id}`);
    return bySku('TOTE-01');
  }

  test('are PNG files of the width that they are named for', async () => {
    const [image] = (await bySku('TOTE-01')).additional_images;
    expect(image).toMatchObject({ image_url: null, is_primary: true });
    const { status, bytes } = await download(image?.['500_thumbnail'] ?? '');
    expect([status, bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)]).toEqual([200, 'PNG', 500]);
  });

  test('share their bytes under different addresses where their content is the same', async () => {
    const { additional_images: images } = await tote({ content: 'box' }, { content: 'box' }, { content: 'other' });
    const files = await Promise.all(images.map((image) => download(image['500_thumbnail'])));
    const [one, same, other] = files.map(({ bytes }) => digest(bytes));
    expect(new Set(images.map((image) => image['500_thumbnail'])).size).toBe(3);
    expect([same === one, other === one]).toEqual([true, false]);
  });

  test('may have long addresses, keep BigCommerce out, or be gone', async () => {
    const { additional_images: images } = await tote({ hasLongUrl: true, hasFullUrl: true }, { reach: 'private' }, { reach: 'gone' });
    const [long, secret, gone] = images.map((image) => image['500_thumbnail']);
    expect([(images[0]?.image_url ?? '').length > 255, (await download(long ?? '')).status]).toEqual([true, 200]);
    expect([(await download(secret ?? '')).status, (await download(secret ?? '', 'BigCommerce image downloader (sandbox)')).status]).toEqual([200, 403]);
    expect((await download(gone ?? '')).status).toBe(404);
  });

  test('can be put in another order, with another one first of all', async () => {
    const { id, additional_images: images } = await tote({ name: 'a' }, { name: 'b' });
    const order = images.map((image) => image.primary_pic_Id).toReversed();
    const { body } = await edit('PUT', `${id}/images`, { order });
    expect(body.additional_images.map((image) => [image.primary_pic_name, image.is_primary])).toEqual([['b', true], ['a', false]]);
    expect((await edit('PUT', `${id}/images`, { order: order.slice(1) })).status).toBe(422);
  });

  test('stay through a whole-object save, and come by address', async () => {
    const product = await tote({ name: 'kept', content: 'box' });
    const { body } = await hike.post<Product>('/products/create', { ...product, additional_images: [...product.additional_images, { image_url: 'https://cdn.example.com/new.jpg' }] });
    expect(body.additional_images[0]).toEqual(product.additional_images[0]);
    expect(body.additional_images).toHaveLength(2);
    expect((await download(body.additional_images[1]?.['500_thumbnail'] ?? '')).status).toBe(200);
    expect((await hike.post('/products/create', { ...product, additional_images: [{ primary_pic_name: 'nothing' }] })).status).toBe(422);
  });
});

describe('customers', () => {
  test('change and go by hand, and are found by when they changed', async () => {
    const customers = async (query: string) => (await hike.get<{ items: { id: number; email: string | null; billing_address: { state: string } | null }[] }>(`/customers/get_all?${query}`)).body.items;
    const [ana] = await customers('Filter=ana.diaz');
    await hike.core.clock.moveBy(1000);
    const from = hike.core.clock.now().toISOString();
    await hike.control('PATCH', `/shops/shop/customers/${ana?.id}`, { email: null, billing_address: { state: 'NSW' } });
    expect(await customers(`Sync_From=${from}`)).toMatchObject([{ id: ana?.id, email: null, billing_address: { state: 'NSW', city: 'Sydney' } }]);
    expect((await hike.control('DELETE', `/shops/shop/customers/${ana?.id}`)).status).toBe(204);
    expect((await hike.get(`/customers/get/${ana?.id}`)).status).toBe(404);
  });
});
