import { Hono } from 'hono';
import type { Register, Shop } from '../state/shop.ts';
import type { ApiEnv } from './api-env.ts';
import { listPage } from './list-page.ts';
import { QueryParams } from './query-params.ts';

/** What the till counts for itself is not part of the public object. */
function registerAnswer({ receiptNumber: _receipt, registerClosureId: _closure, ...register }: Register) {
  return register;
}

function closuresWanted(shop: Shop, url: string) {
  const query = new QueryParams(url);
  const from = query.time('closure_range_from') ?? -Infinity;
  const to = query.time('closure_range_to') ?? Infinity;
  return shop.closures.filter(({ endDateTime }) => endDateTime !== null && Date.parse(endDateTime) >= from && Date.parse(endDateTime) <= to);
}

/** The small lists. */
export function shopRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const list = <T>(path: string, rows: (shop: Shop, url: string) => T[], answer?: (row: T) => unknown) =>
    routes.get(path, (context) => context.json(listPage(context.req.url, rows(context.get('desk').shop, context.req.url), answer)));

  list('/outlets/get_all', (shop) => shop.outlets);
  list('/outlets/get_Registers_all', (shop) => shop.registers, registerAnswer);
  list('/payment_types/get_all', (shop) => shop.paymentTypes);
  list('/taxes/get_all', (shop) => shop.taxes);
  list('/product_types/get_all', (shop) => shop.productTypes);
  list('/suppliers/get_all', (shop) => shop.suppliers);
  list('/offers/get_all', (shop) => shop.offers);
  list('/users/get_all', (shop) => shop.users);
  list('/registerClosures/get_all', closuresWanted);
  return routes;
}
