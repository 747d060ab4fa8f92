import { QueryParams } from './query-params.ts';

/** Not documented; callers use 20 to 500. */
const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 500;

export interface ListPage {
  items: unknown[];
  totalCount: number;
  next: string | null;
}

/**
 * One page of a list. `next` is relative and keeps only size and offset: `Sync_From` and every other filter are lost in
 * it, as callers of the live service found.
 */
export function listPage<T>(url: string, rows: T[], answer: (row: T) => unknown = (row) => row): ListPage {
  const query = new QueryParams(url);
  const size = Math.min(Math.max(query.whole('page_size') ?? DEFAULT_SIZE, 1), LARGEST_SIZE);
  const skip = query.whole('Skip_count') ?? 0;
  const path = new URL(url).pathname;
  const more = skip + size < rows.length;
  return {
    items: rows.slice(skip, skip + size).map(answer),
    totalCount: rows.length,
    next: more ? `${path}?page_size=${size}&Skip_count=${skip + size}` : null,
  };
}
