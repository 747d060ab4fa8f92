import { Hono } from 'hono';
import type { Platform } from '../platform.ts';

/** Stored images at the addresses that the API shows; every size is the original. */
export function serveImages(platform: Platform): Hono {
  const app = new Hono();
  app.get('/:place{s-[a-z0-9]+}/products/:product/:owner{images|variants}/:id/:name', (context) => {
    const store = platform.stores.get(context.req.param('place').slice(2));
    const file = store?.imageFiles?.get(context.req.param('name').replace(/\..*/, ''));
    if (!file) return context.body(null, 404);
    return context.body(Buffer.from(file.base64, 'base64'), 200, { 'content-type': file.contentType, 'cache-control': 'max-age=300' });
  });
  return app;
}
