import { notFound } from '../api-refusal.ts';
import type { Shop } from '../catalogue/image-view.ts';
import type { Product } from '../model/store.ts';
import type { Platform } from '../platform.ts';
import { idParam, type ApiContext } from './api-env.ts';

/** The product that the path names. */
export function findProduct(context: ApiContext): Product {
  const product = context.var.store.products.get(idParam(context, 'id'));
  if (!product) throw notFound();
  return product;
}

export function shopOf(platform: Platform, context: ApiContext): Shop {
  return { store: context.var.store, origin: platform.publicUrl() };
}
