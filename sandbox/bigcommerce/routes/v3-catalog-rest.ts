import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { ApiRefusal, notFound } from '../api-refusal.ts';
import { variantBatch, variantPost, variantPut } from '../catalogue/product-input.ts';
import { pickFields, variantView } from '../catalogue/product-view.ts';
import { selectVariants } from '../catalogue/select-products.ts';
import { variantsOf } from '../catalogue/stock.ts';
import { addVariant, updateVariant } from '../catalogue/write-products.ts';
import { nextId, type Store, type Variant } from '../model/store.ts';
import { cutPage, idList, pageMeta, textList } from '../paging.ts';
import { note, type Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { assertBatch, parseV3 } from './parse-v3.ts';
import { findProduct } from './v3-products.ts';

function view(context: ApiContext, variant: Variant): Record<string, unknown> {
  const product = context.var.store.products.get(variant.productId);
  if (!product) throw notFound();
  return pickFields(variantView(context.var.store, product, variant), context.req.query());
}

function page(context: ApiContext, items: Variant[]): Response {
  const query = context.req.query();
  const cut = cutPage(items, query);
  return context.json({ data: cut.items.map((variant) => view(context, variant)), meta: pageMeta(cut, query) });
}

function findVariant(context: ApiContext): Variant {
  const variant = context.var.store.variants.get(idParam(context, 'variant'));
  if (!variant || variant.productId !== findProduct(context).id) throw notFound();
  return variant;
}

function variants(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/catalog/variants', (context) => page(context, selectVariants(context.var.store, context.req.query())));
  app.put('/catalog/variants', async (context) => {
    const body = await jsonBody(context);
    assertBatch(body, 50);
    const { store } = context.var;
    const data = parseV3(variantBatch, body).map(({ id, product_id: productId, option_values: values, ...input }) => {
      const variant = id === undefined ? undefined : store.variants.get(id);
      if (variant) return updateVariant(platform, store, { variant, input });
      const product = store.products.get(productId ?? 0);
      const parsed = variantPost.safeParse({ ...input, option_values: values });
      if (!product || !parsed.success) throw new ApiRefusal(422, 'The variant could not be created.', { id: `No variant ${id}; a new one needs product_id, sku and option_values` });
      return addVariant(platform, store, { product, input: parsed.data });
    });
    return context.json({ data: data.map((variant) => view(context, variant)), meta: { pagination: { total: data.length, count: data.length } } });
  });
  app.get('/catalog/products/:id/variants', (context) => page(context, variantsOf(context.var.store, findProduct(context).id)));
  app.post('/catalog/products/:id/variants', async (context) => {
    const variant = addVariant(platform, context.var.store, { product: findProduct(context), input: parseV3(variantPost, await jsonBody(context)) });
    return context.json({ data: view(context, variant), meta: {} });
  });
  app.get('/catalog/products/:id/variants/:variant', (context) => context.json({ data: view(context, findVariant(context)), meta: {} }));
  app.put('/catalog/products/:id/variants/:variant', async (context) => {
    const variant = updateVariant(platform, context.var.store, { variant: findVariant(context), input: parseV3(variantPut, await jsonBody(context)) });
    return context.json({ data: view(context, variant), meta: {} });
  });
  app.delete('/catalog/products/:id/variants/:variant', (context) => {
    const variant = findVariant(context);
    context.var.store.variants.delete(variant.id);
    platform.emit(context.var.store, 'store/sku/deleted', { type: 'sku', id: variant.id, sku: { product_id: variant.productId, variant_id: variant.id } });
    return context.body(null, 204);
  });
}

const brandView = (brand: { id: number; name: string }) => ({
  id: brand.id,
  name: brand.name,
  page_title: '',
  meta_keywords: [],
  meta_description: '',
  search_keywords: '',
  image_url: '',
  custom_url: { url: `/brands/${brand.name.replace(/[^A-Za-z0-9]+/g, '-')}.html`, is_customized: false },
});

function brands(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/catalog/brands', (context) => {
    const query = context.req.query();
    const [ids, name] = [idList(query['id:in'] ?? query['id']), query['name']?.toLowerCase()];
    const matching = [...context.var.store.brands.values()].filter((brand) => (!ids || ids.includes(brand.id)) && (name === undefined || brand.name.toLowerCase() === name));
    const cut = cutPage(matching, query);
    return context.json({ data: cut.items.map(brandView), meta: pageMeta(cut, query) });
  });
  app.post('/catalog/brands', async (context) => {
    const { name } = parseV3(z.object({ name: z.string().min(1).max(255) }), await jsonBody(context));
    const { store } = context.var;
    if ([...store.brands.values()].some((brand) => brand.name.toLowerCase() === name.toLowerCase())) throw new ApiRefusal(409, 'The brand name is a duplicate.', { name: 'duplicate' });
    const brand = { id: nextId(store, 'brand', 35), name };
    store.brands.set(brand.id, brand);
    note(platform, store, { kind: 'brand.created', id: brand.id, reference: name, data: brand });
    return context.json({ data: brandView(brand), meta: {} });
  });
}

function categoryView(category: Store['categories'] extends Map<number, infer C> ? C : never) {
  return {
    category_id: category.id,
    category_uuid: category.uuid,
    tree_id: 1,
    parent_id: category.parentId,
    name: category.name,
    description: '',
    views: 0,
    sort_order: 0,
    page_title: '',
    meta_keywords: [],
    meta_description: '',
    layout_file: 'category.html',
    image_url: '',
    is_visible: category.visible,
    search_keywords: '',
    default_product_sort: 'use_store_settings',
    url: { path: `/${category.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}/`, is_customized: false },
  };
}

const categoryPost = z.array(z.object({ name: z.string().min(1).max(50), parent_id: z.int().default(0), tree_id: z.int().default(1), is_visible: z.boolean().default(true) }));

function categories(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/catalog/trees', (context) => context.json({ data: [{ id: 1, name: 'Default catalog tree', channels: [1] }], meta: {} }));
  app.get('/catalog/trees/categories', (context) => {
    const query = context.req.query();
    const [ids, parents, name] = [idList(query['category_id:in']), idList(query['parent_id:in']), textList(query['name'])];
    const matching = [...context.var.store.categories.values()].filter(
      (category) => (!ids || ids.includes(category.id)) && (!parents || parents.includes(category.parentId)) && (!name || name.includes(category.name.toLowerCase())),
    );
    const cut = cutPage(matching, query);
    return context.json({ data: cut.items.map(categoryView), meta: pageMeta(cut, query) });
  });
  app.post('/catalog/trees/categories', async (context) => {
    const { store } = context.var;
    const batch = parseV3(categoryPost, await jsonBody(context));
    const created = batch.map((input) => {
      const sibling = [...store.categories.values()].some((other) => other.parentId === input.parent_id && other.name.toLowerCase() === input.name.toLowerCase());
      if (sibling) throw new ApiRefusal(422, 'The category name is a duplicate.', { name: 'duplicate' });
      const category = { id: nextId(store, 'category', 18), name: input.name, parentId: input.parent_id, uuid: randomUUID(), visible: input.is_visible };
      store.categories.set(category.id, category);
      note(platform, store, { kind: 'category.created', id: category.id, reference: category.name, data: category });
      return category;
    });
    return context.json({ data: created.map(categoryView), meta: { total: created.length, success: created.length, failed: 0 } }, 201);
  });
}

/** The catalogue beside the products: variants, brands, categories. */
export function v3CatalogRest(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  variants(app, platform);
  brands(app, platform);
  categories(app, platform);
  return app;
}
