import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import { addressPost, addressPut, customerPost, customerPut } from '../customers/customer-input.ts';
import { cursorPage } from '../customers/cursor-page.ts';
import { customerView } from '../customers/customer-view.ts';
import { selectCustomers } from '../customers/select-customers.ts';
import { addressesOf } from '../customers/customer-index.ts';
import { addAddress, assertState, changeAddress, createCustomers, deleteCustomers, updateCustomers } from '../customers/write-customers.ts';
import { cutPage, idList, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { assertBatch, parseV3 } from './parse-v3.ts';

/** Customers, their creates and their updates come in batches of ten. */
const BATCH = 10;

function addressRoutes(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/customers/addresses', (context) => {
    const query = context.req.query();
    const { store } = context.var;
    const [ids, customers] = [idList(query['id:in']), idList(query['customer_id:in'])];
    const first = customers ? customers.flatMap((id) => addressesOf(store, id)) : [...store.addresses.values()];
    const matching = ids ? first.filter((address) => ids.includes(address.id)) : first;
    const page = cutPage(matching, query);
    return context.json({ data: page.items, meta: pageMeta(page, query) });
  });
  app.post('/customers/addresses', async (context) => {
    const { store } = context.var;
    const batch = parseV3(z.array(addressPost), await jsonBody(context));
    batch.forEach((item, index) => assertState(item, String(index)));
    const unknown = batch.findIndex((item) => !store.customers.has(item.customer_id));
    if (unknown >= 0) throw new ApiRefusal(422, 'Create addresses failed.', { [`${unknown}.customer_id`]: 'customer not found' });
    return context.json({ data: batch.flatMap((item) => addAddress(platform, store, item) ?? []), meta: {} });
  });
  app.put('/customers/addresses', async (context) => {
    const { store } = context.var;
    const batch = parseV3(z.array(addressPut), await jsonBody(context));
    batch.forEach((item, index) => assertState(item, String(index)));
    const unknown = batch.findIndex((item) => !store.addresses.has(item.id));
    if (unknown >= 0) throw new ApiRefusal(422, 'Update addresses failed.', { [`${unknown}.id`]: 'address not found' });
    const updated = batch.flatMap((item) => changeAddress(platform, store, item) ?? []);
    return context.json({ data: updated, meta: {} });
  });
}

function addressDelete(app: Hono<ApiEnv>, platform: Platform): void {
  app.delete('/customers/addresses', (context) => {
    for (const id of idList(context.req.query('id:in')) ?? []) {
      const address = context.var.store.addresses.get(id);
      if (!address) continue;
      context.var.store.addresses.delete(id);
      platform.emit(context.var.store, 'store/customer/address/deleted', { type: 'customer', id, address: { customer_id: address.customer_id } });
    }
    return context.body(null, 204);
  });
}

export function v3Customers(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const include = (context: ApiContext) => (context.req.query('include') ?? '').split(',');
  addressRoutes(app, platform);
  addressDelete(app, platform);
  app.get('/customers', (context) => {
    const query = context.req.query();
    const page = cursorPage(selectCustomers(context.var.store, query), query);
    const data = page.items.map((customer) => customerView(context.var.store, customer, include(context)));
    return context.json({ data, meta: page.meta });
  });
  app.post('/customers', async (context) => {
    const body = await jsonBody(context);
    assertBatch(body, BATCH);
    const created = createCustomers(platform, context.var.store, parseV3(z.array(customerPost), body));
    return context.json({ data: created.map((customer) => customerView(context.var.store, customer, ['addresses'])), meta: {} });
  });
  app.put('/customers', async (context) => {
    const body = await jsonBody(context);
    assertBatch(body, BATCH);
    const updated = updateCustomers(platform, context.var.store, parseV3(z.array(customerPut), body));
    return context.json({ data: updated.map((customer) => customerView(context.var.store, customer, [])), meta: {} });
  });
  app.delete('/customers', (context) => {
    const ids = idList(context.req.query('id:in'));
    if (!ids) throw new ApiRefusal(422, 'The filter id:in is required.', { 'id:in': 'required' });
    deleteCustomers(platform, context.var.store, ids);
    return context.body(null, 204);
  });
  return app;
}
