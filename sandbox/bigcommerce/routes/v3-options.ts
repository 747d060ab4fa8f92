import { Hono } from 'hono';
import { notFound } from '../api-refusal.ts';
import { optionPost, optionValuePost } from '../catalogue/product-input.ts';
import { optionView, valueView } from '../catalogue/option-view.ts';
import { addOption, addOptionValue } from '../catalogue/write-options.ts';
import type { Product, ProductOption } from '../model/store.ts';
import { cutPage, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, jsonBody, type ApiContext, type ApiEnv } from './api-env.ts';
import { findProduct } from './find-product.ts';
import { parseV3 } from './parse-v3.ts';

const view = (product: Product, option: ProductOption) => ({ ...optionView(product, option), name: `${option.displayName}${option.id}-${product.id}` });

function findOption(context: ApiContext): ProductOption {
  const option = findProduct(context).options.find((candidate) => candidate.id === idParam(context, 'option'));
  if (!option) throw notFound();
  return option;
}

/** The options that make a product's variants, and their values. */
export function v3Options(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const path = '/catalog/products/:id/options';
  app.get(path, (context) => {
    const product = findProduct(context);
    const query = context.req.query();
    const page = cutPage(product.options, query);
    return context.json({ data: page.items.map((option) => view(product, option)), meta: pageMeta(page, query) });
  });
  app.post(path, async (context) => {
    const product = findProduct(context);
    const option = addOption(platform, context.var.store, { product, input: parseV3(optionPost, await jsonBody(context)) });
    return context.json({ data: view(product, option), meta: {} });
  });
  app.get(`${path}/:option`, (context) => context.json({ data: view(findProduct(context), findOption(context)), meta: {} }));
  app.get(`${path}/:option/values`, (context) => {
    const query = context.req.query();
    const page = cutPage(findOption(context).values, query);
    return context.json({ data: page.items.map(valueView), meta: pageMeta(page, query) });
  });
  app.post(`${path}/:option/values`, async (context) => {
    const target = { product: findProduct(context), option: findOption(context) };
    const value = addOptionValue(platform, context.var.store, { ...target, input: parseV3(optionValuePost, await jsonBody(context)) });
    return context.json({ data: valueView(value), meta: {} });
  });
  return app;
}
