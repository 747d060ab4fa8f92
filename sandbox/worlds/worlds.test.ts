import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readable } from '../core/plain-json.ts';
import { RunningHike } from '../hike/testing/running-hike.ts';
import type { Shop } from '../hike/state/shop.ts';
import type { ProductRow } from '../hike/products/product-row.ts';
import { TestSandbox } from '../testing/running-sandbox.ts';
import { catalogueItems, largeItems } from './catalogue/catalogue-items.ts';

describe('the goods of `catalogue`', () => {
  test('are the same whenever they are made', () => {
    expect(catalogueItems()).toEqual(catalogueItems());
  });

  test('are 2,000, of which six in ten meet by SKU as it is written or nearly so', () => {
    const items = catalogueItems();
    const code = (text: string) => text.trim().toLowerCase();
    const linked = items.filter(({ hike, store }) => hike.length === 1 && store.length === 1 && hike[0] && store[0] && code(hike[0].sku) === code(store[0].sku));
    expect(items).toHaveLength(2000);
    expect(linked.length / items.length).toBeGreaterThan(0.6);
    expect(items.filter(({ store }) => store.length === 0)).toHaveLength(300);
    expect(items.filter(({ hike }) => hike.length === 0)).toHaveLength(100);
  });
});

describe('the world `catalogue`', () => {
  let sandbox: TestSandbox;
  let shop: Shop;
  let stateOf: () => { products: { fields: { name: string; sku: string }; modifiers?: unknown[]; oldOptionSet?: boolean; options: unknown[] }[]; customers: unknown[]; orders: { statusId: number }[] };

  beforeAll(async () => {
    sandbox = await TestSandbox.start(['--world', 'catalogue']);
    shop = (await sandbox.control<Shop>('GET', '/hike/shops/catalogue')).body;
    stateOf = () => readable(sandbox.running.bigcommerce.platform.stores.get('catalogue')) as ReturnType<typeof stateOf>;
  });
  afterAll(() => sandbox.stop());

  const rows = (matches: (row: ProductRow) => boolean) => shop.products.filter(matches).length;

  test('has every kind of product that Hike can hold and BigCommerce may not', () => {
    expect(rows((row) => row.parentId === 0)).toBe(1930);
    expect(rows((row) => row.components.length > 0)).toBe(10);
    expect(rows((row) => row.product_outlets.length === 0)).toBeGreaterThan(10);
    expect(rows((row) => row.product_outlets.some((outlet) => outlet.on_hand_inventory < 0))).toBeGreaterThan(10);
    expect(rows((row) => row.product_outlets.some((outlet) => !Number.isInteger(outlet.on_hand_inventory)))).toBeGreaterThan(10);
    expect(rows((row) => !row.isActive)).toBeGreaterThan(20);
    expect(rows((row) => row.sales_channels.length === 1)).toBeGreaterThan(30);
    expect(rows((row) => row.variantValues[0]?.variant_sub_value_name.startsWith('Shade') ?? false)).toBe(612);
  });

  test('has a store with its own old and awkward things', () => {
    const { products, customers, orders } = stateOf();
    expect(products).toHaveLength(1740);
    expect(products.filter((product) => product.modifiers?.length)).toHaveLength(25);
    expect(products.filter((product) => product.oldOptionSet)).toHaveLength(10);
    expect(products.filter((product) => product.options.length === 4)).toHaveLength(3);
    expect(products.filter((product) => product.fields.sku !== product.fields.sku.trim())).toHaveLength(40);
    expect(customers).toHaveLength(150);
    expect(orders.filter((order) => [7, 9, 11].includes(order.statusId))).toHaveLength(30);
  });

  test('has customers with all that people leave out', () => {
    const { customers } = shop;
    const mails = customers.flatMap((customer) => (customer.email === null ? [] : [customer.email]));
    expect(customers).toHaveLength(300);
    expect(customers.filter((customer) => customer.email === null)).toHaveLength(30);
    expect(customers.filter((customer) => customer.last_name === null)).toHaveLength(15);
    expect(new Set(mails).size).toBeLessThan(mails.length);
    expect(new Set(customers.map((customer) => customer.billing_address?.state))).toContain('NSW');
  });

  test('has nothing in the ledger', () => {
    expect(sandbox.running.core.ledger.list()).toEqual([]);
  });
});

test('the world `large` has 50,000 products in Hike, a fifth with three variants, and pages them to the end', async () => {
  const hike = await RunningHike.start('large');
  const { body } = await hike.get<{ totalCount: number; items: ProductRow[]; next: string | null }>('/products/get_all?page_size=100&Skip_count=79900');
  hike.stop();
  expect([body.totalCount, body.items.length, body.next]).toEqual([80_000, 100, null]);
  expect([...largeItems()].filter((good) => good.variants.length === 3)).toHaveLength(10_000);
});
