import { Hono } from 'hono';
import { z } from 'zod';
import { invalidField, notFound } from '../api-refusal.ts';
import { ORDER_STATUSES } from '../model/order-statuses.ts';
import { rfc2822 } from '../model/rfc2822.ts';
import { consignmentsView, shippingAddressView } from '../orders/consignments-view.ts';
import { mergeAddress } from '../orders/apply-order-input.ts';
import { touch } from '../orders/change-status.ts';
import { lineView } from '../orders/line-view.ts';
import { couponsView, feesView } from '../orders/order-view.ts';
import { taxesView } from '../orders/taxes-view.ts';
import { cutPage } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, v2List, v2Url, type ApiContext, type ApiEnv } from './api-env.ts';
import { findOrder } from './v2-orders.ts';

const addressPut = z.strictObject({
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  company: z.string().optional(),
  street_1: z.string().optional(),
  street_2: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().optional(),
  country: z.string().optional(),
  country_iso2: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  shipping_method: z.string().optional(),
  form_fields: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).optional(),
});

function page(context: ApiContext, items: unknown[]): Response {
  return v2List(context, cutPage(items, context.req.query()).items);
}

function statuses(app: Hono<ApiEnv>): void {
  const view = (status: (typeof ORDER_STATUSES)[number], index: number) => ({
    id: status.id,
    name: status.name,
    system_label: status.name,
    custom_label: status.name,
    system_description: status.description,
    order: index,
  });
  app.get('/order_statuses', (context) => context.json(ORDER_STATUSES.map(view)));
  app.get('/order_statuses/:id', (context) => {
    const index = ORDER_STATUSES.findIndex((status) => status.id === idParam(context, 'id'));
    const status = ORDER_STATUSES[index];
    if (!status) throw notFound();
    return context.json(view(status, index));
  });
}

function addresses(app: Hono<ApiEnv>, platform: Platform): void {
  const apiUrl = (context: ApiContext) => v2Url(platform.publicUrl(), context.var.store);
  // The links in an order say `shippingaddresses`, the documentation `shipping_addresses`; both work.
  for (const name of ['shipping_addresses', 'shippingaddresses']) {
    app.get(`/orders/:id/${name}`, (context) => {
      const order = findOrder(context);
      return page(context, order.addresses.map((address) => shippingAddressView(order, address, apiUrl(context))));
    });
    app.get(`/orders/:id/${name}/:address`, (context) => {
      const order = findOrder(context);
      const address = order.addresses.find((candidate) => candidate.id === idParam(context, 'address'));
      if (!address) throw notFound();
      return context.json(shippingAddressView(order, address, apiUrl(context)));
    });
    app.get(`/orders/:id/${name}/:address/:quotes{shipping_?quotes}`, (context) => context.body(null, 204));
  }
  app.put('/orders/:id/shipping_addresses/:address', async (context) => {
    const order = findOrder(context);
    const index = order.addresses.findIndex((candidate) => candidate.id === idParam(context, 'address'));
    const address = order.addresses[index];
    if (!address) throw notFound();
    const parsed = addressPut.safeParse(await jsonBody(context));
    if (!parsed.success) throw invalidField(String(parsed.error.issues[0]?.path[0] ?? 'body'), parsed.error.issues[0]?.message ?? 'invalid');
    const { shipping_method: method, ...parts } = parsed.data;
    const merged = { ...mergeAddress(address, parts), shippingMethod: method ?? address.shippingMethod };
    order.addresses[index] = merged;
    touch(platform, context.var.store, order);
    return context.json(shippingAddressView(order, merged, apiUrl(context)));
  });
  app.get('/orders/:id/consignments', (context) => {
    const lineItems = context.req.query('include') === 'consignments.line_items';
    return context.json(consignmentsView(findOrder(context), { apiUrl: apiUrl(context), lineItems }));
  });
  app.get('/orders/:id/consignments/shipping/:consignment/shipping_quotes', (context) => context.body(null, 204));
}

/** What hangs on an order and is only read: lines, coupons, taxes, fees, messages. */
export function v2OrderParts(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  statuses(app);
  addresses(app, platform);
  app.get('/orders/:id/products', (context) => {
    const order = findOrder(context);
    return page(context, order.lines.map((line) => lineView(order, line)));
  });
  app.get('/orders/:id/products/:line', (context) => {
    const order = findOrder(context);
    const line = order.lines.find((candidate) => candidate.id === idParam(context, 'line'));
    if (!line) throw notFound();
    return context.json(lineView(order, line));
  });
  app.get('/orders/:id/coupons', (context) => page(context, couponsView(findOrder(context))));
  app.get('/orders/:id/fees', (context) => context.json({ fees: feesView(findOrder(context)) }));
  app.get('/orders/:id/taxes', (context) => page(context, taxesView(context.var.store, findOrder(context), context.req.query('details') === 'true')));
  app.get('/orders/:id/messages', (context) => {
    const order = findOrder(context);
    const messages = order.messages.map((message) => ({
      id: message.id,
      order_id: order.id,
      staff_id: 1,
      customer_id: order.customerId,
      type: 'admin',
      subject: message.subject,
      message: message.message,
      status: 'unread',
      is_flagged: false,
      date_created: rfc2822(message.dateCreated),
      customer: {},
    }));
    return page(context, messages);
  });
  return app;
}
