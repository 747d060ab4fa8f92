import { Hono } from 'hono';
import { z } from 'zod';
import { invalidField, notFound } from '../api-refusal.ts';
import { amount } from '../model/amount.ts';
import type { Order, Shipment } from '../model/order.ts';
import { touch } from '../orders/change-status.ts';
import { shipmentView } from '../orders/order-view.ts';
import { shipOrder, type ShipmentInput } from '../orders/ship.ts';
import { cutPage } from '../paging.ts';
import { note, type Platform } from '../platform.ts';
import { idParam, jsonBody, v2List, type ApiContext, type ApiEnv } from './api-env.ts';
import { findOrder } from './v2-orders.ts';

const shared = {
  tracking_number: z.string().max(50).default(''),
  tracking_link: z.string().max(500).default(''),
  tracking_carrier: z.string().default(''),
  merchant_shipping_cost: z.union([z.string(), z.number()]).default('0').transform(amount),
  shipping_method: z.string().optional(),
  shipping_provider: z.string().default(''),
  comments: z.string().max(65_535).default(''),
};

const shipmentPost = z.object({
  ...shared,
  order_address_id: z.int(),
  items: z.array(z.object({ order_product_id: z.int(), quantity: z.int() })).min(1),
});

const shipmentPut = z.object({
  order_address_id: z.int().optional(),
  tracking_number: z.string().max(50).optional(),
  tracking_link: z.string().max(500).optional(),
  tracking_carrier: z.string().optional(),
  shipping_method: z.string().optional(),
  shipping_provider: z.string().optional(),
  comments: z.string().max(65_535).optional(),
});

function shipmentOf(order: Order, input: z.output<typeof shipmentPost>): ShipmentInput {
  return {
    orderAddressId: input.order_address_id,
    trackingNumber: input.tracking_number,
    trackingLink: input.tracking_link,
    trackingCarrier: input.tracking_carrier,
    merchantShippingCost: input.merchant_shipping_cost,
    shippingMethod: input.shipping_method ?? order.addresses[0]?.shippingMethod ?? '',
    shippingProvider: input.shipping_provider,
    comments: input.comments,
    items: input.items.map((item) => ({ lineId: item.order_product_id, quantity: item.quantity })),
  };
}

function changeShipment(shipment: Shipment, input: z.output<typeof shipmentPut>): void {
  shipment.orderAddressId = input.order_address_id ?? shipment.orderAddressId;
  shipment.trackingNumber = input.tracking_number ?? shipment.trackingNumber;
  shipment.trackingLink = input.tracking_link ?? shipment.trackingLink;
  shipment.trackingCarrier = input.tracking_carrier ?? shipment.trackingCarrier;
  shipment.shippingMethod = input.shipping_method ?? shipment.shippingMethod;
  shipment.shippingProvider = input.shipping_provider ?? shipment.shippingProvider;
  shipment.comments = input.comments ?? shipment.comments;
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidField(parsed.error.issues[0]?.path.join('.') ?? 'body', parsed.error.issues[0]?.message ?? 'invalid');
  return parsed.data;
}

function findShipment(context: ApiContext, order: Order): Shipment {
  const shipment = order.shipments.find((candidate) => candidate.id === idParam(context, 'shipment'));
  if (!shipment) throw notFound();
  return shipment;
}

/** Deleting a shipment gives the quantities back but does not move the status back. */
function deleteShipments(platform: Platform, context: ApiContext, which: { order: Order; gone: Shipment[] }): Response {
  const { order, gone } = which;
  order.shipments = order.shipments.filter((shipment) => !gone.includes(shipment));
  for (const shipment of gone) {
    for (const item of shipment.items) {
      const line = order.lines.find((candidate) => candidate.id === item.lineId);
      if (line) line.quantityShipped -= item.quantity;
    }
    note(platform, context.var.store, { kind: 'shipment.deleted', id: shipment.id, data: { orderId: order.id } });
    platform.emit(context.var.store, 'store/shipment/deleted', { type: 'shipment', id: shipment.id, orderId: order.id });
  }
  touch(platform, context.var.store, order);
  return context.body(null, 204);
}

export function v2Shipments(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/orders/:id/shipments', (context) => {
    const order = findOrder(context);
    return v2List(context, cutPage(order.shipments, context.req.query()).items.map((shipment) => shipmentView(order, shipment)));
  });
  app.post('/orders/:id/shipments', async (context) => {
    const order = findOrder(context);
    const input = parse(shipmentPost, await jsonBody(context));
    const shipment = shipOrder(platform, { store: context.var.store, order }, shipmentOf(order, input));
    return context.json(shipmentView(order, shipment), 201);
  });
  app.delete('/orders/:id/shipments', (context) => {
    const order = findOrder(context);
    return deleteShipments(platform, context, { order, gone: order.shipments });
  });
  app.get('/orders/:id/shipments/count', (context) => context.json({ count: findOrder(context).shipments.length }));
  app.get('/orders/:id/shipments/:shipment', (context) => {
    const order = findOrder(context);
    return context.json(shipmentView(order, findShipment(context, order)));
  });
  app.put('/orders/:id/shipments/:shipment', async (context) => {
    const order = findOrder(context);
    const shipment = findShipment(context, order);
    const input = parse(shipmentPut, await jsonBody(context));
    changeShipment(shipment, input);
    platform.emit(context.var.store, 'store/shipment/updated', { type: 'shipment', id: shipment.id, orderId: order.id });
    return context.json(shipmentView(order, shipment));
  });
  app.delete('/orders/:id/shipments/:shipment', (context) => {
    const order = findOrder(context);
    return deleteShipments(platform, context, { order, gone: [findShipment(context, order)] });
  });
  return app;
}
