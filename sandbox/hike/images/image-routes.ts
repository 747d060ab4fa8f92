import { Hono } from 'hono';
import { drawPng } from './draw-png.ts';

const LARGEST_WIDTH = 1000;

/** What BigCommerce's side of the sandbox calls itself when it downloads an image; `private` images are not for it. */
const STORE_DOWNLOADER = /^BigCommerce[- ]image/i;

/** The bytes behind the addresses of images, drawn when asked for. */
export function imageRoutes(): Hono {
  const routes = new Hono();
  routes.get('/:width{[0-9]+}/:reach/:file', (context) => {
    const { width, reach, file } = context.req.param();
    const content = /^\d+-(.+)\.png$/.exec(file)?.[1];
    if (content === undefined || reach === 'gone' || Number(width) < 1 || Number(width) > LARGEST_WIDTH) return context.text('There is no such image.', 404);
    if (reach === 'private' && STORE_DOWNLOADER.test(context.req.header('user-agent') ?? '')) return context.text('Forbidden', 403);
    return context.body(new Uint8Array(drawPng(content, Number(width))), 200, { 'Content-Type': 'image/png' });
  });
  return routes;
}
