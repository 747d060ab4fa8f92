import { Hono } from 'hono';
import { imagePost, imagePut } from '../catalogue/product-input.ts';
import { imageView } from '../catalogue/image-view.ts';
import { addImage, deleteImage, updateImage } from '../catalogue/write-images.ts';
import { notFound } from '../api-refusal.ts';
import type { ProductImage } from '../model/store.ts';
import { cutPage, pageMeta } from '../paging.ts';
import type { Platform } from '../platform.ts';
import { idParam, type ApiContext, type ApiEnv } from './api-env.ts';
import { findProduct, shopOf } from './find-product.ts';
import { readImage } from './read-image.ts';

function findImage(context: ApiContext): ProductImage {
  const image = findProduct(context).images.find((candidate) => candidate.id === idParam(context, 'image'));
  if (!image) throw notFound();
  return image;
}

/** The images of a product: by address, which is downloaded, or as a file. */
export function v3ProductImages(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const path = '/catalog/products/:id/images';
  const answer = (context: ApiContext, image: ProductImage) => context.json({ data: imageView(shopOf(platform, context), findProduct(context).id, image), meta: {} });
  app.get(path, (context) => {
    const product = findProduct(context);
    const query = context.req.query();
    const page = cutPage(product.images, query);
    return context.json({ data: page.items.map((image) => imageView(shopOf(platform, context), product.id, image)), meta: pageMeta(page, query) });
  });
  app.post(path, async (context) => {
    findProduct(context);
    const input = await readImage(context, imagePost);
    return answer(context, addImage(platform, context.var.store, { product: findProduct(context), input }));
  });
  app.get(`${path}/:image`, (context) => answer(context, findImage(context)));
  app.put(`${path}/:image`, async (context) => {
    findImage(context);
    const input = await readImage(context, imagePut);
    // Looked up again: while the file was on its way the product may have gone.
    return answer(context, updateImage(platform, context.var.store, { product: findProduct(context), image: findImage(context), input }));
  });
  app.delete(`${path}/:image`, (context) => {
    deleteImage(platform, context.var.store, { product: findProduct(context), image: findImage(context) });
    return context.body(null, 204);
  });
  return app;
}
