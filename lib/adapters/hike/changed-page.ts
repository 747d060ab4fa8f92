import { z } from 'zod';
import type { Instant } from '../../domain/instant';
import type { ChangedPage } from '../../engine/ports/hike';
import { readEach } from '../http/read-each';
import { PAGE_SIZE } from './assumptions';
import type { HikeApi } from './hike-api';

const page = z.object({ items: z.array(z.unknown()).nullish(), next: z.string().nullish(), totalCount: z.int().nonnegative().nullish() });

interface Asked<T> {
  path: string;
  since: Instant | null;
  skip: number;
  /** Throws for an item whose shape is not known. */
  read: (item: unknown) => T;
}

/**
 * One page of a list. `next` forgets the filter and miscounts, so it only tells whether there is more; the offset is ours
 * (reference: hike-api 2.1). An item that is not understood does not fail the others.
 */
export const readChangedPage = async <T>(api: HikeApi, { path, since, skip, read }: Asked<T>): Promise<ChangedPage<T>> => {
  const query = { ...(since !== null && { Sync_From: since }), page_size: PAGE_SIZE, Skip_count: skip };
  const { items: received, next, totalCount } = await api.get(path, query, page);
  const { items, odd } = readEach(received ?? [], read);
  const count = received?.length ?? 0;
  return {
    items,
    next: next && count > 0 ? skip + count : null,
    total: totalCount ?? skip + count,
    ...(odd.length > 0 && { odd }),
  };
};
