import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STAFF, STORE } from '../../../../lib/engine/account/testing/create-test-account';
import { RefusedByVendor } from '../../../../lib/engine/ports/failures';
import { APP_URL, createTestEdge } from '../../../../lib/web/testing/create-test-edge';
import { POST as answerCandidate } from '../../stores/[storeHash]/hike-connection/candidate/route';
import { POST as connect } from '../../stores/[storeHash]/hike-connection/route';
import { GET } from './route';

const current = vi.hoisted(() => ({ edge: undefined as unknown }));
vi.mock('../../../../lib/web/edge', () => ({ edge: async () => current.edge }));
vi.mock('../../../../lib/logger', () => ({ logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

let test: ReturnType<typeof createTestEdge>;
beforeEach(async () => {
  test = createTestEdge();
  current.edge = test.edge;
  await test.addStore();
});

const params = { params: Promise.resolve({ storeHash: STORE }) };
const post = async (route: typeof connect, body: unknown) =>
  route(new Request(`${APP_URL}/x`, { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${await test.bearerFor()}` } }), params);

/** The state in the address to which the page sends the merchant. */
const begin = async (): Promise<string> => {
  const { url } = (await (await post(connect, {})).json()) as { url: string };
  expect(url).toContain('https://hike.example/oauth/authorize');
  return new URL(url).searchParams.get('state') ?? '';
};
const comeBack = async (query: Record<string, string>) => {
  const response = await GET(new Request(`${APP_URL}/api/hike/callback?${new URLSearchParams(query).toString()}`));
  expect(response.status).toBe(303);
  return new URL(response.headers.get('location') ?? '').searchParams.get('reason');
};

describe('the way back from Hike', () => {
  it('connects the store that asked', async () => {
    expect(await comeBack({ state: await begin(), code: 'good' })).toBe('hike-connected');
    expect(await test.database.tables.connections.find(STORE)).toMatchObject({ state: 'connected', tokens: { accessToken: 'access-good' } });
  });

  it('works once', async () => {
    const state = await begin();
    await comeBack({ state, code: 'good' });
    expect(await comeBack({ state, code: 'other' })).toBe('hike-state');
    expect(await test.database.tables.connections.find(STORE)).toMatchObject({ tokens: { accessToken: 'access-good' } });
  });

  it('shows that the merchant said no, and a no uses the state up as well', async () => {
    const state = await begin();
    expect(await comeBack({ state, error: 'access_denied' })).toBe('hike-denied');
    expect(await comeBack({ state, code: 'good' })).toBe('hike-state');
  });

  it.each([[{ code: 'good' }], [{ code: 'good', state: 'made-up' }], [{ error: 'access_denied' }], [{}]])('believes nothing without a state of ours: %j', async (query) => {
    expect(await comeBack(query as Record<string, string>)).toBe('hike-state');
    expect(await test.database.tables.connections.find(STORE)).toBeNull();
  });

  it('shows a page when Hike refuses the code or sends none', async () => {
    expect(await comeBack({ state: await begin() })).toBe('hike-failed');
    test.hike.redeem = () => Promise.reject(new RefusedByVendor({ side: 'hike', status: 400, reason: 'invalid_grant' }));
    expect(await comeBack({ state: await begin(), code: 'bad' })).toBe('hike-failed');
  });

  it('refuses somebody who was removed while they were at Hike', async () => {
    const state = await begin();
    await test.database.tables.members.delete(STORE, STAFF.id);
    expect(await comeBack({ state, code: 'good' })).toBe('removed-user');
  });
});

describe('the answer about a different shop', () => {
  it('says when there is nothing to decide', async () => {
    expect((await post(answerCandidate, { accept: true })).status).toBe(409);
  });

  it.each([[{}], [{ accept: 'yes' }], [{ accept: true, shop: 1 }]])('refuses %j', async (body) => {
    expect((await post(answerCandidate, body)).status).toBe(400);
  });
});
