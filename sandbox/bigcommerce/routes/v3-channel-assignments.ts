import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import { catalogueIndex } from '../catalogue/catalogue-index.ts';
import { cutPage, idList, pageMeta } from '../paging.ts';
import { jsonBody, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

const assignments = z.array(z.object({ product_id: z.int(), channel_id: z.int() }));

/** Which channels sell which products; being in a category is not enough. */
export function v3ChannelAssignments(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const path = '/catalog/products/channel-assignments';
  app.get(path, (context) => {
    const { store } = context.var;
    const query = context.req.query();
    const [ids, channels] = [idList(query['product_id:in']), idList(query['channel_id:in'])];
    const products = ids ? ids.flatMap((id) => store.products.get(id) ?? []) : catalogueIndex(store).products;
    const rows = products.flatMap((product) => product.channels.map((channel) => ({ product_id: product.id, channel_id: channel })));
    const page = cutPage(channels ? rows.filter((row) => channels.includes(row.channel_id)) : rows, query);
    return context.json({ data: page.items, meta: pageMeta(page, query) });
  });
  app.put(path, async (context) => {
    const { store } = context.var;
    const rows = parseV3(assignments, await jsonBody(context));
    const wrong = rows.findIndex((row) => !store.products.has(row.product_id) || !store.channels.has(row.channel_id));
    if (wrong >= 0) throw new ApiRefusal(422, 'The assignment is invalid.', { [`${wrong}`]: 'product or channel not found' });
    for (const row of rows) {
      const channels = store.products.get(row.product_id)?.channels;
      if (channels && !channels.includes(row.channel_id)) channels.push(row.channel_id);
    }
    return context.body(null, 204);
  });
  return app;
}
