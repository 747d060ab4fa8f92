import { describe, expect, it } from 'vitest';
import { HikeProductId, HikeTaxId, OutletId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { Decimal } from '../../domain/money';
import { createHttpClient } from '../http/create-http-client';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { unpaced } from '../http/unpaced';
import { createHikeCustomers } from './create-hike-customers';
import { createHikeProducts } from './create-hike-products';
import { createHikeApi } from './hike-api';

const since = Instant.parse('2026-01-15T03:20:00.000Z');
const id = HikeProductId.parse(812);

const hikeAnswering = (status: number, ...bodies: unknown[]) => {
  const { transport, sent } = scriptedTransport(() => ({ status, body: bodies.length > 1 ? bodies.shift() : bodies[0] }));
  const http = createHttpClient({ side: 'hike', baseUrl: 'https://hike.example', transport, clock: createQuickClock(), random: Math.random, pacer: unpaced });
  const api = createHikeApi(http, { token: () => Promise.resolve('t'), renew: () => Promise.resolve('t') });
  return { products: createHikeProducts(api), customers: createHikeCustomers(api), sent };
};

describe('products that changed', () => {
  it('are asked for page by page, with the time that `next` forgets', async () => {
    const { products, sent } = hikeAnswering(200, { items: [{ id: 1, name: 'A' }, { id: 2, name: 'B' }], totalCount: 7, next: '/products?Skip_count=99' });
    expect(await products.listChanged(since, 5)).toMatchObject({ items: [{ product: { id: 1 } }, { product: { id: 2 } }], next: 7, total: 7 });
    expect(sent[0]?.url).toBe('/products/get_all?Sync_From=2026-01-15T03:20:00.000Z&page_size=100&Skip_count=5');
  });

  it.each<[string, object]>([
    ['at the last page', { items: [{ id: 1, name: 'A' }], next: null }],
    ['at an empty page', { items: [], next: '/n' }],
    ['without items', { items: null }],
  ])('end %s', async (_name, body) => {
    expect((await hikeAnswering(200, body).products.listChanged(null, 0)).next).toBeNull();
  });

  it('go on without a row that is not understood, and name it', async () => {
    const rows = [{ id: 1, name: 'A' }, { id: 2, name: { odd: true } }, 'nothing', { id: 3, name: 'C' }];
    const page = await hikeAnswering(200, { items: rows, totalCount: 4, next: '/n' }).products.listChanged(null, 0);
    expect(page).toMatchObject({ items: [{ product: { id: 1 } }, { product: { id: 3 } }], next: 4, odd: [{ id: '2' }, { id: null }] });
  });
});

describe('customers that changed', () => {
  it('are asked for like products', async () => {
    const { customers, sent } = hikeAnswering(200, { items: [{ id: 51, first_name: 'Ana', email: ' ana@example.com' }, { first_name: 'No id' }], totalCount: 2, next: null });
    expect(await customers.listChanged(since, 0)).toMatchObject({ items: [{ id: 51, firstName: 'Ana', email: 'ana@example.com' }], next: null, total: 2, odd: [{ id: null }] });
    expect(sent[0]?.url).toContain('/customers/get_all?Sync_From=');
  });
});

describe('one product', () => {
  it('is found with its variants', async () => {
    expect(await hikeAnswering(200, { id: 812, name: 'Canvas tote' }).products.find(id)).toMatchObject({ id: 812, variants: [{ id: 812 }] });
  });

  it('is found by a variant of it, which is a row of its own', async () => {
    const tee = { id: 900, name: 'Organic tee', has_variants: true, product_variants: [{ prod_variant_id: 901, variant_name: 'S', sku: 'TEE-S' }, { prod_variant_id: 902, variant_name: 'M', sku: 'TEE-M' }] };
    const { products, sent } = hikeAnswering(200, { id: 901, parentId: 900, name: 'Organic tee / S', sku: 'TEE-S' }, tee);
    expect(await products.find(HikeProductId.parse(901))).toMatchObject({ id: 900, variants: [{ id: 901 }, { id: 902 }] });
    expect(sent.map(({ url }) => url)).toEqual(['/products/get/901', '/products/get/900']);
  });

  it('is proven deleted by a 404 alone', async () => {
    expect(await hikeAnswering(404, { error: 'Not found' }).products.find(id)).toBeNull();
    for (const status of [403, 501]) await expect(hikeAnswering(status, {}).products.find(id)).rejects.toMatchObject({ status });
  });

  it('is created without any stock', async () => {
    const { products, sent } = hikeAnswering(201, { id: 990 });
    const prices = { priceIncTax: Decimal.parse('33.00'), priceExTax: Decimal.parse('30.00') };
    const created = await products.create({
      name: 'Organic tee', description: '<p>Soft</p>', sku: 'TEE', barcode: '', brand: 'Acme', type: 'Shirts', tags: ['new'], ...prices, taxId: HikeTaxId.parse(2), outletIds: [OutletId.parse(1)],
      options: ['Size'], variants: [{ sku: 'TEE-S', barcode: '930', values: ['Small'], ...prices }], imageUrls: ['https://x.example/a.png', 'https://x.example/b.png'],
    });
    expect(created).toBe(990);
    const outlet = { outlet_id: 1, price_ex_tax: 30, price_inc_tax: 33, tax_id: 2, visible_or_not: true };
    expect(sent[0]).toMatchObject({ method: 'POST', url: '/products/create' });
    expect(sent[0]?.body).toEqual({
      name: 'Organic tee', description: '<p>Soft</p>', sku: 'TEE', barcode: '', bran_name: 'Acme', has_variants: true, track_inventory: true, isActive: true, product_tags: [{ name: 'new' }],
      product_type: [{ type_id: 0, type_name: 'Shirts' }], sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }], product_outlets: [outlet], product_attributes: [{ attribute_name: 'Size' }],
      product_variants: [{ variant_name: 'Small', sku: 'TEE-S', barcode: '930', variant_outlets: [outlet], variant_sub_values: [{ variant_sub_value_name: 'Small' }] }],
      additional_images: [{ image_url: 'https://x.example/a.png', is_primary: true }, { image_url: 'https://x.example/b.png', is_primary: false }],
    });
  });
});
