import { z } from 'zod';
import { BrokenContract } from '../../engine/ports/failures';
import type { Query } from '../http/http-call';
import { PAGE_SIZE } from './assumptions';
import type { HikeApi } from './hike-api';

const MOST_PAGES = 1000;

const pageOf = <T>(item: z.ZodType<T>) =>
  z.object({ items: z.array(item).nullish(), next: z.string().nullish() }).transform(({ items, next }) => ({ items: items ?? [], isLast: !next }));

/**
 * Every item of a list. `next` loses the filters, and its offset is off by one in Hike's own example, so the query is
 * rebuilt and advances by the items received (reference: hike-api 2.1). An item seen twice counts once.
 */
export const listAll = async <T extends { id: number }>(api: HikeApi, { path, query = {} }: { path: string; query?: Query }, item: z.ZodType<T>): Promise<T[]> => {
  const page = pageOf(item);
  const found = new Map<number, T>();
  let skip = 0;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { items, isLast } = await api.get(path, { ...query, page_size: PAGE_SIZE, Skip_count: skip }, page);
    const before = found.size;
    for (const one of items) found.set(one.id, one);
    // A page with nothing new means that the offset is ignored; more of it would never end.
    if (isLast || items.length === 0 || found.size === before) return [...found.values()];
    skip += items.length;
  }
  throw new BrokenContract('hike', `hike, ${path}: more than ${MOST_PAGES} pages`);
};
