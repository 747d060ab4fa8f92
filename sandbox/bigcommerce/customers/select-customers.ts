import { ApiRefusal } from '../api-refusal.ts';
import type { Customer, Store } from '../model/store.ts';
import { idList, textList } from '../paging.ts';

type Query = Record<string, string>;

function when(query: Query, name: string): number | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  const parsed = Date.parse(value);
  if (Number.isNaN(parsed)) throw new ApiRefusal(422, 'The filter is invalid.', { [name]: 'must be a date' });
  return parsed;
}

const fullName = (customer: Customer) => `${customer.first_name} ${customer.last_name}`.toLowerCase();

function listed(query: Query, customer: Customer): boolean {
  const ids = idList(query['id:in']);
  const groups = idList(query['customer_group_id:in']);
  const checks: [string[] | undefined, string][] = [
    [textList(query['email:in']), customer.email.toLowerCase()],
    [textList(query['phone:in']), customer.phone.toLowerCase()],
    [textList(query['company:in']), customer.company.toLowerCase()],
    [textList(query['name:in']), fullName(customer)],
  ];
  if (ids && !ids.includes(customer.id)) return false;
  if (groups && !groups.includes(customer.customer_group_id)) return false;
  if (checks.some(([wanted, have]) => wanted && !wanted.includes(have))) return false;
  const like = textList(query['name:like']);
  return !like || like.some((part) => fullName(customer).includes(part));
}

function dated(query: Query, customer: Customer): boolean {
  return ['date_created', 'date_modified'].every((field) => {
    const at = Date.parse(field === 'date_created' ? customer.date_created : customer.date_modified);
    const [exact, min, max] = [when(query, field), when(query, `${field}:min`), when(query, `${field}:max`)];
    return (exact === undefined || at === exact) && (min === undefined || at >= min) && (max === undefined || at <= max);
  });
}

const SORTS: Record<string, (customer: Customer) => string> = {
  date_created: (customer) => customer.date_created,
  date_modified: (customer) => customer.date_modified,
  last_name: (customer) => customer.last_name.toLowerCase(),
};

export function selectCustomers(store: Store, query: Query): Customer[] {
  const customers = [...store.customers.values()].filter((customer) => listed(query, customer) && dated(query, customer));
  const [field = '', direction = 'asc'] = (query['sort'] ?? '').split(':');
  const key = SORTS[field];
  if (!key) return customers;
  const sign = direction === 'desc' ? -1 : 1;
  return customers.sort((a, b) => sign * key(a).localeCompare(key(b)) || a.id - b.id);
}
