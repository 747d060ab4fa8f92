import { Hono } from 'hono';
import { deleteProduct } from '../products/delete-product.ts';
import { productAnswer } from '../products/product-answer.ts';
import { productBody } from '../products/product-body.ts';
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
  const filter = query.text('Filter')?.toLowerCase();
  const sorting = query.text('sorting')?.toLowerCase();
  if (sorting !== undefined && sorting !== 'name') throw new Refusal(400, `Products cannot be sorted by ${sorting}.`);
  const rows = desk.shop.products.filter(
    (row) => (since === undefined || Date.parse(row.last_modified) >= since) && (filter === undefined || matches(row, filter)),
  );
  return sorting === 'name' ? rows.toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id) : rows;
}

function findProduct(desk: Desk, id: string): ProductRow {
  const found = desk.shop.products.find((row) => String(row.id) === id);
  if (!found) throw Refusal.notFound(`Product ${id}`);
  return found;
}

export function productRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/get_all', (context) => {
    const desk = context.get('desk');
    return context.json(listPage(context.req.url, wanted(desk, context.req.url), (row) => productAnswer(desk.shop, row)));
  });
  routes.get('/get/:id', (context) => {
    const desk = context.get('desk');
    return context.json(productAnswer(desk.shop, findProduct(desk, context.req.param('id'))));
  });
  // The argument's form is not recorded anywhere; `?sku=` is a reading of the path's name.
  routes.get('/by_sku', (context) => {
    const desk = context.get('desk');
    const sku = new QueryParams(context.req.url).text('sku')?.toLowerCase();
    const found = desk.shop.products.find((row) => row.sku?.toLowerCase() === sku);
    if (sku === undefined || !found) throw Refusal.notFound('A product with this SKU');
    return context.json(productAnswer(desk.shop, found));
  });
  routes.post('/create', async (context) => {
    const desk = context.get('desk');
    const { product, created } = saveProduct(desk, parseBody(productBody, await readJsonBody(context)));
    return context.json(productAnswer(desk.shop, product), created ? 201 : 202);
  });
  routes.delete('/delete/:id', (context) => {
    const desk = context.get('desk');
    const product = findProduct(desk, context.req.param('id'));
    deleteProduct(desk, product);
    return context.json({ id: product.id });
  });
  return routes;
}
