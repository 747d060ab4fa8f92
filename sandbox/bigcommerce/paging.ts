import { ApiRefusal } from './api-refusal.ts';

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  limit: number;
}

const LARGEST = 250;

function whole(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  if (!/^\d+$/.test(value) || Number(value) < 1) throw new ApiRefusal(400, `The field '${name}' is invalid.`, { [name]: 'must be a positive whole number' });
  return Number(value);
}

/** Cuts a page out of a list by `page` and `limit`; V2 and V3 share the default of 50 and the cap of 250. */
export function cutPage<T>(items: T[], query: Record<string, string>, largest = LARGEST): Page<T> {
  const page = whole('page', query['page'], 1);
  const limit = Math.min(whole('limit', query['limit'], 50), largest);
  const start = (page - 1) * limit;
  return { items: items.slice(start, start + limit), total: items.length, page, limit };
}

function pageLink(query: Record<string, string>, page: number, limit: number): string {
  return `?${new URLSearchParams({ ...query, page: String(page), limit: String(limit) }).toString()}`;
}

/** The `meta` of a V3 list. */
export function pageMeta(page: Page<unknown>, query: Record<string, string>) {
  const totalPages = Math.max(Math.ceil(page.total / page.limit), 1);
  return {
    pagination: {
      total: page.total,
      count: page.items.length,
      per_page: page.limit,
      current_page: page.page,
      total_pages: totalPages,
      links: {
        ...(page.page > 1 ? { previous: pageLink(query, page.page - 1, page.limit) } : {}),
        current: pageLink(query, page.page, page.limit),
        ...(page.page < totalPages ? { next: pageLink(query, page.page + 1, page.limit) } : {}),
      },
    },
  };
}

/** `id:in=1,2,3` */
export function idList(value: string | undefined): number[] | undefined {
  return value === undefined ? undefined : value.split(',').filter((part) => part !== '').map(Number);
}

export function textList(value: string | undefined): string[] | undefined {
  return value === undefined ? undefined : value.split(',').map((part) => part.trim().toLowerCase());
}
