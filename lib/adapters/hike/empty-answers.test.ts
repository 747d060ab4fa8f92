import { describe, expect, it } from 'vitest';
import { HikeProductId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { BrokenContract } from '../../engine/ports/failures';
import type { Hike } from '../../engine/ports/hike';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { unpaced } from '../http/unpaced';
import { createHike } from './create-hike';

const since = Instant.parse('2026-01-15T03:20:00.000Z');

const hikeAnswering = (status: number, body?: unknown): Hike => {
  const { transport } = scriptedTransport(() => ({ status, body }));
  const access = { token: () => Promise.resolve('t'), renew: () => Promise.resolve('t') };
  return createHike({ url: 'https://hike.example', access, transport, clock: createQuickClock(), random: Math.random, pacer: unpaced });
};

describe('an answer without a body', () => {
  it.each<[string, (shop: Hike) => Promise<unknown>]>([
    ['no empty list of sales', ({ sales }) => sales.listByDate(since, since)],
    ['no empty list of products', ({ products }) => products.listChanged(null, 0)],
    ['no product that is gone', ({ products }) => products.find(HikeProductId.parse(812))],
    ['no empty list of customers', ({ customers }) => customers.listChanged(null, 0)],
    ['no shop without outlets', ({ shop }) => shop.getLists()],
  ])('is %s', async (_what, read) => {
    await expect(read(hikeAnswering(204))).rejects.toThrow(BrokenContract);
  });

  it('is told apart from Hike’s own word that there is none', async () => {
    expect(await hikeAnswering(404, { message: 'Not found' }).products.find(HikeProductId.parse(812))).toBeNull();
  });
});
