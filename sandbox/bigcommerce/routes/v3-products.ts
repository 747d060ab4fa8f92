import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { folded } from '../catalogue/catalogue-index.ts';
import { productPost, productPut } from '../catalogue/product-input.ts';
import { modifierView } from '../catalogue/option-view.ts';
import { pickFields, productView } from '../catalogue/product-view.ts';
import { selectProducts } from '../catalogue/select-products.ts';
import { assertCanUpdate, createProduct, deleteProduct, updateProduct } from '../catalogue/write-products.ts';
import type { Product } from '../model/store.ts';
import { cutPage, idList, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { findProduct, shopOf } from './find-product.ts';
import { metafieldRoutes } from './metafields.ts';
import { assertBatch, parseV3 } from './parse-v3.ts';
import { withFiles } from './read-image.ts';
import { storedAnswer } from './stored-answer.ts';

const BATCH = 10;
const MOST_DELETED = 250;

const batchPut = z.array(productPut.extend({ id: z.int() }));

function includes(context: ApiContext): string[] {
  return (context.req.query('include') ?? '').split(',');
}

function lists(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/catalog/products', (context) => {
    const query = context.req.query();
    const include = includes(context);
    // With options or modifiers a page holds ten products at most.
    const largest = include.some((name) => name === 'options' || name === 'modifiers') ? 10 : 250;
    const page = cutPage(selectProducts(context.var.store, query, platform.core.clock.now()), query, largest);
    const shop = shopOf(platform, context);
    return context.json({ data: page.items.map((product) => pickFields(productView(shop, product, include), query)), meta: pageMeta(page, query) });
  });
  app.delete('/catalog/products', (context) => {
    const ids = idList(context.req.query('id:in'));
    if (!ids) throw new ApiRefusal(422, 'A filter is required to delete products.', { 'id:in': 'required' });
    if (ids.length > MOST_DELETED) throw new ApiRefusal(413, `At most ${MOST_DELETED} products are deleted at one time.`);
    for (const id of ids) {
      const product = context.var.store.products.get(id);
      if (product) deleteProduct(platform, context.var.store, product);
    }
    return context.body(null, 204);
  });
}

function writes(app: Hono<ApiEnv>, platform: Platform): void {
  app.post('/catalog/products', async (context) => {
    const input = await withFiles(parseV3(productPost, await jsonBody(context)));
    const product = createProduct(platform, context.var.store, input);
    const view = productView(shopOf(platform, context), product, ['variants', 'images', 'custom_fields', 'options']);
    return storedAnswer(context, [input], { data: pickFields(view, context.req.query()), meta: {} });
  });
  app.put('/catalog/products', async (context) => {
    const { store } = context.var;
    const body = await jsonBody(context);
    assertBatch(body, BATCH);
    const batch = await Promise.all(parseV3(batchPut, body).map(withFiles));
    const found = batch.map(({ id, ...input }) => ({ product: productCalled(context, id), input }));
    // One that cannot be stored refuses all ten: nothing is written before all are checked.
    for (const { product, input } of found) assertCanUpdate(store, product, input);
    assertApart(batch);
    const data = found.map(({ product, input }) => productView(shopOf(platform, context), updateProduct(platform, store, { product, input }), []));
    return storedAnswer(context, batch, { data, meta: { pagination: pageMeta({ items: data, total: data.length, page: 1, limit: BATCH }, {}).pagination } });
  });
}

/** Two products of one batch cannot take the same name or SKU either. */
function assertApart(batch: { name?: string | undefined; sku?: string | undefined }[]): void {
  for (const field of ['name', 'sku'] as const) {
    const given = batch.flatMap((item) => (item[field] === undefined || item[field] === '' ? [] : [folded(item[field])]));
    if (new Set(given).size !== given.length) throw new ApiRefusal(409, `The product ${field} is a duplicate.`, { [field]: 'duplicate within the request' });
  }
}

function productCalled(context: ApiContext, id: number): Product {
  const product = context.var.store.products.get(id);
  if (!product) throw notFound(`The product ${id} was not found.`);
  return product;
}

function oneProduct(app: Hono<ApiEnv>, platform: Platform): void {
  const path = '/catalog/products/:id';
  const view = (context: ApiContext, product: Product) => pickFields(productView(shopOf(platform, context), product, includes(context)), context.req.query());
  app.get(path, (context) => context.json({ data: view(context, findProduct(context)), meta: {} } as never));
  app.put(path, async (context) => {
    findProduct(context);
    const input = await withFiles(parseV3(productPut, await jsonBody(context)));
    const product = updateProduct(platform, context.var.store, { product: findProduct(context), input });
    return storedAnswer(context, [input], { data: view(context, product), meta: {} });
  });
  app.delete(path, (context) => {
    deleteProduct(platform, context.var.store, findProduct(context));
    return context.body(null, 204);
  });
  app.get(`${path}/modifiers`, (context) => {
    const product = findProduct(context);
    const query = context.req.query();
    const page = cutPage(product.modifiers ?? [], query);
    return context.json({ data: page.items.map((modifier) => modifierView(product, modifier)), meta: pageMeta(page, query) });
  });
}

/** Products: lists, one and ten at a time. */
export function v3Products(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.route('/', metafieldRoutes(platform, '/catalog/products/:id', (context) => {
    const { id, metafields } = findProduct(context);
    return { type: 'product', id, metafields };
  }));
  lists(app, platform);
  writes(app, platform);
  oneProduct(app, platform);
  return app;
}
