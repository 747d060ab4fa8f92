import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Customer } from '../customers/customer.ts';
import type { Sale } from '../sales/sale.ts';
import { RunningHike } from '../testing/running-hike.ts';

interface List<T> {
  items: T[];
  totalCount: number;
  next: string | null;
}

interface Row {
  id: number;
  parentId: number;
  name: string;
  sku: string;
  has_variants: boolean;
  product_variants: { prod_variant_id: number; variant_name: string; variant_outlets: unknown[] }[];
}

let hike: RunningHike;

beforeAll(async () => {
  hike = await RunningHike.start();
});
afterAll(() => hike.stop());

async function list<T>(path: string): Promise<List<T>> {
  const { status, body } = await hike.get<List<T>>(path);
  expect(status).toBe(200);
  return body;
}

describe('a list', () => {
  test('pages by page_size and Skip_count in any case, and ends with next null', async () => {
    const first = await list<Row>('/products/get_all?page_size=7');
    const second = await list<Row>('/products/get_all?Page_Size=7&skip_count=7');
    const third = await list<Row>('/products/get_all?page_size=7&SKIP_COUNT=14');
    const ids = [...first.items, ...second.items, ...third.items].map((row) => row.id);
    expect(new Set(ids).size).toBe(first.totalCount);
    expect([first.next, third.next]).toEqual(['/api/v1/products/get_all?page_size=7&Skip_count=7', null]);
  });

  test('drops Sync_From and the other filters in next', async () => {
    const { next } = await list('/products/get_all?page_size=2&Sync_From=2020-01-01T00:00:00Z&Filter=candle&sorting=name');
    expect(next).toBeNull();
    const more = await list('/products/get_all?page_size=1&Sync_From=2020-01-01T00:00:00Z&Filter=candle');
    expect(more.next).toBe('/api/v1/products/get_all?page_size=1&Skip_count=1');
  });

  test('refuses a size or a date that is none', async () => {
    expect((await hike.get('/products/get_all?page_size=many')).status).toBe(400);
    expect((await hike.get('/sales/get_all?invoice_range_from=yesterday')).status).toBe(400);
  });

  test('is there for every small thing, with the vendor’s names', async () => {
    const register = (await list<object>('/outlets/get_Registers_all')).items[2];
    expect(register).toEqual({ id: expect.any(Number), name: 'Online', outletID: 11, defaultTax: 42, prefix: 'WEB-', suffix: '', isActive: true });
    expect((await list<object>('/outlets/get_all')).items[0]).toMatchObject({ title: 'Harbour Street' });
    expect((await list<object>('/payment_types/get_all')).items[2]).toMatchObject({ payment_name: 'BigCommerce', payment_option_name: 'Ecommerce', payment_option_type: 27 });
    expect((await list<object>('/taxes/get_all')).items[1]).toMatchObject({ name: 'GST', rate: 10 });
    for (const path of ['/product_types/get_all', '/users/get_all']) expect((await list(path)).totalCount).toBeGreaterThan(0);
    for (const path of ['/suppliers/get_all', '/offers/get_all', '/registerClosures/get_all']) expect(await list(path)).toEqual({ items: [], totalCount: 0, next: null });
  });

  test('asks for a token, and knows no other path', async () => {
    expect((await fetch(`${hike.base}/api/v1/taxes/get_all`)).status).toBe(401);
    expect((await hike.get('/sales')).status).toBe(404);
  });
});

describe('products', () => {
  test('come as parents with their variants and as rows of their own', async () => {
    const { items } = await list<Row>('/products/get_all?page_size=500');
    const parent = items.find((row) => row.sku === 'TEE') as Row;
    const children = items.filter((row) => row.parentId === parent.id);
    expect(children.map((row) => row.name)).toEqual(['Organic tee / Small', 'Organic tee / Medium', 'Organic tee / Large']);
    expect(parent.product_variants.map((variant) => variant.prod_variant_id)).toEqual(children.map((row) => row.id));
    expect(parent.product_variants[0]).toMatchObject({ variant_name: 'Small', variant_sub_values: [{ variant_sub_value_name: 'Small' }], variant_outlets: [{ on_hand_inventory: 12 }, {}] });
    expect(items[0]).toMatchObject({ bran_name: 'Acme', seO_feature: false, sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }] });
    expect(items[0]).not.toHaveProperty('variantValues');
  });

  test('are found by a part of SKU, barcode or name', async () => {
    expect((await list<Row>('/products/get_all?Filter=mug-')).items.map((row) => row.sku)).toEqual(['MUG-BLUE', 'MUG-SAND']);
    expect((await list<Row>('/products/get_all?filter=9300000000017')).items.map((row) => row.sku)).toEqual(['TOTE-01']);
    expect((await hike.get<Row>('/products/by_sku?sku=tote-01')).body.name).toBe('Canvas tote');
  });

  test('leave out what the other side alone carries', async () => {
    expect((await list('/products/get_all?Filter=POSTER-A2')).totalCount).toBe(0);
  });
});

describe('customers', () => {
  test('are found by a part of the e-mail, two of them by a shared one', async () => {
    expect((await list<Customer>('/customers/get_all?Filter=tan.family@example.com')).items.map((customer) => customer.first_name)).toEqual(['Cleo', 'Dan']);
    expect((await list('/customers/get_all?Filter=@example.com')).totalCount).toBe(6);
  });

  test('come alone by id', async () => {
    const [ana] = (await list<Customer>('/customers/get_all?Filter=ana.diaz')).items;
    expect((await hike.get<Customer>(`/customers/get/${ana?.id}`)).body).toEqual(ana);
    expect((await hike.get('/customers/get/1')).status).toBe(404);
  });
});

describe('sales', () => {
  test('are sorted by transaction date, both ways', async () => {
    const dates = async (sorting: string) => (await list<Sale>(`/sales/get_all?page_size=100${sorting}`)).items.map((sale) => sale.transactionDate);
    const ascending = await dates('');
    expect(ascending).toEqual([...ascending].sort());
    expect(await dates('&Sorting=transactionDate%20desc')).toEqual(ascending.toReversed());
    expect((await hike.get('/sales/get_all?Sorting=colour')).status).toBe(400);
  });

  test('are filtered by transaction date alone, and Sync_From changes nothing', async () => {
    const hour = 3_600_000;
    const from = new Date(hike.core.clock.now().getTime() - 25 * hour).toISOString();
    const recent = await list<Sale>(`/sales/get_all?invoice_range_from=${from}`);
    expect(recent.items.map((sale) => sale.status)).toEqual(['Refunded', 'Exchange']);
    expect((await list(`/sales/get_all?Sync_From=${from}`)).totalCount).toBe(15);
  });

  test('of the demo are of every kind', async () => {
    const statuses = (await list<Sale>('/sales/get_all?page_size=100')).items.map((sale) => sale.status);
    expect(new Set(statuses)).toEqual(new Set(['Completed', 'Parked', 'LayBy', 'OnAccount', 'BackOrder', 'Quote', 'Voided', 'Refunded', 'Exchange']));
  });
});
