import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { adjustInventory, adjustments, inventoryItem } from '../catalogue/adjust-inventory.ts';
import { selectVariants } from '../catalogue/select-products.ts';
import { levelAt, levelSeen, stockIdOf } from '../catalogue/stock.ts';
import { isoSeconds } from '../customers/customer-view.ts';
import type { Location, StockLevel, Store, Variant } from '../model/store.ts';
import { cutPage, idList, pageMeta, textList } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

/** The Inventory API has a page limit of its own. */
const MOST_ITEMS = 1000;

const identity = (variant: Variant) => ({ sku: variant.sku, variant_id: variant.id, product_id: variant.productId });
const settings = (level: StockLevel) => ({ safety_stock: level.safety, is_in_stock: level.onHand > level.safety, warning_level: level.warning, bin_picking_number: level.bin });
const figures = (level: StockLevel) => ({ available_to_sell: level.onHand - level.safety, total_inventory_onhand: level.onHand });

/** The level at which the stock of a variant is kept. */
function levelOf(store: Store, variant: Variant, locationId: number): StockLevel {
  const product = store.products.get(variant.productId);
  return levelSeen(store, product ? stockIdOf(product, variant) : variant.id, locationId);
}

function itemView(store: Store, variant: Variant, locations: Location[]) {
  return {
    identity: { ...identity(variant), sku_id: variant.id },
    locations: locations.map((location) => {
      const level = levelOf(store, variant, location.id);
      return { location_id: location.id, location_code: location.code, location_name: location.label, ...figures(level), location_enabled: location.enabled, settings: settings(level) };
    }),
  };
}

function locationView(location: Location) {
  return {
    id: location.id,
    code: location.code,
    label: location.label,
    description: '',
    managed_by_external_source: location.managedExternally,
    type_id: 'PHYSICAL',
    enabled: location.enabled,
    is_default: location.isDefault,
    time_zone: location.timeZone,
    created_at: isoSeconds(location.created),
    updated_at: isoSeconds(location.updated),
    storefront_visibility: true,
    special_hours: [],
    ...location.fields,
  };
}

function flag(value: string | undefined, have: boolean): boolean {
  return value === undefined || have === (value === 'true');
}

function locations(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/inventory/locations', (context) => {
    const query = context.req.query();
    const [ids, codes] = [idList(query['location_id:in']), textList(query['location_code:in'])];
    const matching = [...context.var.store.locations.values()].filter(
      (location) =>
        (!ids || ids.includes(location.id)) &&
        (!codes || codes.includes(location.code.toLowerCase())) &&
        flag(query['is_default'], location.isDefault) &&
        flag(query['is_active'], location.enabled) &&
        flag(query['managed_by_external_source'], location.managedExternally),
    );
    const page = cutPage(matching, query);
    return context.json({ data: page.items.map(locationView), meta: pageMeta(page, query) });
  });
  app.put('/inventory/locations', async (context) => {
    const batch = parseV3(z.array(z.object({ id: z.int(), label: z.string().optional(), enabled: z.boolean().optional(), managed_by_external_source: z.boolean().optional() })), await jsonBody(context));
    for (const input of batch) {
      const location = context.var.store.locations.get(input.id);
      if (!location) throw new ApiRefusal(422, 'The location does not exist.', { id: `location ${input.id} not found` });
      location.label = input.label ?? location.label;
      location.enabled = input.enabled ?? location.enabled;
      location.managedExternally = input.managed_by_external_source ?? location.managedExternally;
      location.updated = platform.core.clock.now().toISOString();
      platform.emit(context.var.store, 'store/inventory/location/updated', { type: 'inventory', location_id: location.id });
    }
    return context.json({ transaction_id: randomUUID() });
  });
}

const itemSettings = z.object({
  settings: z.array(
    z.object({ identity: z.object({ sku: z.string().optional(), variant_id: z.int().optional(), product_id: z.int().optional() }), safety_stock: z.int().min(0).optional(), warning_level: z.int().min(0).optional(), bin_picking_number: z.string().optional() }),
  ),
});

function locationItems(app: Hono<ApiEnv>): void {
  const find = (context: ApiContext) => {
    const location = context.var.store.locations.get(idParam(context, 'location'));
    if (!location) throw notFound();
    return location;
  };
  app.get('/inventory/locations/:location/items', (context) => {
    const location = find(context);
    const query = context.req.query();
    const page = cutPage(selectVariants(context.var.store, query), query, MOST_ITEMS);
    const data = page.items.map((variant) => {
      const level = levelOf(context.var.store, variant, location.id);
      return { identity: identity(variant), ...figures(level), settings: settings(level) };
    });
    return context.json({ data, meta: pageMeta(page, query) });
  });
  app.put('/inventory/locations/:location/items', async (context) => {
    const location = find(context);
    for (const input of parseV3(itemSettings, await jsonBody(context)).settings) {
      const item = inventoryItem(context.var.store, input.identity);
      if (!item) throw new ApiRefusal(422, 'The item does not exist.', { identity: 'item not found' });
      const level = levelAt(context.var.store, stockIdOf(item.product, item.variant), location.id);
      level.safety = input.safety_stock ?? level.safety;
      level.warning = input.warning_level ?? level.warning;
      level.bin = input.bin_picking_number ?? level.bin;
    }
    return context.json({ transaction_id: randomUUID() });
  });
}

/** The Inventory API: items per location, locations, adjustments. */
export function v3Inventory(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/inventory/items', (context) => {
    const query = context.req.query();
    const { store } = context.var;
    const [ids, codes] = [idList(query['location_id:in']), textList(query['location_code:in'])];
    const shown = [...store.locations.values()].filter((location) => (!ids || ids.includes(location.id)) && (!codes || codes.includes(location.code.toLowerCase())));
    const page = cutPage(selectVariants(store, query), query, MOST_ITEMS);
    return context.json({ data: page.items.map((variant) => itemView(store, variant, shown)), meta: pageMeta(page, query) });
  });
  app.put('/inventory/adjustments/absolute', async (context) =>
    context.json({ transaction_id: adjustInventory(platform, context.var.store, { method: 'absolute', input: parseV3(adjustments, await jsonBody(context)) }) }),
  );
  app.post('/inventory/adjustments/relative', async (context) =>
    context.json({ transaction_id: adjustInventory(platform, context.var.store, { method: 'relative', input: parseV3(adjustments, await jsonBody(context)) }) }),
  );
  locations(app, platform);
  locationItems(app);
  return app;
}
