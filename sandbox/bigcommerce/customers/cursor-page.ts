import { ApiRefusal } from '../api-refusal.ts';
import type { Customer } from '../model/store.ts';
import { cutPage, pageMeta } from '../paging.ts';

type Query = Record<string, string>;

const cursorOf = (customer: Customer | undefined) => (customer === undefined ? '' : Buffer.from(String(customer.id)).toString('base64url'));

function idOf(name: string, cursor: string): number {
  const id = Number(Buffer.from(cursor, 'base64url').toString());
  if (!Number.isInteger(id) || id < 1) throw new ApiRefusal(422, 'The cursor is invalid.', { [name]: 'invalid' });
  return id;
}

/** Customers can be paged by number and by cursor; a cursor stands for the customer that it was cut at. */
export function cursorPage(customers: Customer[], query: Query) {
  const { after, before, ...rest } = query;
  const from = after === undefined ? 0 : customers.findIndex((customer) => customer.id === idOf('after', after)) + 1;
  const until = before === undefined ? customers.length : customers.findIndex((customer) => customer.id === idOf('before', before));
  const window = customers.slice(from, until);
  const limit = Number(rest['limit'] ?? 50);
  const page = cutPage(before === undefined ? window : window.slice(-limit), rest);
  const last = page.items.at(-1);
  const more = last !== undefined && last !== customers.at(-1);
  const link = (name: string, cursor: string) => `?${new URLSearchParams({ ...rest, [name]: cursor }).toString()}`;
  const meta = {
    ...pageMeta({ ...page, total: customers.length }, rest),
    cursor_pagination: {
      count: page.items.length,
      per_page: page.limit,
      start_cursor: cursorOf(page.items[0]),
      end_cursor: cursorOf(last),
      links: { current: link('after', after ?? ''), ...(more ? { next: link('after', cursorOf(last)) } : {}) },
    },
  };
  return { items: page.items, meta };
}
