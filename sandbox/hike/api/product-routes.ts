import { Hono } from 'hono';
import { deleteProduct } from '../products/delete-product.ts';
import { productAnswer } from '../products/product-answer.ts';
import { productBody } from '../products/product-body.ts';
import { rowByCode, rowById } from '../products/product-index.ts';
import type { ProductRow } from '../products/product-row.ts';
import { saveProduct } from '../products/save-product.ts';
import type { Desk } from '../state/desk.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import type { ApiEnv } from './api-env.ts';
import { listPage } from './list-page.ts';
import { QueryParams } from './query-params.ts';
import { readJsonBody } from './read-json-body.ts';

function matches(row: ProductRow, filter: string): boolean {
  return [row.sku, row.barcode, row.name].some((value) => value?.toLowerCase().includes(filter));
}

function wanted(desk: Desk, url: string): ProductRow[] {
  const query = new QueryParams(url);
  const since = query.time('Sync_From');
  // All times of the shop are written alike, so their text is in order too: a shop of 70,000 rows is read in no time.
  const changedSince = since === undefined ? undefined : new Date(since).toISOString();
  const filter = query.text('Filter')?.toLowerCase();
  const sorting = query.text('sorting')?.toLowerCase();
  if (sorting !== undefined && sorting !== 'name') throw new Refusal(400, `Products cannot be sorted by ${sorting}.`);
  if (changedSince === undefined && filter === undefined && sorting === undefined) return desk.shop.products;
  const rows = desk.shop.products.filter(
    (row) => (changedSince === undefined || row.last_modified >= changedSince) && (filter === undefined || matches(row, filter)),
  );
  return sorting === 'name' ? rows.toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id) : rows;
}

function findProduct(desk: Desk, id: string): ProductRow {
  const found = /^\d+$/.test(id) ? rowById(desk.shop, Number(id)) : undefined;
  if (!found) throw Refusal.notFound(`Product ${id}`);
  return found;
}

export function productRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/get_all', (context) => {
    const desk = context.get('desk');
    return context.json(listPage(context.req.url, wanted(desk, context.req.url), (row) => productAnswer(desk, row)));
  });
  routes.get('/get/:id', (context) => {
    const desk = context.get('desk');
    return context.json(productAnswer(desk, findProduct(desk, context.req.param('id'))));
  });
  // The argument's form is not recorded anywhere; `?sku=` is a reading of the path's name.
  routes.get('/by_sku', (context) => {
    const desk = context.get('desk');
    const sku = new QueryParams(context.req.url).text('sku');
    const found = sku === undefined ? undefined : rowByCode(desk.shop, 'sku', sku);
    if (!found) throw Refusal.notFound('A product with this SKU');
    return context.json(productAnswer(desk, found));
  });
  routes.post('/create', async (context) => {
    const desk = context.get('desk');
    const { product, created } = saveProduct(desk, parseBody(productBody, await readJsonBody(context)));
    return context.json(productAnswer(desk, product), created ? 201 : 202);
  });
  routes.delete('/delete/:id', (context) => {
    const desk = context.get('desk');
    const product = findProduct(desk, context.req.param('id'));
    deleteProduct(desk, product);
    return context.json({ id: product.id });
  });
  return routes;
}
