import { invalidField } from '../api-refusal.ts';
import { amount } from '../model/amount.ts';
import type { Order } from '../model/order.ts';
import type { Store } from '../model/store.ts';

type Query = Record<string, string>;
type Test = (order: Order, value: string) => boolean;

function time(field: string, value: string): number {
  // A plus sign in a time zone arrives as a space when the caller forgot to encode it; BigCommerce reads both.
  const parsed = Date.parse(value.replace(/ (\d\d:?\d\d)$/, '+$1'));
  if (Number.isNaN(parsed)) throw invalidField(field, 'must be an RFC 2822 or ISO 8601 date');
  return parsed;
}

function whole(field: string, value: string): number {
  if (!/^\d+$/.test(value)) throw invalidField(field, 'must be a whole number');
  return Number(value);
}

/** Dates on the wire carry whole seconds, so filters compare whole seconds. */
const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000) * 1000;

const FILTERS: Record<string, Test> = {
  min_id: (order, value) => order.id >= whole('min_id', value),
  max_id: (order, value) => order.id <= whole('max_id', value),
  min_total: (order, value) => order.total.inc >= amount(value),
  max_total: (order, value) => order.total.inc <= amount(value),
  customer_id: (order, value) => order.customerId === whole('customer_id', value),
  email: (order, value) => order.billing.email.toLowerCase() === value.toLowerCase(),
  status_id: (order, value) => order.statusId === whole('status_id', value),
  cart_id: (order, value) => order.cartId === value,
  payment_method: (order, value) => order.paymentMethod === value,
  min_date_created: (order, value) => seconds(order.createdAt) >= time('min_date_created', value),
  max_date_created: (order, value) => seconds(order.createdAt) <= time('max_date_created', value),
  min_date_modified: (order, value) => seconds(order.modifiedAt) >= time('min_date_modified', value),
  max_date_modified: (order, value) => seconds(order.modifiedAt) <= time('max_date_modified', value),
  channel_id: (order, value) => order.channelId === whole('channel_id', value),
  external_order_id: (order, value) => order.externalOrderId === value,
  is_deleted: (order, value) => order.isDeleted === (value === 'true'),
};

const SORTS: Record<string, (order: Order) => number | string> = {
  id: (order) => order.id,
  customer_id: (order) => order.customerId,
  date_created: (order) => order.createdAt,
  date_modified: (order) => order.modifiedAt,
  status_id: (order) => order.statusId,
  channel_id: (order) => order.channelId,
  external_id: (order) => order.externalOrderId,
};

function sortOrders(orders: Order[], sort: string): Order[] {
  const [field = 'id', direction = 'asc'] = sort.split(':');
  const key = SORTS[field];
  if (!key || !['asc', 'desc'].includes(direction)) throw invalidField('sort', `Cannot sort by '${sort}'.`);
  const sign = direction === 'desc' ? -1 : 1;
  return orders.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left === right ? a.id - b.id : sign * (left < right ? -1 : 1);
  });
}

/** The orders that a list call means: all filters must hold; archived ones are left out unless asked for. */
export function selectOrders(store: Store, query: Query): Order[] {
  const tests = Object.entries(FILTERS).flatMap(([name, test]) => {
    const value = query[name];
    return value === undefined || value === '' ? [] : [(order: Order) => test(order, value)];
  });
  const orders = [...store.orders.values()].filter((order) => ('is_deleted' in query || !order.isDeleted) && tests.every((test) => test(order)));
  return sortOrders(orders, query['sort'] ?? 'id:asc');
}
