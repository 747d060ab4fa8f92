import { Hono } from 'hono';
import { apiGate, refusalResponse } from './api-gate.ts';
import { errorResponse } from './error-body.ts';
import type { Platform } from './platform.ts';
import type { ApiEnv } from './routes/api-env.ts';
import { graphqlRoutes } from './routes/graphql.ts';
import { metafieldRoutes } from './routes/metafields.ts';
import { v2OrderParts } from './routes/v2-order-parts.ts';
import { findOrder, v2Orders } from './routes/v2-orders.ts';
import { v2Shipments } from './routes/v2-shipments.ts';
import { v2Store } from './routes/v2-store.ts';
import { v3ChannelAssignments } from './routes/v3-channel-assignments.ts';
import { v3Customers } from './routes/v3-customers.ts';
import { v3Hooks } from './routes/v3-hooks.ts';
import { v3Inventory } from './routes/v3-inventory.ts';
import { v3Options } from './routes/v3-options.ts';
import { v3Orders } from './routes/v3-orders.ts';
import { v3ProductImages } from './routes/v3-product-images.ts';
import { v3Products } from './routes/v3-products.ts';
import { v3Settings } from './routes/v3-settings.ts';
import { v3Shelves } from './routes/v3-shelves.ts';
import { v3Variants } from './routes/v3-variants.ts';

/** `/stores/{hash}/...`: V2, V3 and GraphQL behind one gate. */
export function createApi(platform: Platform): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  api.use('/stores/:hash/*', apiGate(platform));
  const v2 = [v2Orders, v2OrderParts, v2Shipments, v2Store];
  const catalogue = [v3ChannelAssignments, v3Products, v3ProductImages, v3Options, v3Variants, v3Shelves];
  const v3 = [v3Customers, v3Hooks, v3Orders, ...catalogue, v3Inventory, v3Settings];
  for (const routes of v2) api.route('/stores/:hash/v2', routes(platform));
  for (const routes of v3) api.route('/stores/:hash/v3', routes(platform));
  api.route('/stores/:hash/v3', metafieldRoutes(platform, '/orders/:id', (context) => {
    const { id, metafields } = findOrder(context);
    return { type: 'order', id, metafields };
  }));
  api.route('/stores/:hash', graphqlRoutes(platform));
  api.notFound((context) => errorResponse(context.req.path, { status: 404, title: 'The requested resource was not found.', errors: {} }));
  api.onError((error, context) => refusalResponse(platform, error, context.req.path));
  return api;
}
