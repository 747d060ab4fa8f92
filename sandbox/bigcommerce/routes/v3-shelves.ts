import { Hono } from 'hono';
import { z } from 'zod';
import { notFound } from '../api-refusal.ts';
import { categoryPost, categoryTree, categoryView, createCategories, TREE } from '../catalogue/categories.ts';
import { brandCalled, createBrand, type Brand } from '../catalogue/write-brands.ts';
import { cutPage, idList, pageMeta, textList } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiEnv } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

const TYPE = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

const brandView = (brand: Brand) => ({
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
    const { store } = context.var;
    const query = context.req.query();
    const [ids, name, like] = [idList(query['id:in'] ?? query['id']), query['name'], query['name:like']?.toLowerCase()];
    const first = name === undefined ? [...store.brands.values()] : [brandCalled(store, name)].filter((brand) => brand !== undefined);
    const matching = first.filter((brand) => (!ids || ids.includes(brand.id)) && (like === undefined || brand.name.toLowerCase().includes(like)));
    const cut = cutPage(matching, query);
    return context.json({ data: cut.items.map(brandView), meta: pageMeta(cut, query) });
  });
  app.post('/catalog/brands', async (context) => {
    const { name } = parseV3(z.object({ name: z.string().min(1).max(255) }), await jsonBody(context));
    return context.json({ data: brandView(createBrand(platform, context.var.store, name)), meta: {} });
  });
}

function trees(app: Hono<ApiEnv>): void {
  app.get('/catalog/trees', (context) => {
    const query = context.req.query();
    const [ids, channels] = [idList(query['id:in']), idList(query['channel_id:in'])];
    const shown = [TREE].filter((tree) => (!ids || ids.includes(tree.id)) && (!channels || tree.channels.some((channel) => channels.includes(channel))));
    return context.json({ data: shown, meta: {} });
  });
  app.get('/catalog/trees/:tree/categories', (context) => {
    if (idParam(context, 'tree') !== TREE.id) throw notFound();
    return context.json({ data: categoryTree(context.var.store), meta: {} });
  });
}

function categories(app: Hono<ApiEnv>, platform: Platform): void {
  app.get('/catalog/trees/categories', (context) => {
    const query = context.req.query();
    const [ids, parents, inTrees] = [idList(query['category_id:in']), idList(query['parent_id:in']), idList(query['tree_id:in'])];
    const [names, like, visible] = [textList(query['name']), (query['name:like'] ?? query['keyword'])?.toLowerCase(), query['is_visible']];
    const matching = [...context.var.store.categories.values()].filter(
      (category) =>
        (!ids || ids.includes(category.id)) &&
        (!parents || parents.includes(category.parentId)) &&
        (!inTrees || inTrees.includes(TREE.id)) &&
        (!names || names.includes(category.name.toLowerCase())) &&
        (like === undefined || category.name.toLowerCase().includes(like)) &&
        (visible === undefined || category.visible === (visible === 'true')),
    );
    const cut = cutPage(matching, query);
    return context.json({ data: cut.items.map(categoryView), meta: pageMeta(cut, query) });
  });
  app.post('/catalog/trees/categories', async (context) => {
    const batch = parseV3(z.array(categoryPost), await jsonBody(context));
    const { created, errors } = createCategories(platform, context.var.store, batch);
    const failed = batch.length - created.length;
    const body = { data: created.map(categoryView), meta: { total: batch.length, success: created.length, failed } };
    if (failed === 0) return context.json(body, 201);
    return context.json({ ...body, errors: { status: 207, title: 'Some of the categories could not be created.', type: TYPE, errors } }, 207);
  });
}

/** What products are put under: brands and categories. The deprecated `/catalog/categories` is left out. */
export function v3Shelves(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  brands(app, platform);
  categories(app, platform);
  trees(app);
  return app;
}
