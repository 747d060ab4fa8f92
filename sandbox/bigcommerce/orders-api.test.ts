import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestSandbox } from '../testing/running-sandbox.ts';

type Wire = Record<string, unknown> & { id: number };

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

const billing = { first_name: 'Walk', last_name: 'In', zip: '2000', country: 'Australia', country_iso2: 'AU' };
const custom = (more: object = {}) => ({ name: 'Till line', quantity: 1, price_inc_tax: 11, price_ex_tax: 10, ...more });

async function productId(sku: string): Promise<number> {
  const { body } = await sandbox.call<{ data: Wire[] }>('GET', `/v3/catalog/products?sku=${sku}`);
  return body.data[0]!.id;
}

async function level(sku: string): Promise<number> {
  const { body } = await sandbox.call<{ data: { inventory_level: number }[] }>('GET', `/v3/catalog/variants?sku=${sku}`);
  return body.data[0]!.inventory_level;
}

test('an empty V2 list is 204 without a body', async () => {
  const answer = await sandbox.call('GET', '/v2/orders?external_order_id=nobody');
  expect(answer.status).toBe(204);
  expect(answer.text).toBe('');
});

test('the demo store has orders in all fifteen statuses, and coherent totals', async () => {
  const { body: orders } = await sandbox.call<Record<string, string & number>[]>('GET', '/v2/orders?limit=250');
  expect(new Set(orders.map((order) => order['status_id'])).size).toBe(15);
  for (const order of orders) {
    const { body: lines } = await sandbox.call<Record<string, string>[]>('GET', `/v2/orders/${order['id']}/products?limit=250`);
    const fees = await sandbox.call<{ fees: { cost_inc_tax: string }[] }>('GET', `/v2/orders/${order['id']}/fees`);
    const parts = [...lines.map((line) => line['discounted_total_inc_tax']), ...fees.body.fees.map((fee) => fee.cost_inc_tax), order['shipping_cost_inc_tax'], order['handling_cost_inc_tax'], order['wrapping_cost_inc_tax']];
    const sum = parts.reduce((total, part) => total + Math.round(Number(part) * 100), 0);
    expect(sum).toBe(Math.round(Number(order['total_inc_tax']) * 100));
  }
});

test('an order of the till keeps its reference, date, prices and totals', async () => {
  const { status, body } = await sandbox.call<Wire>('POST', '/v2/orders', {
    billing_address: billing,
    products: [custom({ quantity: 2 }), custom({ name: 'Second', price_inc_tax: '5.50', price_ex_tax: '5.00' })],
    status_id: 10,
    external_order_id: 'sale-77',
    external_source: '4711',
    external_id: 'ignored',
    date_created: 'Tue, 05 Mar 2024 21:40:11 +0000',
    payment_method: 'Cash + Card',
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'Completed',
    external_order_id: 'sale-77',
    external_id: null,
    date_created: 'Tue, 05 Mar 2024 21:40:11 +0000',
    subtotal_inc_tax: '27.5000',
    total_ex_tax: '25.0000',
    total_inc_tax: '27.5000',
    total_tax: '2.5000',
  });
  const found = await sandbox.call<Wire[]>('GET', '/v2/orders?external_order_id=sale-77');
  expect(found.body.map((order) => order.id)).toEqual([body.id]);
  const ledger = await sandbox.control<{ reference: string }[]>('GET', '/ledger?kind=order.created');
  expect(ledger.body.map((row) => row.reference)).toEqual(['sale-77']);
});

test('nothing stops two orders with one external_order_id', async () => {
  const order = { billing_address: billing, products: [custom()], external_order_id: 'twice' };
  await sandbox.call('POST', '/v2/orders', order);
  expect((await sandbox.call('POST', '/v2/orders', order)).status).toBe(200);
  expect((await sandbox.call<Wire[]>('GET', '/v2/orders?external_order_id=twice')).body).toHaveLength(2);
});

test.each([
  ['no billing address', { products: [custom()] }, /billing_address/],
  ['a zip that is too short', { billing_address: { zip: '2' }, products: [custom()] }, /zip/],
  ['no products', { billing_address: billing }, /products/],
  ['one half of a price pair', { billing_address: billing, products: [{ name: 'x', quantity: 1, price_inc_tax: 1 }] }, /price_/],
  ['one half of a total pair', { billing_address: billing, products: [custom()], total_inc_tax: 11 }, /total_ex_tax/],
  ['an unknown product', { billing_address: billing, products: [{ product_id: 999_999, quantity: 1 }] }, /product_id/],
  ['an unknown customer', { billing_address: billing, products: [custom()], customer_id: 999 }, /customer_id/],
  ['an unknown status', { billing_address: billing, products: [custom()], status_id: 99 }, /status_id/],
  ['a read-only field', { billing_address: billing, products: [custom()], payment_status: 'paid' }, /payment_status/],
])('an order with %s is refused with 400 in an array', async (_what, order, message) => {
  const { status, body } = await sandbox.call<{ status: number; message: string }[]>('POST', '/v2/orders', order);
  expect(status).toBe(400);
  expect(body[0]?.status).toBe(400);
  expect(JSON.stringify(body)).toMatch(message);
});

test('an order takes stock when it is placed and a cancelled one gives it back', async () => {
  const before = await level('TOTE-01');
  const { body } = await sandbox.call<Wire>('POST', '/v2/orders', { billing_address: billing, products: [{ product_id: await productId('TOTE-01'), quantity: 3 }], status_id: 11 });
  expect(await level('TOTE-01')).toBe(before - 3);
  await sandbox.call('PUT', `/v2/orders/${body.id}`, { status_id: 5 });
  expect(await level('TOTE-01')).toBe(before);
});

test('a store that takes stock on completion leaves it alone before', async () => {
  await sandbox.control('PATCH', '/stores/demo/settings', { updateStockBehavior: 'order_completed_or_shipped' });
  const before = await level('TOTE-01');
  const { body } = await sandbox.call<Wire>('POST', '/v2/orders', { billing_address: billing, products: [{ product_id: await productId('TOTE-01'), quantity: 1 }], status_id: 11 });
  expect(await level('TOTE-01')).toBe(before);
  await sandbox.call('PUT', `/v2/orders/${body.id}`, { status_id: 10 });
  expect(await level('TOTE-01')).toBe(before - 1);
});

test('an order beyond the stock is refused, or allowed when the store is set so', async () => {
  const order = { billing_address: billing, products: [{ product_id: await productId('VASE-TALL'), quantity: 500 }], status_id: 11 };
  expect((await sandbox.call('POST', '/v2/orders', order)).status).toBe(400);
  await sandbox.control('PATCH', '/stores/demo/settings', { oversell: 'allow' });
  expect((await sandbox.call('POST', '/v2/orders', order)).status).toBe(200);
});

test('an update adds, changes and removes lines and replaces the fees', async () => {
  const fee = { type: 'custom_fee', display_name_customer: 'Surcharge', cost_ex_tax: 1, cost_inc_tax: 1.1 };
  const { body: order } = await sandbox.call<Wire>('POST', '/v2/orders', { billing_address: billing, products: [custom(), custom({ name: 'Other' })], fees: [fee] });
  const { body: lines } = await sandbox.call<Wire[]>('GET', `/v2/orders/${order.id}/products`);
  const update = { products: [{ id: lines[0]!.id, quantity: 0 }, { id: lines[1]!.id, quantity: 3 }, custom({ name: 'Third' })], fees: [] };
  const { body: changed } = await sandbox.call<Wire>('PUT', `/v2/orders/${order.id}`, update);
  const after = await sandbox.call<Wire[]>('GET', `/v2/orders/${order.id}/products`);
  expect(after.body.map((line) => [line['name'], line['quantity']])).toEqual([['Other', 3], ['Third', 1]]);
  expect(changed['total_inc_tax']).toBe('44.0000');
});

test('included line items stop at fifty with a warning', async () => {
  const path = '/v2/orders?include=consignments.line_items&consignment_structure=object&limit=250';
  const { body } = await sandbox.call<{ items_total: number; consignments: { shipping: { line_items: unknown[]; __warning__?: string }[] } }[]>('GET', path);
  const large = body.find((order) => order.items_total === 60)!.consignments.shipping[0]!;
  expect(large.line_items).toHaveLength(50);
  expect(large.__warning__).toBeTruthy();
  const small = body.find((order) => order.items_total === 2)!.consignments.shipping[0];
  expect(small?.__warning__).toBeUndefined();
});

test('a shipment of a part and then of the rest moves the status', async () => {
  const placed = await sandbox.control<Wire & { lines: Wire[] }>('POST', '/stores/demo/orders', { lines: [{ sku: 'SOAP-OAT', quantity: 2 }] });
  const id = placed.body.id;
  const { body: addresses } = await sandbox.call<Wire[]>('GET', `/v2/orders/${id}/shipping_addresses`);
  const ship = (quantity: number) =>
    sandbox.call('POST', `/v2/orders/${id}/shipments`, { order_address_id: addresses[0]!.id, items: [{ order_product_id: placed.body.lines[0]!.id, quantity }] });
  expect((await ship(1)).status).toBe(201);
  expect((await sandbox.call<Wire>('GET', `/v2/orders/${id}`)).body['status_id']).toBe(3);
  expect((await ship(1)).status).toBe(201);
  expect((await sandbox.call<Wire>('GET', `/v2/orders/${id}`)).body['status_id']).toBe(2);
  expect((await ship(1)).status).toBe(400);
});

test('a refund of one line makes an order partially refunded, the rest makes it refunded', async () => {
  const placed = await sandbox.control<Wire & { lines: Wire[] }>('POST', '/stores/demo/orders', { lines: [{ sku: 'SOAP-OAT', quantity: 2 }] });
  const refund = (items: object[], amount: number) => sandbox.call('POST', `/v3/orders/${placed.body.id}/payment_actions/refunds`, { items, payments: [{ provider_id: 'custom', amount, offline: true }] });
  expect((await refund([{ item_type: 'PRODUCT', item_id: placed.body.lines[0]!.id, quantity: 1 }], 8.95)).status).toBe(201);
  expect((await sandbox.call<Wire>('GET', `/v2/orders/${placed.body.id}`)).body).toMatchObject({ status_id: 14, refunded_amount: '0.0000' });
  await sandbox.control('POST', `/stores/demo/orders/${placed.body.id}/refund`);
  expect((await sandbox.call<Wire>('GET', `/v2/orders/${placed.body.id}`)).body['status_id']).toBe(4);
  expect((await refund([{ item_type: 'ORDER', item_id: placed.body.id, amount: 1 }], 1)).status).toBe(422);
});

test('a store that enters prices without tax adds it', async () => {
  await sandbox.control('POST', '/worlds', { name: 'us', storeHash: 'yankee' });
  sandbox.hash = 'yankee';
  await sandbox.connect();
  const { body } = await sandbox.control<Wire>('POST', '/stores/yankee/orders', { lines: [{ sku: 'TOTE-01', quantity: 3 }], shipping: '7.99' });
  expect(body).toMatchObject({ is_tax_inclusive_pricing: false, subtotal_ex_tax: '66.0000', subtotal_inc_tax: '71.4500', shipping_cost_inc_tax: '8.6500', total_inc_tax: '80.1000' });
});
