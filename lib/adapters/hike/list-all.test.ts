import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BrokenContract } from '../../engine/ports/failures';
import { createHttpClient } from '../http/create-http-client';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { unpaced } from '../http/unpaced';
import { createHikeApi } from './hike-api';
import { listAll } from './list-all';

const thing = z.object({ id: z.int() });
const things = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: from + index }));

const listed = async (pages: object[]) => {
  let call = 0;
  const { transport, sent } = scriptedTransport(() => ({ body: pages[Math.min(call++, pages.length - 1)] }));
  const http = createHttpClient({ side: 'hike', baseUrl: 'https://hike.example', transport, clock: createQuickClock(), random: Math.random, pacer: unpaced });
  const api = createHikeApi(http, { token: () => Promise.resolve('t'), renew: () => Promise.resolve('t') });
  const items = await listAll(api, { path: '/things', query: { Filter: 'a b' } }, thing);
  return { ids: items.map(({ id }) => id), urls: sent.map(({ url }) => url) };
};

describe('a list of Hike', () => {
  it('is read on by the items received, with the filter that `next` forgets', async () => {
    const { ids, urls } = await listed([
      { items: things(1, 99), totalCount: 150, next: '/things?page_size=100&Skip_count=100' },
      { items: things(100, 51), totalCount: 150, next: null },
    ]);
    expect(ids).toEqual(things(1, 150).map(({ id }) => id));
    expect(urls).toEqual(['/things?Filter=a b&page_size=100&Skip_count=0', '/things?Filter=a b&page_size=100&Skip_count=99']);
  });

  it.each<[string, object[], number[], number]>([
    ['at the last page', [{ items: things(1, 2), next: null }], [1, 2], 1],
    ['where `next` is absent', [{ items: things(1, 2) }], [1, 2], 1],
    ['at an empty page', [{ items: things(1, 2), next: '/n' }, { items: [], next: '/n' }], [1, 2], 2],
    ['where the offset is ignored', [{ items: things(1, 2), next: '/n' }], [1, 2], 2],
    ['with every item once', [{ items: things(1, 2), next: '/n' }, { items: things(2, 2), next: null }], [1, 2, 3], 2],
    ['without items', [{ items: null, next: null }], [], 1],
  ])('ends %s', async (_name, pages, expected, calls) => {
    const { ids, urls } = await listed(pages);
    expect(ids).toEqual(expected);
    expect(urls).toHaveLength(calls);
  });

  it('is a broken contract in another envelope', async () => {
    await expect(listed([{ items: [{ id: 'one' }] }])).rejects.toThrow(BrokenContract);
  });
});
