import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { imagePost, productPost, productPut } from '../catalogue/product-input.ts';
import { imageView, optionView, pickFields, productView } from '../catalogue/product-view.ts';
import { selectProducts } from '../catalogue/select-products.ts';
import { addImage, createProduct, deleteProduct, updateProduct } from '../catalogue/write-products.ts';
import type { Product } from '../model/store.ts';
import { cutPage, idList, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { metafieldRoutes } from './metafields.ts';
import { assertBatch, parseV3 } from './parse-v3.ts';
import { storedAnswer } from './stored-answer.ts';

const BATCH = 10;

export function findProduct(context: ApiContext): Product {
  const product = context.var.store.products.get(idParam(context, 'id'));
  if (!product) throw notFound();
  return product;
}

function includes(context: ApiContext): string[] {
  return (context.req.query('include') ?? '').split(',');
}

function view(context: ApiContext, product: Product): Record<string, unknown> {
  return pickFields(productView(context.var.store, product, includes(context)), context.req.query());
}

function assignments(app: Hono<ApiEnv>): void {
  app.get('/catalog/products/channel-assignments', (context) => {
    const query = context.req.query();
    const [products, channels] = [idList(query['product_id:in']), idList(query['channel_id:in'])];
    const all = [...context.var.store.products.values()].flatMap((product) => product.channels.map((channel) => ({ product_id: product.id, channel_id: channel })));
    const page = cutPage(all.filter((row) => (!products || products.includes(row.product_id)) && (!channels || channels.includes(row.channel_id))), query);
    return context.json({ data: page.items, meta: pageMeta(page, query) });
  });
  app.put('/catalog/products/channel-assignments', async (context) => {
    const rows = parseV3(z.array(z.object({ product_id: z.int(), channel_id: z.int() })), await jsonBody(context));
    for (const row of rows) {
      const product = context.var.store.products.get(row.product_id);
      if (!product || !context.var.store.channels.has(row.channel_id)) throw new ApiRefusal(422, 'The assignment is invalid.', { product_id: 'product or channel not found' });
      if (!product.channels.includes(row.channel_id)) product.channels.push(row.channel_id);
    }
    return context.body(null, 204);
  });
}

function images(app: Hono<ApiEnv>, platform: Platform): void {
  const path = '/catalog/products/:id/images';
  const find = (context: ApiContext) => {
    const image = findProduct(context).images.find((candidate) => candidate.id === idParam(context, 'image'));
    if (!image) throw notFound();
    return image;
  };
  app.get(path, (context) => {
    const product = findProduct(context);
    const query = context.req.query();
    const page = cutPage(product.images, query);
    return context.json({ data: page.items.map((image) => imageView(product.id, image)), meta: pageMeta(page, query) });
  });
  app.post(path, async (context) => {
    const product = findProduct(context);
    const image = addImage(platform, context.var.store, { product, input: parseV3(imagePost, await jsonBody(context)) });
    return context.json({ data: imageView(product.id, image), meta: {} });
  });
  app.get(`${path}/:image`, (context) => context.json({ data: imageView(findProduct(context).id, find(context)), meta: {} }));
  app.put(`${path}/:image`, async (context) => {
    const image = find(context);
    const input = parseV3(imagePost.partial(), await jsonBody(context));
    image.url = input.image_url ?? image.url;
    image.description = input.description ?? image.description;
    image.sortOrder = input.sort_order ?? image.sortOrder;
    return context.json({ data: imageView(findProduct(context).id, image), meta: {} });
  });
  app.delete(`${path}/:image`, (context) => {
    const product = findProduct(context);
    product.images.splice(product.images.indexOf(find(context)), 1);
    return context.body(null, 204);
  });
}

export function v3Products(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  assignments(app);
  images(app, platform);
  app.route('/', metafieldRoutes(platform, '/catalog/products/:id', (context) => {
    const { id, metafields } = findProduct(context);
    return { type: 'product', id, metafields };
  }));
  app.get('/catalog/products', (context) => {
    const query = context.req.query();
    // With options or modifiers a page holds ten products at most.
    const largest = includes(context).some((name) => name === 'options' || name === 'modifiers') ? 10 : 250;
    const page = cutPage(selectProducts(context.var.store, query), query, largest);
    return context.json({ data: page.items.map((product) => view(context, product)), meta: pageMeta(page, query) });
  });
  app.post('/catalog/products', async (context) => {
    const input = parseV3(productPost, await jsonBody(context));
    const product = createProduct(platform, context.var.store, input);
    return storedAnswer(context, [input], { data: productView(context.var.store, product, ['variants', 'images', 'custom_fields', 'options']), meta: {} });
  });
  app.put('/catalog/products', async (context) => {
    const body = await jsonBody(context);
    assertBatch(body, BATCH);
    const batch = parseV3(z.array(productPut.extend({ id: z.int() })), body);
    const data = batch.map(({ id, ...input }) => {
      const product = context.var.store.products.get(id);
      if (!product) throw notFound(`The product ${id} was not found.`);
      return productView(context.var.store, updateProduct(platform, context.var.store, { product, input }), []);
    });
    return storedAnswer(context, batch, { data, meta: { pagination: pageMeta({ items: data, total: data.length, page: 1, limit: BATCH }, {}).pagination } });
  });
  oneProduct(app, platform);
  return app;
}

function oneProduct(app: Hono<ApiEnv>, platform: Platform): void {
  app.delete('/catalog/products', (context) => {
    const ids = idList(context.req.query('id:in'));
    if (!ids) throw new ApiRefusal(422, 'A filter is required to delete products.', { 'id:in': 'required' });
    for (const id of ids) {
      const product = context.var.store.products.get(id);
      if (product) deleteProduct(platform, context.var.store, product);
    }
    return context.body(null, 204);
  });
  app.get('/catalog/products/:id', (context) => context.json({ data: view(context, findProduct(context)), meta: {} }));
  app.put('/catalog/products/:id', async (context) => {
    const input = parseV3(productPut, await jsonBody(context));
    const product = updateProduct(platform, context.var.store, { product: findProduct(context), input });
    return storedAnswer(context, [input], { data: view(context, product), meta: {} });
  });
  app.delete('/catalog/products/:id', (context) => {
    deleteProduct(platform, context.var.store, findProduct(context));
    return context.body(null, 204);
  });
  app.get('/catalog/products/:id/options', (context) => {
    const product = findProduct(context);
    const query = context.req.query();
    const page = cutPage(product.options, query);
    return context.json({ data: page.items.map((option) => ({ ...optionView(product, option), name: `${option.displayName}${option.id}-${product.id}` })), meta: pageMeta(page, query) });
  });
}
