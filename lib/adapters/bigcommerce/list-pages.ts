import { z } from 'zod';
import type { Query } from '../http/http-call';
import type { BigCommerceApi } from './bigcommerce-api';

export const PAGE = 250;
const MOST_PAGES = 100;

/** Some lists answer "none" with 204 and no body. */
const pageOf = <T>(item: z.ZodType<T>) =>
  z
    .object({
      data: z.array(item),
      meta: z.object({ pagination: z.object({ total_pages: z.int().nullish() }).nullish() }).nullish(),
    })
    .nullable();

/** Every item of a V3 list; one call where the first page holds them all. */
export const listPages = async <T>(api: BigCommerceApi, { path, query }: { path: string; query: Query }, item: z.ZodType<T>): Promise<T[]> => {
  const schema = pageOf(item);
  const items: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = await api.get(path, { ...query, limit: PAGE, page }, schema);
    items.push(...(found?.data ?? []));
    if (page >= (found?.meta?.pagination?.total_pages ?? 1)) break;
  }
  return items;
};
