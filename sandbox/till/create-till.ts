import { Hono } from 'hono';
import type { ControlParts } from '../hike/control/control-desk.ts';
import { productControls } from '../hike/control/product-controls.ts';
import { saleControls } from '../hike/control/sale-controls.ts';
import { Refusal, refusalAnswer } from '../hike/wire/refusal.ts';
import { browserScript } from './browser-script.ts';
import { goodsPage } from './goods-page.ts';
import { shopListPage } from './shop-list-page.ts';
import { tillPage } from './till-page.ts';

const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };

/** The till for people: pages from the server, and the same actions that the control API offers. */
export function createTill(parts: ControlParts): Hono {
  const till = new Hono();
  till.route('/api', saleControls(parts));
  till.route('/api', productControls(parts));
  till.get('/', (context) => context.html(shopListPage(parts.state.shops)));
  till.get('/till.js', (context) => context.body(browserScript('till'), 200, SCRIPT));
  till.get('/goods.js', (context) => context.body(browserScript('goods'), 200, SCRIPT));
  till.get('/:shopId', (context) => {
    const shop = parts.state.findShop(context.req.param('shopId'));
    return shop ? context.html(tillPage(shop, context.req.query('find') ?? '')) : context.html(shopListPage(parts.state.shops), 404);
  });
  till.get('/:shopId/products', (context) => {
    const shop = parts.state.findShop(context.req.param('shopId'));
    const query = { find: context.req.query('find') ?? '', page: Math.max(Math.trunc(Number(context.req.query('page') ?? 1)) || 1, 1) };
    return shop ? context.html(goodsPage(shop, query)) : context.html(shopListPage(parts.state.shops), 404);
  });
  till.onError((error) => {
    if (error instanceof Refusal) return refusalAnswer(error);
    parts.core.log(`till: ${error.stack ?? error.message}`);
    return refusalAnswer(new Refusal(500, error.message));
  });
  return till;
}
