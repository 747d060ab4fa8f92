import { Hono } from 'hono';
import { customerBody } from '../customers/customer-body.ts';
import type { Customer } from '../customers/customer.ts';
import { saveCustomer } from '../customers/save-customer.ts';
import type { Desk } from '../state/desk.ts';
import { parseBody } from '../wire/parse-body.ts';
import { Refusal } from '../wire/refusal.ts';
import type { ApiEnv } from './api-env.ts';
import { listPage } from './list-page.ts';
import { QueryParams } from './query-params.ts';
import { readJsonBody } from './read-json-body.ts';

function matches(customer: Customer, filter: string): boolean {
  const fullName = [customer.first_name, customer.last_name].filter(Boolean).join(' ');
  return [customer.email, fullName, customer.phone, customer.customer_code].some((value) => value?.toLowerCase().includes(filter));
}

function wanted(desk: Desk, url: string): Customer[] {
  const query = new QueryParams(url);
  const since = query.time('Sync_From');
  const filter = query.text('Filter')?.toLowerCase();
  return desk.shop.customers.filter(
    (customer) => (since === undefined || Date.parse(customer.last_modified) >= since) && (filter === undefined || matches(customer, filter)),
  );
}

export function customerRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/get_all', (context) => context.json(listPage(context.req.url, wanted(context.get('desk'), context.req.url))));
  routes.get('/get/:id', (context) => {
    const id = context.req.param('id');
    const found = context.get('desk').shop.customers.find((customer) => String(customer.id) === id);
    if (!found) throw Refusal.notFound(`Customer ${id}`);
    return context.json(found);
  });
  routes.post('/createOrUpdate', async (context) => {
    const { customer, created } = saveCustomer(context.get('desk'), parseBody(customerBody, await readJsonBody(context)));
    return context.json(customer, created ? 201 : 202);
  });
  return routes;
}
