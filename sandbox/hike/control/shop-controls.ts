import { Hono } from 'hono';
import { z } from 'zod';
import type { Shop } from '../state/shop.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import { WORLD_NAMES } from '../../worlds/world-names.ts';
import { buildWorld } from '../worlds/build-world.ts';
import { controlBody, deskOf, type ControlParts } from './control-desk.ts';

const rules = {
  name: z.string().min(1).optional(),
  currency: z.string().length(3).optional(),
  decimals: z.number().int().min(0).max(4).optional(),
  taxInclusive: z.boolean().optional(),
  applyTaxAfterDiscount: z.boolean().optional(),
  plan: z.enum(['Start', 'Essential', 'Plus', 'Enterprise']).optional(),
  missingEndpoints: z.array(z.string()).optional(),
};

const unknowns = z.strictObject({
  stockChangesLastModified: z.boolean().optional(),
  partsChangeComposites: z.boolean().optional(),
  refusesOtherTaxMode: z.boolean().optional(),
  refusesSameNumber: z.boolean().optional(),
  salesKnowSyncFrom: z.boolean().optional(),
  weightedAverageCost: z.boolean().optional(),
  oldRefreshTokenLives: z.boolean().optional(),
});

const shopChange = z.strictObject({ ...rules, unknowns: unknowns.optional() });
const shopCreate = shopChange.extend({ id: z.string().regex(/^[a-z0-9-]+$/), world: z.enum(WORLD_NAMES).default('empty') });
const tokenRequest = z.strictObject({ clientId: z.string().optional() });

function shopSummary(shop: Shop) {
  const { id, name, currency, taxInclusive, plan } = shop;
  return { id, name, currency, taxInclusive, plan, products: shop.products.length, customers: shop.customers.length, sales: shop.sales.length };
}

function change(shop: Shop, { unknowns: switches, ...values }: z.output<typeof shopChange>): void {
  Object.assign(shop, values);
  Object.assign(shop.unknowns, switches);
}

/** Shops, their rules and what binds them to an app. */
export function shopControls(parts: ControlParts): Hono {
  const { state, grants, apps } = parts;
  const routes = new Hono();
  routes.get('/shops', (context) => context.json(state.shops.map(shopSummary)));
  routes.post('/shops', async (context) => {
    const { id, world, ...values } = parseBody(shopCreate, await controlBody(context));
    if (state.findShop(id)) throw Refusal.invalid([{ field: 'id', message: `Shop ${id} exists.` }]);
    buildWorld(parts, world, id);
    const shop = state.findShop(id);
    if (!shop) throw new Error(`Shop ${id} was not built.`);
    change(shop, values);
    return context.json(shopSummary(shop), 201);
  });
  routes.get('/shops/:shopId', (context) => context.json(deskOf(parts, context).shop));
  routes.patch('/shops/:shopId', async (context) => {
    const { shop } = deskOf(parts, context);
    change(shop, parseBody(shopChange, await controlBody(context)));
    return context.json(shopSummary(shop));
  });
  routes.post('/shops/:shopId/tokens', async (context) => {
    const { shop } = deskOf(parts, context);
    const { clientId } = parseBody(tokenRequest, await controlBody(context));
    const app = apps.find((other) => clientId === undefined || other.clientId === clientId);
    if (!app) throw Refusal.notFound(`App ${clientId ?? ''}`);
    return context.json(grants.tokens({ shopId: shop.id, clientId: app.clientId }), 201);
  });
  routes.post('/shops/:shopId/revoke', (context) => {
    grants.revoke(deskOf(parts, context).shop.id);
    return context.body(null, 204);
  });
  routes.post('/shops/:shopId/expire-access-token', (context) => {
    grants.expireAccess(deskOf(parts, context).shop.id);
    return context.body(null, 204);
  });
  routes.post('/shops/:shopId/forget-calls', (context) => {
    state.forgetCalls(deskOf(parts, context).shop.id);
    return context.body(null, 204);
  });
  return routes;
}
