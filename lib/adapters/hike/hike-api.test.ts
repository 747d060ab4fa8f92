import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AccessLost, BrokenContract } from '../../engine/ports/failures';
import { createHttpClient } from '../http/create-http-client';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { unpaced } from '../http/unpaced';
import { createHikeApi } from './hike-api';

const thing = z.object({ id: z.int() });
const body = { schema: z.strictObject({ name: z.string().min(1) }), value: { name: 'x' } };

const apiWith = (living: string) => {
  const renewed: string[] = [];
  const { transport, sent } = scriptedTransport(({ headers }) => (headers.Authorization === `Bearer ${living}` ? { body: { id: 1 } } : { status: 401, body: {} }));
  const http = createHttpClient({ side: 'hike', baseUrl: 'https://hike.example', transport, clock: createQuickClock(), random: Math.random, pacer: unpaced });
  const access = {
    token: () => Promise.resolve('old'),
    renew: (dead: string) => {
      renewed.push(dead);
      return Promise.resolve('new');
    },
  };
  return { api: createHikeApi(http, access), sent, renewed };
};

describe('access to a Hike shop', () => {
  it.each(['get', 'post'] as const)('is renewed once after a 401, and the %s repeated once', async (kind) => {
    const { api, sent, renewed } = apiWith('new');
    expect(await (kind === 'get' ? api.get('/t', {}, thing) : api.post('/t', body, thing))).toEqual({ id: 1 });
    expect(renewed).toEqual(['old']);
    expect(sent.map(({ headers }) => headers.Authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('is lost at the second 401', async () => {
    const { api, sent } = apiWith('another');
    await expect(api.post('/t', body, thing)).rejects.toThrow(AccessLost);
    expect(sent).toHaveLength(2);
  });

  it('is not renewed while the token lives', async () => {
    const { api, renewed } = apiWith('old');
    await api.get('/t', {}, thing);
    expect(renewed).toEqual([]);
  });

  it('sends nothing that does not fit its schema', async () => {
    const { api, sent } = apiWith('old');
    await expect(api.post('/t', { ...body, value: { name: '' } }, thing)).rejects.toThrow(BrokenContract);
    expect(sent).toEqual([]);
  });
});
