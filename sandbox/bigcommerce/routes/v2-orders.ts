import { Hono } from 'hono';
import { notFound } from '../api-refusal.ts';
import { ORDER_STATUSES } from '../model/order-statuses.ts';
import type { Order } from '../model/order.ts';
import { archiveOrder } from '../orders/change-status.ts';
import { createOrder } from '../orders/create-order.ts';
import { orderView, type OrderIncludes } from '../orders/order-view.ts';
import { selectOrders } from '../orders/select-orders.ts';
import { updateOrder } from '../orders/update-order.ts';
import { cutPage } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, v2List, v2Url, type ApiContext, type ApiEnv } from './api-env.ts';

/** Consignments are only included together with `consignment_structure=object`. */
function includesOf(context: ApiContext): OrderIncludes {
  const include = (context.req.query('include') ?? '').split(',');
  const structured = context.req.query('consignment_structure') === 'object';
  const lineItems = structured && include.includes('consignments.line_items');
  return { lineItems, consignments: lineItems || (structured && include.includes('consignments')), fees: include.includes('fees') };
}

export function findOrder(context: ApiContext, name = 'id'): Order {
  const order = context.var.store.orders.get(idParam(context, name));
  if (!order) throw notFound();
  return order;
}

export function v2Orders(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const view = (context: ApiContext, order: Order) =>
    orderView(context.var.store, order, { apiUrl: v2Url(platform.publicUrl(), context.var.store), includes: includesOf(context) });

  app.get('/orders', (context) => {
    const query = context.req.query();
    return v2List(context, cutPage(selectOrders(context.var.store, query), query).items.map((order) => view(context, order)));
  });
  app.post('/orders', async (context) => context.json(view(context, createOrder(platform, context.var.store, await jsonBody(context)))));
  app.delete('/orders', (context) => {
    for (const order of context.var.store.orders.values()) archiveOrder(platform, context.var.store, order);
    return context.body(null, 204);
  });
  app.get('/orders/count', (context) => {
    const orders = selectOrders(context.var.store, context.req.query());
    const statuses = ORDER_STATUSES.map((status, index) => ({
      id: status.id,
      name: status.name,
      system_label: status.name,
      custom_label: status.name,
      system_description: status.description,
      count: orders.filter((order) => order.statusId === status.id).length,
      sort_order: index,
    }));
    return context.json({ statuses, count: orders.length });
  });
  app.get('/orders/:id', (context) => context.json(view(context, findOrder(context))));
  app.put('/orders/:id', async (context) => {
    const order = updateOrder(platform, { store: context.var.store, order: findOrder(context) }, await jsonBody(context));
    return context.json(view(context, order));
  });
  app.delete('/orders/:id', (context) => {
    archiveOrder(platform, context.var.store, findOrder(context));
    return context.body(null, 204);
  });
  return app;
}
