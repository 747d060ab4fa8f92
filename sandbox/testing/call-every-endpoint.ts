import { picture, type TestSandbox } from './running-sandbox.ts';

interface Ids {
  id: number;
}

type Listed = { data: Ids[] };
type One = { data: Ids };

const billing = { first_name: 'Jane', last_name: 'Doe', street_1: '1 Main Street', city: 'Sydney', state: 'New South Wales', zip: '2000', country: 'Australia', country_iso2: 'AU', email: 'jane@example.com' };
const label = { defaultValue: 'Import', locales: [] };
const PICKUP_LINE = { name: 'Collected', quantity: 1, price_inc_tax: 11, price_ex_tax: 10 };

async function storeFacts(sandbox: TestSandbox): Promise<void> {
  for (const path of ['/v2/store', '/v2/time', '/v2/tax_classes', '/v2/tax_classes/1', '/v2/currencies', '/v2/currencies/2', '/v2/payments/methods', '/v2/order_statuses', '/v2/order_statuses/11', '/v3/settings/inventory']) {
    await sandbox.call('GET', path);
  }
  await sandbox.call('PUT', '/v3/settings/inventory', { update_stock_behavior: 'order_placed', refund_order_stock_adjustment: true });
  await sandbox.call('GET', '/v3/channels?type:in=storefront,pos&limit=10');
  const { body } = await sandbox.call<One>('POST', '/v3/channels', { name: 'Hike POS', type: 'pos', platform: 'custom', status: 'connected' });
  await sandbox.call('GET', `/v3/channels/${body.data.id}`);
  await sandbox.call('PUT', `/v3/channels/${body.data.id}`, { status: 'disconnected' });
}

async function orderReads(sandbox: TestSandbox): Promise<void> {
  const { body: orders } = await sandbox.call<Ids[]>('GET', '/v2/orders?limit=250&sort=date_modified:desc');
  await sandbox.call('GET', '/v2/orders?include=consignments.line_items,fees&consignment_structure=object&limit=250');
  await sandbox.call('GET', '/v2/orders?status_id=11&min_id=1&max_id=9999&min_total=1&max_total=9999&customer_id=1&channel_id=1&page=1');
  await sandbox.call('GET', '/v2/orders?min_date_modified=2020-01-01T00:00:00Z&max_date_created=2099-01-01T00:00:00Z&email=ana.diaz@example.com');
  await sandbox.call('GET', '/v2/orders?external_order_id=none');
  await sandbox.call('GET', '/v2/orders/count');
  await sandbox.call('GET', '/v2/orders/999999');
  for (const { id } of orders) {
    const parts = ['products?limit=250', 'coupons', 'shipping_addresses', 'shipments', 'taxes?details=true', 'fees', 'messages', 'consignments?include=consignments.line_items', 'shipments/count'];
    for (const part of parts) await sandbox.call('GET', `/v2/orders/${id}/${part}`);
    for (const part of ['transactions', 'payment_actions/refunds']) await sandbox.call('GET', `/v3/orders/${id}/${part}`);
    await sandbox.control('POST', `/stores/${sandbox.hash}/forget-calls`);
  }
  await sandbox.call('GET', '/v3/orders/payment_actions/refunds?order_id:in=100,101');
  await sandbox.call('GET', '/v3/orders/payment_actions/refunds/1');
}

async function orderWrites(sandbox: TestSandbox): Promise<void> {
  const { body: products } = await sandbox.call<Listed>('GET', '/v3/catalog/products?sku=TOTE-01');
  const productId = products.data[0]!.id;
  const { body: order } = await sandbox.call<Ids>('POST', '/v2/orders', {
    billing_address: billing,
    shipping_addresses: [{ ...billing, shipping_method: 'Courier' }],
    products: [{ product_id: productId, quantity: 2, price_inc_tax: 22, price_ex_tax: 20 }, PICKUP_LINE],
    fees: [{ type: 'custom_fee', display_name_customer: 'Surcharge', cost_ex_tax: '1.00', cost_inc_tax: '1.10' }],
    shipping_cost_ex_tax: '9.05',
    shipping_cost_inc_tax: '9.95',
    status_id: 11,
    external_order_id: 'contract-1',
    external_source: '4711',
  });
  const path = `/v2/orders/${order.id}`;
  const { body: lines } = await sandbox.call<Ids[]>('GET', `${path}/products`);
  const { body: addresses } = await sandbox.call<Ids[]>('GET', `${path}/shipping_addresses`);
  const address = `${path}/shipping_addresses/${addresses[0]!.id}`;
  await sandbox.call('GET', path);
  await sandbox.call('PUT', path, { status_id: 9, staff_notes: 'Packed', products: [{ id: lines[0]!.id, quantity: 1 }] });
  await sandbox.call('GET', `${path}/products/${lines[1]!.id}`);
  await sandbox.call('GET', address);
  await sandbox.call('PUT', address, { city: 'Melbourne' });
  await sandbox.call('GET', `${address}/shipping_quotes`);
  await sandbox.call('GET', `${path}/consignments/shipping/${addresses[0]!.id}/shipping_quotes`);
  const shipment = { order_address_id: addresses[0]!.id, tracking_number: 'T1', items: [{ order_product_id: lines[0]!.id, quantity: 1 }] };
  const { body: shipped } = await sandbox.call<Ids>('POST', `${path}/shipments`, shipment);
  await sandbox.call('GET', `${path}/shipments`);
  await sandbox.call('GET', `${path}/shipments/${shipped.id}`);
  await sandbox.call('PUT', `${path}/shipments/${shipped.id}`, { tracking_number: 'T2' });
  await sandbox.call('DELETE', `${path}/shipments/${shipped.id}`);
  await sandbox.call('DELETE', `${path}/shipments`);
  const items = [{ item_type: 'PRODUCT', item_id: lines[1]!.id, quantity: 1 }];
  await sandbox.call('POST', `/v3/orders/${order.id}/payment_actions/refund_quotes`, { items });
  await sandbox.call('POST', `/v3/orders/${order.id}/payment_actions/refunds`, { items, payments: [{ provider_id: 'custom', amount: 11, offline: true }] });
  await sandbox.call('POST', '/v2/orders', { billing_address: billing, consignments: { pickups: [{ pickup_method_id: 1, line_items: [PICKUP_LINE] }] } });
  await metafields(sandbox, `/v3/orders/${order.id}`);
  await sandbox.call('DELETE', path);
  await sandbox.call('DELETE', '/v2/orders');
}

async function metafields(sandbox: TestSandbox, path: string): Promise<void> {
  const field = { permission_set: 'app_only', namespace: 'hike', key: 'sale', value: '77' };
  const { body } = await sandbox.call<One>('POST', `${path}/metafields`, field);
  await sandbox.call('GET', `${path}/metafields?namespace=hike`);
  await sandbox.call('GET', `${path}/metafields/${body.data.id}`);
  await sandbox.call('PUT', `${path}/metafields/${body.data.id}`, { ...field, value: '78' });
  await sandbox.call('DELETE', `${path}/metafields/${body.data.id}`);
}

async function customers(sandbox: TestSandbox): Promise<void> {
  const address = { first_name: 'New', last_name: 'Person', address1: '1 Street', city: 'Sydney', state_or_province: 'Victoria', postal_code: '3000', country_code: 'AU' };
  await sandbox.call('GET', '/v3/customers?include=addresses,storecredit&limit=250&sort=date_created:asc');
  await sandbox.call('GET', '/v3/customers?email:in=ana.diaz@example.com,nobody@example.com&id:in=1,2&date_modified:min=2020-01-01T00:00:00Z');
  const { body } = await sandbox.call<Listed>('POST', '/v3/customers', [{ email: 'new@example.com', first_name: 'New', last_name: 'Person', addresses: [address] }]);
  const id = body.data[0]!.id;
  await sandbox.call('PUT', '/v3/customers', [{ id, phone: '123' }]);
  const { body: added } = await sandbox.call<Listed>('POST', '/v3/customers/addresses', [{ ...address, customer_id: id, city: 'Perth' }]);
  await sandbox.call('POST', '/v3/customers/addresses', [{ ...address, customer_id: id, city: 'Perth' }]);
  await sandbox.call('PUT', '/v3/customers/addresses', [{ id: added.data[0]!.id, city: 'Hobart' }]);
  await sandbox.call('GET', `/v3/customers/addresses?customer_id:in=${id}`);
  await sandbox.call('DELETE', `/v3/customers/addresses?id:in=${added.data[0]!.id}`);
  await sandbox.call('DELETE', `/v3/customers?id:in=${id}`);
}

const CAP = { name: 'Cap', type: 'physical', weight: 1, price: 25, brand_name: 'Peaks', inventory_tracking: 'variant' };

async function products(sandbox: TestSandbox): Promise<void> {
  await sandbox.call('GET', '/v3/catalog/products?include=variants,images,custom_fields,channels&limit=250&sort=id&id:greater=1');
  await sandbox.call('GET', '/v3/catalog/products?include=options,modifiers,primary_image&limit=10');
  await sandbox.call('GET', '/v3/catalog/products?include_fields=name,sku&sku:in=TOTE-01,MUG-BLUE&date_modified:min=2026-01-15');
  const variant = { sku: 'CAP-RED', price: 20, inventory_level: 3, option_values: [{ option_display_name: 'Colour', label: 'Red' }] };
  const images = [{ image_url: `${sandbox.app.url}/pictures/red.png`, is_thumbnail: true }];
  const { body } = await sandbox.call<One>('POST', '/v3/catalog/products', { ...CAP, variants: [variant], images });
  const path = `/v3/catalog/products/${body.data.id}`;
  await sandbox.control('PATCH', `/stores/${sandbox.hash}/products/${body.data.id}`, { modifiers: [{ display_name: 'Engraving', type: 'text' }] });
  await sandbox.call('GET', `${path}?include=variants,options,images,modifiers`);
  await sandbox.call('GET', `${path}/modifiers`);
  await sandbox.call('PUT', path, { price: 26, is_visible: false });
  await sandbox.call('PUT', '/v3/catalog/products', [{ id: body.data.id, price: 27 }]);
  await variants(sandbox, path, body.data.id);
  await productImages(sandbox, path);
  await metafields(sandbox, path);
  await sandbox.call('PUT', '/v3/catalog/products/channel-assignments', [{ product_id: body.data.id, channel_id: 1 }]);
  await sandbox.call('GET', `/v3/catalog/products/channel-assignments?product_id:in=${body.data.id}`);
  await sandbox.call('DELETE', path);
  await sandbox.call('DELETE', '/v3/catalog/products?id:in=77');
}

async function variants(sandbox: TestSandbox, path: string, productId: number): Promise<void> {
  const { body: options } = await sandbox.call<Listed>('GET', `${path}/options`);
  const colour = options.data[0]!.id;
  const values = `${path}/options/${colour}/values`;
  const value = async (label: string) => (await sandbox.call<One>('POST', values, { label, sort_order: 1 })).body.data.id;
  const [blue, green] = [await value('Blue'), await value('Green')];
  await sandbox.call('GET', values);
  await sandbox.call('GET', `${path}/options/${colour}`);
  const { body: second } = await sandbox.call<One>('POST', `${path}/variants`, { sku: 'CAP-BLUE', inventory_level: 1, option_values: [{ id: blue, option_id: colour }] });
  const one = `${path}/variants/${second.data.id}`;
  await sandbox.call('GET', `${path}/variants`);
  await sandbox.call('GET', one);
  await sandbox.call('PUT', one, { price: 21 });
  await sandbox.call('POST', `${one}/image`, { image_url: `${sandbox.app.url}/pictures/blue.png` });
  await sandbox.call('GET', '/v3/catalog/variants?sku=CAP-BLUE');
  await sandbox.call('GET', `/v3/catalog/variants?product_id:in=${productId},78`);
  await sandbox.call('GET', `/v3/catalog/variants?id:in=${second.data.id}`);
  await sandbox.call('PUT', '/v3/catalog/variants', [{ id: second.data.id, inventory_level: 5 }, { product_id: productId, sku: 'CAP-GREEN', option_values: [{ id: green, option_id: colour }] }]);
  await sandbox.call('DELETE', one);
  const { body: plain } = await sandbox.call<One>('POST', '/v3/catalog/products', { ...CAP, name: 'Plain cap', inventory_tracking: 'none' });
  await sandbox.call('GET', `/v3/catalog/products/${plain.data.id}?include=variants`);
  await sandbox.call('POST', `/v3/catalog/products/${plain.data.id}/options`, { display_name: 'Size', type: 'dropdown', option_values: [{ label: 'One size', sort_order: 0 }] });
}

async function productImages(sandbox: TestSandbox, path: string): Promise<void> {
  const { body: image } = await sandbox.call<One>('POST', `${path}/images`, { image_url: `${sandbox.app.url}/pictures/cap.png`, is_thumbnail: true, sort_order: 2 });
  await sandbox.upload(`${path}/images`, picture('upload'));
  await sandbox.call('GET', `${path}/images`);
  await sandbox.call('GET', `${path}/images/${image.data.id}`);
  await sandbox.call('PUT', `${path}/images/${image.data.id}`, { description: 'Front' });
  await sandbox.call('DELETE', `${path}/images/${image.data.id}`);
}

async function shelves(sandbox: TestSandbox): Promise<void> {
  await sandbox.call('GET', '/v3/catalog/brands?name=Acme');
  await sandbox.call('POST', '/v3/catalog/brands', { name: 'Fresh' });
  await sandbox.call('GET', '/v3/catalog/trees?channel_id:in=1');
  await sandbox.call('GET', '/v3/catalog/trees/categories?parent_id:in=0&tree_id:in=1');
  const { body } = await sandbox.call<{ data: { category_id: number }[] }>('POST', '/v3/catalog/trees/categories', [{ name: 'Hats', parent_id: 0, tree_id: 1 }]);
  await sandbox.call('POST', '/v3/catalog/trees/categories', [{ name: 'Sun hats', parent_id: body.data[0]!.category_id, tree_id: 1 }, { name: 'Hats', parent_id: 0, tree_id: 1 }]);
  await sandbox.call('GET', '/v3/catalog/trees/1/categories');
}

async function inventory(sandbox: TestSandbox): Promise<void> {
  await sandbox.call('GET', '/v3/inventory/items?sku:in=MUG-BLUE,TEE-M&location_id:in=1,2');
  await sandbox.call('GET', '/v3/inventory/items?limit=1000');
  await sandbox.call('GET', '/v3/inventory/locations?is_default=true');
  await sandbox.call('GET', '/v3/inventory/locations/1/items?limit=1000');
  await sandbox.call('PUT', '/v3/inventory/locations/1/items', { settings: [{ identity: { sku: 'MUG-BLUE' }, safety_stock: 2 }] });
  await sandbox.call('PUT', '/v3/inventory/locations', [{ id: 2, enabled: true }]);
  await sandbox.call('PUT', '/v3/inventory/adjustments/absolute', { reason: 'count', items: [{ location_id: 1, sku: 'MUG-BLUE', quantity: 4 }] });
  await sandbox.call('POST', '/v3/inventory/adjustments/relative', { items: [{ location_id: 1, sku: 'MUG-BLUE', quantity: 4 }] });
}

async function hooksAndExtensions(sandbox: TestSandbox): Promise<void> {
  const { body } = await sandbox.call<One>('POST', '/v3/hooks', { scope: 'store/order/*', destination: 'https://example.com/hooks', headers: { 'X-Token': 'a' } });
  await sandbox.call('GET', '/v3/hooks?is_active=true&limit=250');
  await sandbox.call('GET', `/v3/hooks/${body.data.id}`);
  await sandbox.call('PUT', `/v3/hooks/${body.data.id}`, { is_active: true });
  await sandbox.call('GET', '/v3/hooks/admin');
  await sandbox.call('PUT', '/v3/hooks/admin', { emails: ['ops@example.com'] });
  await sandbox.call('DELETE', `/v3/hooks/${body.data.id}`);
  await sandbox.call('POST', '/graphql', { query: 'mutation ($input: X) { createAppExtension(input: $input) { appExtension { id } } }', variables: { input: { context: 'PANEL', model: 'ORDERS', url: '/x/${id}', label } } });
}

/** Calls every endpoint of the imitated API in both a plain and a rich way, staying below the quota. */
export async function callEveryEndpoint(sandbox: TestSandbox): Promise<void> {
  for (const part of [storeFacts, orderReads, orderWrites, customers, shelves, inventory, products, hooksAndExtensions]) {
    await sandbox.control('POST', `/stores/${sandbox.hash}/forget-calls`);
    await part(sandbox);
  }
}
