import { Hono } from 'hono';
import { z } from 'zod';
import { customerPost, customerPut } from '../bigcommerce/customers/customer-input.ts';
import { createCustomers, updateCustomers } from '../bigcommerce/customers/write-customers.ts';
import type { Store } from '../bigcommerce/model/store.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { readable } from '../core/plain-json.ts';
import { controlBody, ControlRefusal } from './control-answer.ts';
import { storeIn } from './store-desk.ts';

const settingsInput = z
  .object({
    name: z.string(),
    planName: z.string(),
    quota: z.int().min(1),
    currency: z.string().length(3),
    timezone: z.string(),
    priceEnteredWithTax: z.boolean(),
    multiCurrency: z.boolean(),
    updateStockBehavior: z.enum(['order_placed', 'order_completed_or_shipped']),
    editOrderStockAdjustment: z.boolean(),
    refundOrderStockAdjustment: z.boolean(),
    oversell: z.enum(['reject', 'allow']),
    inventoryDelayMs: z.number().min(0),
    productLimit: z.int().min(0).nullable(),
  })
  .partial();

const taxClassInput = z.object({ name: z.string().optional(), ratePercent: z.number().min(0).optional() });

function summary(platform: Platform, store: Store) {
  return {
    hash: store.hash,
    world: store.world,
    name: store.settings.name,
    currency: store.settings.currency,
    installed: store.install !== null,
    users: store.users,
    orders: store.orders.size,
    products: store.products.size,
    customers: store.customers.size,
    controlPanelUrl: `${platform.publicUrl()}/store-${store.hash}`,
  };
}

function taxClasses(app: Hono, platform: Platform): void {
  app.post('/stores/:hash/tax-classes', async (context) => {
    const store = storeIn(context, platform);
    const input = await controlBody(context, taxClassInput.extend({ name: z.string() }));
    const taxClass = { id: Math.max(...store.taxClasses.map((known) => known.id)) + 1, name: input.name, rate: Math.round((input.ratePercent ?? 0) * 100) };
    store.taxClasses.push(taxClass);
    return context.json(taxClass, 201);
  });
  app.patch('/stores/:hash/tax-classes/:id', async (context) => {
    const store = storeIn(context, platform);
    const taxClass = store.taxClasses.find((known) => known.id === Number(context.req.param('id')));
    if (!taxClass) throw new ControlRefusal(404, 'There is no such tax class.');
    const input = await controlBody(context, taxClassInput);
    taxClass.name = input.name ?? taxClass.name;
    taxClass.rate = input.ratePercent === undefined ? taxClass.rate : Math.round(input.ratePercent * 100);
    return context.json(taxClass);
  });
}

const otherAppInput = z.object({ share: z.number().min(0).max(1), jitter: z.number().min(0).max(1).default(0), seed: z.int().default(1) });

/** Another app of the store, which takes its part of every rate-limit window from now on. */
function otherApp(app: Hono, platform: Platform): void {
  app.post('/stores/:hash/other-app', async (context) => {
    const store = storeIn(context, platform);
    store.otherApp = await controlBody(context, otherAppInput);
    store.window = { startedAt: 0, used: 0 };
    return context.json(store.otherApp);
  });
  app.delete('/stores/:hash/other-app', (context) => {
    const store = storeIn(context, platform);
    delete store.otherApp;
    store.window = { startedAt: 0, used: 0 };
    return context.body(null, 204);
  });
}

function customers(app: Hono, platform: Platform): void {
  app.post('/stores/:hash/customers', async (context) => {
    const [customer] = createCustomers(platform, storeIn(context, platform), [await controlBody(context, customerPost)]);
    return context.json(readable(customer) as never, 201);
  });
  app.patch('/stores/:hash/customers/:id', async (context) => {
    const id = Number(context.req.param('id'));
    const input = await controlBody(context, customerPut.omit({ id: true }));
    const [customer] = updateCustomers(platform, storeIn(context, platform), [{ ...input, id }]);
    return context.json(readable(customer) as never);
  });
}

/** A store's state and rules, as the merchant or the platform would change them. */
export function storeRoutes(platform: Platform): Hono {
  const app = new Hono();
  app.get('/stores', (context) => context.json([...platform.stores.values()].map((store) => summary(platform, store))));
  app.get('/stores/:hash', (context) => {
    const { imageFiles: _files, ...store } = storeIn(context, platform);
    return context.json(readable(store) as never);
  });
  app.delete('/stores/:hash', (context) => {
    platform.stores.delete(storeIn(context, platform).hash);
    return context.body(null, 204);
  });
  app.patch('/stores/:hash/settings', async (context) => {
    const store = storeIn(context, platform);
    const input = await controlBody(context, settingsInput);
    Object.assign(store.settings, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
    platform.emit(store, 'store/information/updated', { type: 'store', id: null });
    return context.json(store.settings);
  });
  app.get('/stores/:hash/windows', (context) =>
    context.json((storeIn(context, platform).pastWindows ?? []).map(({ startedAt, ...window }) => ({ startedAt: new Date(startedAt).toISOString(), ...window }))),
  );
  app.post('/stores/:hash/forget-calls', (context) => {
    storeIn(context, platform).window = { startedAt: 0, used: 0 };
    return context.body(null, 204);
  });
  taxClasses(app, platform);
  otherApp(app, platform);
  customers(app, platform);
  return app;
}
