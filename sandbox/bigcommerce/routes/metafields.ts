import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { isoSeconds } from '../customers/customer-view.ts';
import type { Metafield } from '../model/order.ts';
import { nextId } from '../model/store.ts';
import { cutPage, pageMeta, textList } from '../paging.ts';
import { note, type Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

const metafieldPost = z.object({
  permission_set: z.enum(['app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access']),
  namespace: z.string().min(1).max(64),
  key: z.string().min(1).max(64),
  value: z.string().min(1).max(65_535),
  description: z.string().max(255).default(''),
});

export interface MetafieldOwner {
  type: 'order' | 'product';
  id: number;
  metafields: Metafield[];
}

/** Metafields of one kind of thing; `find` gives the thing that the path names. */
export function metafieldRoutes(platform: Platform, prefix: string, find: (context: ApiContext) => MetafieldOwner): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const now = () => isoSeconds(platform.core.clock.now().toISOString());
  const origin = (owner: MetafieldOwner) => ({ resource_type: owner.type, resource_id: owner.id, owner_client_id: platform.app.clientId });

  app.get(`${prefix}/metafields`, (context) => {
    const query = context.req.query();
    const [keys, namespaces] = [textList(query['key:in'] ?? query['key']), textList(query['namespace:in'] ?? query['namespace'])];
    const matching = find(context).metafields.filter(
      (item) => (!keys || keys.includes(item.key.toLowerCase())) && (!namespaces || namespaces.includes(item.namespace.toLowerCase())),
    );
    const page = cutPage(matching, query);
    return context.json({ data: page.items, meta: pageMeta(page, query) });
  });
  app.post(`${prefix}/metafields`, async (context) => {
    const owner = find(context);
    const input = parseV3(metafieldPost, await jsonBody(context));
    if (owner.metafields.some((item) => item.namespace === input.namespace && item.key === input.key)) {
      throw new ApiRefusal(409, 'A metafield with this namespace and key already exists.', { key: 'duplicate' });
    }
    const metafield: Metafield = { id: nextId(context.var.store, 'metafield'), ...input, ...origin(owner), date_created: now(), date_modified: now() };
    owner.metafields.push(metafield);
    note(platform, context.var.store, { kind: `${owner.type}.metafield.created`, id: metafield.id, reference: metafield.key, data: metafield });
    return context.json({ data: metafield, meta: {} });
  });
  oneMetafield(app, { path: `${prefix}/metafields/:metafield`, find, now });
  return app;
}

function findMetafield(context: ApiContext, owner: MetafieldOwner): Metafield {
  const metafield = owner.metafields.find((candidate) => candidate.id === idParam(context, 'metafield'));
  if (!metafield) throw notFound();
  return metafield;
}

function oneMetafield(app: Hono<ApiEnv>, parts: { path: string; find: (context: ApiContext) => MetafieldOwner; now: () => string }): void {
  const { path, find, now } = parts;
  app.get(path, (context) => context.json({ data: findMetafield(context, find(context)), meta: {} }));
  app.put(path, async (context) => {
    const metafield = findMetafield(context, find(context));
    const input = parseV3(metafieldPost.partial(), await jsonBody(context));
    Object.assign(metafield, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)), { date_modified: now() });
    return context.json({ data: metafield, meta: {} });
  });
  app.delete(path, (context) => {
    const owner = find(context);
    owner.metafields.splice(owner.metafields.indexOf(findMetafield(context, owner)), 1);
    return context.body(null, 204);
  });
}
