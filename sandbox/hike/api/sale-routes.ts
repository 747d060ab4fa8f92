import { Hono } from 'hono';
import { recordSale } from '../sales/record-sale.ts';
import { saleBody } from '../sales/sale-body.ts';
import type { Sale } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import type { ApiEnv } from './api-env.ts';
import { listPage } from './list-page.ts';
import { QueryParams } from './query-params.ts';
import { readJsonBody } from './read-json-body.ts';

function direction(query: QueryParams): 1 | -1 {
  const sorting = (query.text('Sorting') ?? 'transactionDate').toLowerCase().split(/\s+/);
  const [field, way = 'asc'] = sorting;
  if (field !== 'transactiondate' || (way !== 'asc' && way !== 'desc')) throw new Refusal(400, `Sales cannot be sorted by ${sorting.join(' ')}.`);
  return way === 'asc' ? 1 : -1;
}

/**
 * The range is on the transaction date, so a sale that changes later does not come back with new ones.
 * The filter by change is there only where the shop is told to have it: nobody has tried it on the live service.
 */
function wanted(desk: Desk, url: string): Sale[] {
  const query = new QueryParams(url);
  const from = query.time('invoice_range_from') ?? -Infinity;
  const to = query.time('invoice_range_to') ?? Infinity;
  const changedSince = desk.shop.unknowns.salesKnowSyncFrom ? (query.time('Sync_From') ?? -Infinity) : -Infinity;
  const way = direction(query);
  return desk.shop.sales
    .filter((sale) => {
      const at = Date.parse(sale.transactionDate);
      return at >= from && at <= to && Date.parse(sale.lastModificationTime) >= changedSince;
    })
    .toSorted((one, other) => way * (Date.parse(one.transactionDate) - Date.parse(other.transactionDate) || one.id - other.id));
}

export function saleRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/get_all', (context) => context.json(listPage(context.req.url, wanted(context.get('desk'), context.req.url))));
  routes.post('/create', async (context) => {
    const { sale, created } = recordSale(context.get('desk'), parseBody(saleBody, await readJsonBody(context)));
    return context.json(sale, created ? 201 : 202);
  });
  return routes;
}
