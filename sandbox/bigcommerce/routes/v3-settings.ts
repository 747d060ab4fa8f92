import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { isoSeconds } from '../customers/customer-view.ts';
import { nextId, type Channel, type Store } from '../model/store.ts';
import { cutPage, pageMeta, textList } from '../paging.ts';
import { note, type Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

const inventorySettings = z.object({
  update_stock_behavior: z.enum(['order_placed', 'order_completed_or_shipped']).optional(),
  edit_order_stock_adjustment: z.boolean().optional(),
  refund_order_stock_adjustment: z.boolean().optional(),
});

function inventoryView(store: Store) {
  return {
    product_out_of_stock_behavior: 'do_nothing',
    option_out_of_stock_behavior: 'do_nothing',
    update_stock_behavior: store.settings.updateStockBehavior,
    edit_order_stock_adjustment: store.settings.editOrderStockAdjustment,
    refund_order_stock_adjustment: store.settings.refundOrderStockAdjustment,
    stock_level_display: 'dont_show',
    default_out_of_stock_message: 'Out of stock',
    hide_in_product_filtering: false,
    show_pre_order_stock_levels: false,
    show_out_of_stock_message: true,
  };
}

const channelPost = z.object({
  name: z.string().min(1).regex(/^[A-Za-z0-9 _-]+$/, 'Only Latin letters, Arabic numerals, dashes and underscores are allowed'),
  type: z.enum(['pos', 'marketplace', 'storefront', 'marketing']),
  platform: z.string(),
  status: z.enum(['active', 'prelaunch', 'inactive', 'connected', 'disconnected', 'archived']).optional(),
  external_id: z.string().optional(),
  is_visible: z.boolean().optional(),
  is_listable_from_ui: z.boolean().optional(),
});
const channelPut = channelPost.omit({ type: true, platform: true }).extend({ status: z.enum(['active', 'prelaunch', 'inactive', 'connected', 'disconnected', 'archived', 'deleted']) }).partial();

const POS_PLATFORMS = ['clover', 'square', 'stripe', 'talech', 'vend', 'custom'];

function channelView(channel: Channel) {
  return {
    id: channel.id,
    external_id: channel.externalId,
    is_listable_from_ui: channel.isListable,
    is_visible: channel.isVisible,
    is_enabled: ['active', 'connected', 'prelaunch'].includes(channel.status),
    status: channel.status,
    name: channel.name,
    type: channel.type,
    platform: channel.platform,
    date_created: isoSeconds(channel.created),
    date_modified: isoSeconds(channel.modified),
    icon_url: 'https://example.com/channel.png',
  };
}

function addChannel(platform: Platform, store: Store, input: z.output<typeof channelPost>): Channel {
  const now = platform.core.clock.now().toISOString();
  const channel: Channel = {
    id: nextId(store, 'channel', 2),
    name: input.name,
    type: input.type,
    platform: input.platform,
    status: input.status ?? 'connected',
    externalId: input.external_id ?? '',
    isVisible: input.is_visible ?? true,
    isListable: input.is_listable_from_ui ?? true,
    created: now,
    modified: now,
  };
  store.channels.set(channel.id, channel);
  note(platform, store, { kind: 'channel.created', id: channel.id, reference: channel.name, data: channel });
  return channel;
}

function channels(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/channels', (context) => {
    const query = context.req.query();
    const [statuses, types, platforms] = [textList(query['status:in']), textList(query['type:in']), textList(query['platform:in'])];
    const matching = [...context.var.store.channels.values()].filter(
      (channel) =>
        (!statuses || statuses.includes(channel.status)) && (!types || types.includes(channel.type)) && (!platforms || platforms.includes(channel.platform)),
    );
    const page = cutPage(matching, query);
    return context.json({ data: page.items.map(channelView), meta: pageMeta(page, query) });
  });
  app.post('/channels', async (context) => {
    const input = parseV3(channelPost, await jsonBody(context));
    if (input.type === 'pos' && !POS_PLATFORMS.includes(input.platform)) throw new ApiRefusal(422, 'The platform does not fit the type.', { platform: 'invalid' });
    const channel = addChannel(platform, context.var.store, input);
    return context.json({ data: channelView(channel), meta: {} });
  });
  app.get('/channels/:id', (context) => {
    const channel = context.var.store.channels.get(idParam(context, 'id'));
    if (!channel) throw notFound();
    return context.json({ data: channelView(channel), meta: {} });
  });
  app.put('/channels/:id', async (context) => {
    const channel = context.var.store.channels.get(idParam(context, 'id'));
    if (!channel) throw notFound();
    const input = parseV3(channelPut, await jsonBody(context));
    channel.name = input.name ?? channel.name;
    channel.status = input.status ?? channel.status;
    channel.externalId = input.external_id ?? channel.externalId;
    channel.modified = platform.core.clock.now().toISOString();
    return context.json({ data: channelView(channel), meta: {} });
  });
}

/** Settings and channels. */
export function v3Settings(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/settings/inventory', (context) => context.json({ data: inventoryView(context.var.store), meta: {} }));
  app.put('/settings/inventory', async (context) => {
    const input = parseV3(inventorySettings, await jsonBody(context));
    const { settings } = context.var.store;
    settings.updateStockBehavior = input.update_stock_behavior ?? settings.updateStockBehavior;
    settings.editOrderStockAdjustment = input.edit_order_stock_adjustment ?? settings.editOrderStockAdjustment;
    settings.refundOrderStockAdjustment = input.refund_order_stock_adjustment ?? settings.refundOrderStockAdjustment;
    return context.json({ data: inventoryView(context.var.store), meta: {} });
  });
  channels(app, platform);
  return app;
}
