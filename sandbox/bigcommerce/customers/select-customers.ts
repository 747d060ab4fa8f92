import { ApiRefusal } from '../api-refusal.ts';
import type { Customer, Store } from '../model/store.ts';
import { idList, textList } from '../paging.ts';
import { customerOf } from './customer-index.ts';

type Query = Record<string, string>;

function when(query: Query, name: string): number | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  const parsed = Date.parse(value);
  if (Number.isNaN(parsed)) throw new ApiRefusal(422, 'The filter is invalid.', { [name]: 'must be a date' });
  return parsed;
}

const fullName = (customer: Customer) => `${customer.first_name} ${customer.last_name}`.toLowerCase();

type Test = (customer: Customer) => boolean;

/** Whether a field is among those that a filter lists. */
function among(list: string[] | undefined, field: (customer: Customer) => string): Test[] {
  return list ? [(customer) => list.includes(field(customer).toLowerCase())] : [];
}

function listed(query: Query): Test[] {
  const groups = idList(query['customer_group_id:in']);
  const like = textList(query['name:like']);
  return [
    ...among(textList(query['email:in']), (customer) => customer.email),
    ...among(textList(query['phone:in']), (customer) => customer.phone),
    ...among(textList(query['company:in']), (customer) => customer.company),
    ...among(textList(query['name:in']), fullName),
    ...(groups ? [(customer: Customer) => groups.includes(customer.customer_group_id)] : []),
    ...(like ? [(customer: Customer) => like.some((part) => fullName(customer).includes(part))] : []),
  ];
}

function dated(query: Query): Test[] {
  return (['date_created', 'date_modified'] as const).flatMap((field): Test[] => {
    const [exact, min, max] = [when(query, field), when(query, `${field}:min`), when(query, `${field}:max`)];
    if (exact === undefined && min === undefined && max === undefined) return [];
    return [(customer) => {
      const at = Date.parse(customer[field]);
      return (exact === undefined || at === exact) && (min === undefined || at >= min) && (max === undefined || at <= max);
    }];
  });
}

/** The shortest list that holds everything the query can match. */
function candidates(store: Store, query: Query): Customer[] {
  const ids = idList(query['id:in'])?.map((id) => store.customers.get(id));
  const emails = query['email:in']?.split(',').map((email) => customerOf(store, email.trim()));
  const found = ids ?? emails;
  if (!found) return [...store.customers.values()];
  return [...new Set(found.filter((customer) => customer !== undefined))].sort((a, b) => a.id - b.id);
}

const SORTS: Record<string, (customer: Customer) => string> = {
  date_created: (customer) => customer.date_created,
  date_modified: (customer) => customer.date_modified,
  last_name: (customer) => customer.last_name.toLowerCase(),
};

export function selectCustomers(store: Store, query: Query): Customer[] {
  const tests = [...listed(query), ...dated(query)];
  const customers = candidates(store, query).filter((customer) => tests.every((test) => test(customer)));
  const [field = '', direction = 'asc'] = (query['sort'] ?? '').split(':');
  const key = SORTS[field];
  if (!key) return customers;
  const sign = direction === 'desc' ? -1 : 1;
  return customers.sort((a, b) => sign * key(a).localeCompare(key(b)) || a.id - b.id);
}
