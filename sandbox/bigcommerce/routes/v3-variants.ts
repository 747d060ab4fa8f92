import { Hono } from 'hono';
import type { z } from 'zod';
import { ApiRefusal, BatchRefusal, notFound } from '../api-refusal.ts';
import { folded } from '../catalogue/catalogue-index.ts';
import { variantBatch, variantImage, variantPost, variantPut, type VariantPost, type VariantPut } from '../catalogue/product-input.ts';
import { pickFields, variantView } from '../catalogue/product-view.ts';
import { selectVariants } from '../catalogue/select-products.ts';
import { variantsOf } from '../catalogue/stock.ts';
import { setVariantImage } from '../catalogue/write-images.ts';
import { addVariant, assertVariantFits, assertVariantPut, deleteVariant, updateVariant } from '../catalogue/write-variants.ts';
import { downloadImage } from '../images/download-image.ts';
import { checkedImage, type CheckedImage } from '../images/image-file.ts';
import type { Product, Store, Variant } from '../model/store.ts';
import { cutPage, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { findProduct } from './find-product.ts';
import { assertBatch, parseV3 } from './parse-v3.ts';
import { isVariantImage, uploadedFile, withVariantFile } from './read-image.ts';
import { storedAnswer } from './stored-answer.ts';

const BATCH = 50;
const LARGEST_FILE = 1024 * 1024;

function view(context: ApiContext, variant: Variant): Record<string, unknown> {
  const product = context.var.store.products.get(variant.productId);
  if (!product) throw notFound();
  return pickFields(variantView(context.var.store, product, variant), context.req.query());
}

function page(context: ApiContext, items: Variant[]): Response {
  const query = context.req.query();
  const cut = cutPage(items, query);
  return context.json({ data: cut.items.map((variant) => view(context, variant)), meta: pageMeta(cut, query) } as never);
}

function findVariant(context: ApiContext): Variant {
  const variant = context.var.store.variants.get(idParam(context, 'variant'));
  if (!variant || variant.productId !== findProduct(context).id) throw notFound();
  return variant;
}

type BatchInput = z.output<typeof variantBatch>[number] & { file?: CheckedImage };
type BatchItem = { variant: Variant; input: VariantPut } | { product: Product; input: VariantPost };

/** What one item of a batch means: with an id a change, without one a new variant of a product. */
function batchItem(store: Store, raw: BatchInput): BatchItem {
  const { id, product_id: productId, option_values: values, file, ...input } = raw;
  if (id !== undefined) {
    const variant = store.variants.get(id);
    if (!variant) throw new ApiRefusal(422, 'The variant was not found.', { id: `no variant ${id}` });
    assertVariantPut(store, variant, input);
    return { variant, input: { ...input, ...(file ? { file } : {}) } };
  }
  const product = store.products.get(productId ?? 0);
  if (!product) throw new ApiRefusal(422, 'A new variant needs its product.', { product_id: 'not found' });
  const fresh = parseV3(variantPost, { ...input, option_values: values });
  assertVariantFits(store, product, fresh);
  return { product, input: { ...fresh, ...(file ? { file } : {}) } };
}

/** Checks all before the first is written; what is wrong is told item by item. */
function checkedBatch(store: Store, batch: BatchInput[]): BatchItem[] {
  const problems: ApiRefusal[] = [];
  const skus = new Set<string>();
  const items = batch.flatMap((raw) => {
    try {
      const twice = raw.sku !== undefined && skus.size === skus.add(folded(raw.sku)).size;
      if (twice) throw new ApiRefusal(422, `The sku "${raw.sku}" is a duplicate.`, { sku: 'duplicate within the request' });
      return [batchItem(store, raw)];
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      problems.push(error);
      return [];
    }
  });
  if (problems.length > 0) throw new BatchRefusal(problems);
  return items;
}

function lists(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/catalog/variants', (context) => page(context, selectVariants(context.var.store, context.req.query())));
  app.put('/catalog/variants', async (context) => {
    const { store } = context.var;
    const body = await jsonBody(context);
    assertBatch(body, BATCH);
    const items = checkedBatch(store, await Promise.all(parseV3(variantBatch, body).map(withVariantFile)));
    const data = items.map((item) => ('variant' in item ? updateVariant(platform, store, item) : addVariant(platform, store, item)));
    return context.json({ data: data.map((variant) => view(context, variant)), meta: { pagination: { total: data.length, count: data.length } } } as never);
  });
  app.get('/catalog/products/:id/variants', (context) => page(context, variantsOf(context.var.store, findProduct(context).id)));
  app.post('/catalog/products/:id/variants', async (context) => {
    const input = await withVariantFile(parseV3(variantPost, await jsonBody(context)));
    const variant = addVariant(platform, context.var.store, { product: findProduct(context), input });
    return storedAnswer(context, [input], { data: view(context, variant), meta: {} });
  });
}

async function variantFile(context: ApiContext): Promise<CheckedImage> {
  const upload = await uploadedFile(context);
  if (!upload) return downloadImage(parseV3(variantImage, await jsonBody(context)).image_url);
  if (upload.bytes.length > LARGEST_FILE) throw new ApiRefusal(500, 'The image file is larger than 1 MB.');
  const image = checkedImage(upload.bytes);
  if (!isVariantImage(image)) throw new ApiRefusal(422, 'Image was not valid.', { image_file: 'must be a GIF, JPEG or PNG' });
  return image;
}

function oneVariant(app: Hono<ApiEnv>, platform: Platform): void {
  const path = '/catalog/products/:id/variants/:variant';
  app.get(path, (context) => context.json({ data: view(context, findVariant(context)), meta: {} } as never));
  app.put(path, async (context) => {
    findVariant(context);
    const input = await withVariantFile(parseV3(variantPut, await jsonBody(context)));
    const variant = updateVariant(platform, context.var.store, { variant: findVariant(context), input });
    return storedAnswer(context, [input], { data: view(context, variant), meta: {} });
  });
  app.delete(path, (context) => {
    deleteVariant(platform, context.var.store, findVariant(context));
    return context.body(null, 204);
  });
  app.post(`${path}/image`, async (context) => {
    findVariant(context);
    const file = await variantFile(context);
    return context.json({ data: { image_url: setVariantImage(platform, context.var.store, { variant: findVariant(context), file }) }, meta: {} });
  });
}

/** Variants, by product and over the catalogue. */
export function v3Variants(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  lists(app, platform);
  oneVariant(app, platform);
  return app;
}
