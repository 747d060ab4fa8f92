import { Hono } from 'hono';
import type { ControlParts } from '../hike/control/control-desk.ts';
import { saleControls } from '../hike/control/sale-controls.ts';
import { Refusal, refusalAnswer } from '../hike/wire/refusal.ts';
import { browserScript } from './browser-script.ts';
import { shopListPage } from './shop-list-page.ts';
import { tillPage } from './till-page.ts';

/** The till for people: pages from the server, and the same actions that the control API offers. */
export function createTill(parts: ControlParts): Hono {
  const till = new Hono();
  till.route('/api', saleControls(parts));
  till.get('/', (context) => context.html(shopListPage(parts.state.shops)));
  till.get('/till.js', (context) => context.body(browserScript(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  till.get('/:shopId', (context) => {
    const shop = parts.state.findShop(context.req.param('shopId'));
    return shop ? context.html(tillPage(shop)) : context.html(shopListPage(parts.state.shops), 404);
  });
  till.onError((error) => {
    if (error instanceof Refusal) return refusalAnswer(error);
    parts.core.log(`till: ${error.stack ?? error.message}`);
    return refusalAnswer(new Refusal(500, error.message));
  });
  return till;
}
